// The workbooks in openpyxl, which shares no code with us or with the library that writes them: it has to find every
// property, name, sheet, field, validation, formula with its value, highlight and chart of the plan, and nothing else.
// Hidden, because it needs Python with openpyxl.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "render/xlsx/make.h"
#include "render/xlsx/writer.h"
#include "source/file_system.h"
#include "source/format.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using namespace shirube::render::xlsx;

namespace {

std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\\')
      line += "\\\\";
    else if (c == '\n')
      line += "\\n";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
  return line;
}

std::string value_text(const std::variant<double, std::string>& value) {
  if (const double* number = std::get_if<double>(&value)) return source::format("number {:.12g}", *number);
  const std::string& text = std::get<std::string>(value);
  return text.empty() ? "blank" : "text " + one_line(text);
}

std::string bare(std::string name) {
  std::erase(name, '$');
  return name;
}

std::string area_text(const Area& area) {
  std::string text = bare(cell_name(area.first_row, area.first_column));
  if (area.first_row != area.last_row || area.first_column != area.last_column) {
    text += ":" + bare(cell_name(area.last_row, area.last_column));
  }
  return text;
}

std::string rule_text(const Validation& rule) {
  constexpr const char* words[] = {"any", "list", "whole", "decimal", "date", "textLength"};
  std::string text = area_text(rule.area) + "|" + words[static_cast<std::size_t>(rule.kind)] + "|";
  text += rule.kind == Validation::Kind::list ? rule.list : source::format("{:.12g}|{:.12g}", rule.least, rule.most);
  for (const std::string* part : {&rule.prompt_title, &rule.prompt, &rule.error_title, &rule.error}) {
    text += "|" + one_line(*part);
  }
  return text;
}

const char* chart_class(ChartPlan::Kind kind) {
  switch (kind) {
    case ChartPlan::Kind::line:
      return "LineChart";
    case ChartPlan::Kind::scatter:
      return "ScatterChart";
    case ChartPlan::Kind::radar:
      return "RadarChart";
    case ChartPlan::Kind::column:
    case ChartPlan::Kind::bar:
    case ChartPlan::Kind::tornado:
      return "BarChart";
  }
  return "";
}

// Cells that a merged one covers: openpyxl has none there.
std::set<std::pair<std::uint32_t, std::uint16_t>> covered_cells(const SheetPlan& sheet) {
  std::set<std::pair<std::uint32_t, std::uint16_t>> covered;
  for (const Area& area : sheet.merges) {
    for (std::uint32_t row = area.first_row; row <= area.last_row; ++row) {
      for (std::uint16_t column = area.first_column; column <= area.last_column; ++column) covered.emplace(row, column);
    }
    covered.erase({area.first_row, area.first_column});
  }
  return covered;
}

void describe_cells(const WorkbookPlan& plan, const SheetPlan& sheet, std::vector<std::string>& lines) {
  const auto covered = covered_cells(sheet);
  for (const Cell& cell : sheet.cells) {
    if (covered.contains({cell.row, cell.column})) continue;
    const std::string place = sheet.name + "|" + bare(cell_name(cell.row, cell.column));
    if (const auto* formula = std::get_if<FormulaCell>(&cell.content)) {
      lines.push_back("formula|" + place + "|" + formula->text + "|" + value_text(formula->value));
    } else if (const auto* text = std::get_if<std::string>(&cell.content)) {
      lines.push_back("value|" + place + "|" + value_text(*text));
    } else if (const double* number = std::get_if<double>(&cell.content)) {
      lines.push_back("value|" + place + "|" + value_text(*number));
    }
    if (!plan.formats[cell.format].locked) lines.push_back("field|" + place);
  }
}

std::string describe(const WorkbookPlan& plan) {
  std::vector<std::string> lines{"property|shirube_template|" + plan.id, "property|shirube_version|" + plan.version};
  for (const DefinedName& name : plan.names) {
    std::string refers = name.refers;
    std::erase(refers, '\'');
    lines.push_back("name|" + name.name + "|" + refers);
  }
  for (const SheetPlan& sheet : plan.sheets) {
    lines.push_back("sheet|" + sheet.name + "|" + (sheet.landscape ? "landscape" : "portrait") + "|9|" +
                    (sheet.hidden ? "hidden" : "visible"));
    if (sheet.print_area) lines.push_back("print|" + sheet.name + "|" + area_text(*sheet.print_area));
    lines.push_back("protected|" + sheet.name + "|True|True");
    for (const Area& area : sheet.merges) lines.push_back("merge|" + sheet.name + "|" + area_text(area));
    for (const Validation& rule : sheet.validations)
      lines.push_back("validation|" + sheet.name + "|" + rule_text(rule));
    for (const Highlight& highlight : sheet.highlights) {
      lines.push_back("highlight|" + sheet.name + "|" + area_text(highlight.area) + "|expression|" + highlight.formula);
    }
    for (const ChartPlan& chart : sheet.charts) {
      lines.push_back(source::format("chart|{}|{}|{}", sheet.name, chart_class(chart.kind),
                                     chart.series.size() + (chart.blank ? 1 : 0)));
    }
    describe_cells(plan, sheet, lines);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

// The first line that differs, of both.
std::string first_difference(const std::string& planned, const std::string& found) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < planned.size() && i < found.size() && planned[i] == found[i]; ++i) {
    if (planned[i] == '\n') line = i + 1;
  }
  const auto at = [line](const std::string& text) { return text.substr(line, text.find('\n', line) - line); };
  return "planned: " + at(planned) + "\nfound:   " + at(found);
}

}  // namespace

TEST_CASE("openpyxl finds in every workbook what was planned", "[.][openpyxl]") {
  std::string folder = "/tmp/shirube-openpyxl-XXXXXX";
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const auto files = std::move(source::RealFileSystem::open(folder)).value();
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    const WorkbookPlan plan = plan_workbook(*definition, site.records, site.figures);
    const auto made = make_workbook(plan, {1'700'000'000, folder});
    REQUIRE(made);
    REQUIRE(files->write("book.xlsx", made.value()));
    const std::string command = "/usr/bin/python3 '" + std::string(SHIRUBE_SOURCE_DIR) +
                                "/tests/openpyxl/describe.py' '" + folder + "/book.xlsx' >'" + folder + "/found.txt'";
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string found = files->read("found.txt").value();
    const std::string planned = describe(plan);
    CHECK(planned.size() > 10'000);
    const std::string difference = found == planned ? std::string() : first_difference(planned, found);
    CHECK(difference == "");
  }
  (void)std::system(("rm -rf '" + folder + "'").c_str());
}
