// Our side of the workbook comparison, on the site in a checkout:
//   our_workbooks SITE cells                prints the cells of its mbo-sheet in the format of bare_workbooks
//   our_workbooks SITE write COUNT FOLDER   one a person, each read back and compared, on all cores
#include <atomic>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/installation.h"
#include "cli/load.h"
#include "diagnostic/printer.h"
#include "graph/parallel.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/press.h"
#include "source/format.h"

using namespace shirube;

namespace {

constexpr std::string_view template_id = "mbo-sheet";
constexpr std::int64_t created = 1'700'000'000;

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

// What is personal in each of the workbooks.
render::xlsx::WorkbookTemplate::Values fields_of(std::size_t person) {
  return {{"header.name", source::format("社員 {:05}", person)},
          {"header.number", source::format("{:07}", person)},
          {"header.organisation", source::format("第{}事業部", person % 7 + 1)},
          {"header.grade", source::format("{}等級", person % 6 + 1)},
          {"header.first-assessor", source::format("課長 {:03}", person % 100)}};
}

int usage() {
  std::fprintf(stderr, "usage: our_workbooks SITE cells | our_workbooks SITE write COUNT FOLDER\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) return usage();
  const std::string_view command = argv[2];
  std::size_t count = 0;
  if (argc == 5) std::from_chars(argv[3], argv[3] + std::string_view(argv[3]).size(), count);
  if (command != (argc == 3 ? "cells" : "write") || (argc == 5 && count == 0)) return usage();

  auto site = source::RealFileSystem::open(argv[1]);
  auto installation = cli::open_installation();
  if (!site || !installation) {
    std::fprintf(stderr, "our_workbooks: cannot open %s or the installation\n", argv[1]);
    return 3;
  }
  const graph::Jobs jobs(0);
  cli::Session session;
  const auto loaded = cli::load_site(*site.value(), "site.yaml", *installation.value(), session);
  if (!loaded) {
    std::fputs(diagnostic::print_text(session.sink.diagnostics(), session.sources, {}).c_str(), stderr);
    return 1;
  }
  const model::Records& records = loaded->site.site().records;
  std::vector<double> figures;
  for (std::size_t i = 0; i < records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
  const model::WorkbookDefinition& definition =
      loaded->site.site().workbooks[loaded->site.workbook(std::string(template_id))];
  if (command == "cells") {
    print_cells(render::xlsx::plan_workbook(definition, records, figures));
    return 0;
  }

  const std::filesystem::path folder = argv[4];
  std::filesystem::create_directories(folder);
  const render::xlsx::WorkbookTemplate planned(definition, records, figures);
  const auto press = render::xlsx::Press::prepare(planned.plan(), {created, folder.string()});
  if (!press) {
    std::fprintf(stderr, "our_workbooks: %s\n", press.failure().detail.c_str());
    return 4;
  }
  std::atomic<bool> failed = false;
  graph::for_each_index(count, [&](std::size_t i) {
    const auto bytes = press.value().print(planned.fill(fields_of(i)));
    if (!bytes) {
      failed = true;
      return;
    }
    std::ofstream out(folder / (std::to_string(i) + ".xlsx"), std::ios::binary);
    out.write(bytes.value().data(), static_cast<std::streamsize>(bytes.value().size()));
    if (!out.flush()) failed = true;
  });
  if (failed) {
    std::fprintf(stderr, "our_workbooks: could not write below %s\n", folder.c_str());
    return 4;
  }
  std::printf("%zu workbooks\n", count);
  return 0;
}
