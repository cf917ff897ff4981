// The finished workbooks in LibreOffice: opened, recalculated, saved again, printed. Hidden, because it needs
// soffice: SHIRUBE_WORKBOOKS names the folder with the .xlsx files.
#include <cmath>
#include <cstdlib>
#include <map>

#include "libreoffice/office.h"
#include "render/xlsx/make.h"
#include "source/discovery.h"
#include "source/file_system.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using spreadsheet::Cell;

namespace {

std::string original(const std::string& name) {
  const char* folder = std::getenv("SHIRUBE_WORKBOOKS");
  REQUIRE(folder != nullptr);
  const auto files = std::move(source::RealFileSystem::open(folder)).value();
  const auto bytes = files->read(name + ".xlsx");
  REQUIRE(bytes);
  return bytes.value();
}

std::map<std::pair<std::uint32_t, std::uint32_t>, const Cell*> by_place(const spreadsheet::Sheet& sheet) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const Cell*> cells;
  for (const Cell& cell : sheet.cells) cells[{cell.row, cell.column}] = &cell;
  return cells;
}

std::string shown(const Cell& cell) {
  if (cell.type == Cell::Type::number) return std::to_string(cell.number);
  return cell.text;
}

int pages(const std::string& pdf) {
  int count = 0;
  for (auto at = pdf.find("/Type/Page/"); at != std::string::npos; at = pdf.find("/Type/Page/", at + 1)) ++count;
  return count;
}

// Every formula of the one has its value in the other. How many there are.
int check_recalculated(const spreadsheet::Workbook& before, const spreadsheet::Workbook& after) {
  REQUIRE(before.sheets.size() == after.sheets.size());
  int formulas = 0;
  for (std::size_t i = 0; i < before.sheets.size(); ++i) {
    const auto& planned = before.sheets[i];
    const auto& calculated = after.sheets[i];
    CHECK(planned.name == calculated.name);
    CHECK(planned.merges.size() == calculated.merges.size());
    const auto cells = by_place(calculated);
    for (const Cell& cell : planned.cells) {
      if (!cell.has_formula) continue;
      ++formulas;
      INFO(planned.name << " row " << cell.row + 1 << " column " << cell.column + 1 << " =" << cell.formula);
      const auto found = cells.find({cell.row, cell.column});
      REQUIRE(found != cells.end());
      CHECK(found->second->has_formula);
      if (cell.type == Cell::Type::number) {
        CHECK(std::abs(found->second->number - cell.number) <= 1e-9 * std::max(1.0, std::abs(cell.number)));
        CHECK(found->second->type == Cell::Type::number);
      } else {
        CHECK(shown(*found->second) == cell.text);
      }
    }
  }
  return formulas;
}

}  // namespace

TEST_CASE("LibreOffice calculates what the workbooks already say, repairs nothing and prints the designed pages",
          "[.][libreoffice]") {
  // The sheets at the back are hidden, and so are not printed.
  const std::map<std::string, int> designed = {
      {"ai-learning-plan", 3}, {"career-portfolio", 6}, {"interview-record", 8},  {"kpi-weekly", 3},
      {"mbo-sheet", 20},       {"mindset-survey", 5},   {"objective-cascade", 6}, {"pilot-gate", 4},
      {"proposal-story", 4},   {"roadmap-kit", 23},     {"roi-model", 6}};
  std::map<std::string, std::string> originals;
  for (const auto& [name, count] : designed) originals.emplace(name, original(name));
  tests::Office office;
  const auto saved = office.convert(originals, "xlsx");
  const auto printed_books = office.convert(originals, "pdf");
  for (const auto& [name, count] : designed) {
    INFO(name);
    const auto before = spreadsheet::read_workbook(originals.at(name));
    REQUIRE(before);
    const auto after = spreadsheet::read_workbook(saved.at(name));
    REQUIRE(after);
    const int formulas = check_recalculated(before.value(), after.value());
    CHECK(formulas > 20);
    CHECK(pages(printed_books.at(name)) == count);
  }
}

TEST_CASE("LibreOffice reads the texts of an author as texts, in formulas and in the names of sheets", "[.][libreoffice]") {
  tests::WorkbookSite site;
  site.add_records(R"(calculations:
  - id: sum
    title: 計算
    inputs:
      - {id: price, label: 単価, value: 100 円, least: 0, most: 1000, step: 1, format: '0"円"'}
    formulas:
      - {id: twice, label: 二倍, unit: 円, formula: price * 2, format: '0"円"', output: true}
    scenarios:
      - {id: low, label: '堅め"控えめ"', values: {price: 50 円}}
      - {id: high, label: '=1+1"&"', values: {price: 200 円}}
)");
  const auto definition = site.read("words", R"(id: words
version: 1.0.0
title: 様式
description: 説明
lists: [{id: scenarios, label: シナリオ, from: scenarios, calculation: sum}]
sheets:
  - id: one
    name: "Manager's 'A' 表"
    title: 表
    blocks:
      - {block: summary}
      - {block: form, id: head, fields: [{id: a, label: 値, type: number, initial: 3, required: true}]}
      - {block: model, id: m, record: sum, part: values, choices: scenarios}
  - id: two
    name: 集計
    title: 集計
    blocks:
      - block: calculation
        id: calc
        lines:
          - {id: twice, label: 二倍, type: number, formula: head.a * 2}
          - {id: word, label: 語, type: text, formula: 'IF(head.a = 3, "say ""yes""", "no")'}
)");
  REQUIRE(site.findings().empty());
  const tests::WorkbookFolder folder;
  const auto made = render::xlsx::make_workbook(render::xlsx::plan_workbook(*definition, site.records, site.figures),
                                                folder.options());
  REQUIRE(made);
  tests::Office office;
  const auto saved = office.convert({{"words", made.value()}}, "xlsx");
  const auto before = spreadsheet::read_workbook(made.value());
  const auto after = spreadsheet::read_workbook(saved.at("words"));
  REQUIRE(before);
  REQUIRE(after);
  CHECK(check_recalculated(before.value(), after.value()) > 10);
  for (const auto& sheet : after.value().sheets) {
    for (const Cell& cell : sheet.cells) CHECK(!shown(cell).starts_with("Err:"));
  }
}
