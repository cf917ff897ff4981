// What bare_workbooks has to write so that it writes as much as we do:
//   our_workbooks SITE   prints the cells of the site's mbo-sheet in the format of bare_workbooks
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/load.h"
#include "diagnostic/printer.h"
#include "render/xlsx/plan.h"
#include "source/format.h"

using namespace shirube;

namespace {

constexpr std::string_view template_id = "mbo-sheet";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\\':
        result += "\\\\";
        break;
      case '\t':
        result += "\\t";
        break;
      case '\n':
        result += "\\n";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string type_and_value(const render::xlsx::CellContent& content) {
  using source::format;
  if (const auto* number = std::get_if<double>(&content)) return source::format("number\t{}", *number);
  if (const auto* text = std::get_if<std::string>(&content)) return source::format("text\t{}", escaped(*text));
  if (const auto* formula = std::get_if<render::xlsx::FormulaCell>(&content)) {
    if (const auto* number = std::get_if<double>(&formula->value)) {
      return source::format("formula-number\t{}\t{}", *number, escaped(formula->text));
    }
    return source::format("formula-text\t{}\t{}", escaped(std::get<std::string>(formula->value)),
                          escaped(formula->text));
  }
  return "blank\t";
}

void print_cells(const render::xlsx::WorkbookPlan& plan) {
  for (const render::xlsx::SheetPlan& sheet : plan.sheets) {
    for (const render::xlsx::Cell& cell : sheet.cells) {
      const std::string line =
          source::format("{}\t{}\t{}\t{}\n", escaped(sheet.name), cell.row, cell.column, type_and_value(cell.content));
      std::fwrite(line.data(), 1, line.size(), stdout);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: our_workbooks SITE\n");
    return 2;
  }
  cli::Options options;
  options.root = argv[1];
  cli::Session session;
  const auto folders = cli::open_folders(options, session.sink);
  const auto loaded = folders ? cli::load_site(*folders, options, session) : std::nullopt;
  if (!loaded) {
    std::fputs(diagnostic::print_text(session.sink.diagnostics(), session.sources, {}).c_str(), stderr);
    return 1;
  }
  const model::Records& records = loaded->site.site().records;
  std::vector<double> figures;
  for (std::size_t i = 0; i < records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
  const model::WorkbookDefinition& definition =
      loaded->site.site().workbooks[loaded->site.position<model::WorkbookDefinition>(std::string(template_id))];
  print_cells(render::xlsx::plan_workbook(definition, records, figures));
  return 0;
}
