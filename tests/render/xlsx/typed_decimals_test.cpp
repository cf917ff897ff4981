// Decimals are shown as they are typed, in cells as well: by an author, by the records, and by whoever
// fills the workbook in.
#include "libreoffice/office.h"
#include "render/xlsx/make.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/press.h"
#include "render/xlsx/styles.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using model::FieldType;
using render::xlsx::WorkbookTemplate;

namespace {

const char* const records = R"(figures:
  - {id: rate, label: 率, unit: "%", value: 6.50}
  - {id: sales, label: 売上, unit: 千円, value: 1.50}
indicators:
  - {id: share, label: 比率, definition: d, layer: behaviour, unit: "%", direction: up, frequency: 週, data_source: x, baseline: 40.0 %}
  - {id: count, label: 件数, definition: d, layer: behaviour, unit: 件, direction: up, frequency: 週, data_source: x, baseline: 3.0 件, target: {kind: ratio, value: 1.50 倍}}
)";

const std::string definition = R"(id: w
version: 1.0.0
title: 試験
description: 試験
sheets:
  - id: s
    name: 表
    title: 表
    blocks:
      - block: form
        id: f
        columns: 1
        fields:
          - {id: percent, label: 率, type: percent}
          - {id: number, label: 数, type: number}
          - {id: given, label: 初めの率, type: percent, initial: 6.50%}
          - {id: bare, label: 初めの数, type: number, initial: '2.0'}
          - {id: rate, label: 記録の率, type: percent, from: {figure: rate, property: value}}
          - {id: yen, label: 記録の円, type: number, unit: 円, from: {figure: sales, property: value}}
          - {id: times, label: 記録の倍率, type: number, unit: 倍, from: {indicator: count, property: target}}
          - {id: goal, label: 目標, type: text, from: {indicator: count, property: goal}}
          - {id: two, label: 二桁, type: number, decimals: 2}
          - {id: whole, label: 整数, type: number, decimals: 0}
          - {id: fixed, label: 決めた桁, type: percent, decimals: 1, initial: 6.25%}
      - block: table
        id: t
        indicator: share
        columns:
          - {id: a, label: 初め, type: number, indicator_unit: true, least: 0, most: 100, initial: 40.0%, width: 1}
          - {id: b, label: 行, type: number, indicator_unit: true, width: 1}
          - {id: c, label: 計算, type: percent, formula: b / 3, width: 1}
        rows:
          - {b: 12.50%}
          - {b: 60}
)";

std::string format_of(const WorkbookTemplate& made, const std::string& key) {
  for (const auto& field : made.fields()) {
    if (field.key != key) continue;
    const auto& sheet = made.plan().sheets[field.sheet];
    for (const auto& cell : sheet.cells) {
      const std::string place = render::xlsx::sheet_cell_name(sheet.name, cell.row, cell.column);
      if (place == field.cell) return made.plan().formats[cell.format].number_format;
    }
  }
  return "no field";
}

}  // namespace

TEST_CASE("a cell shows the decimals that were typed, and more where somebody types more") {
  tests::WorkbookSite site;
  site.add_records(records);
  const auto read = site.read("w", definition);
  REQUIRE(site.findings() == "");
  const WorkbookTemplate made(*read, site.records, site.figures);
  CHECK(format_of(made, "f.percent") == "#,##0.0########%");
  CHECK(format_of(made, "f.number") == "#,##0.0########");
  CHECK(format_of(made, "f.given") == "#,##0.00######%");
  CHECK(format_of(made, "f.bare") == "#,##0.0#######");
  CHECK(format_of(made, "f.rate") == "#,##0.00######%");
  CHECK(format_of(made, "f.yen") == "#,##0.0########");  // 1.50 千円 are 1,500 円
  CHECK(format_of(made, "f.times") == "#,##0.00######");
  CHECK(format_of(made, "f.fixed") == "#,##0.00######%");
  CHECK(format_of(made, "f.two") == "#,##0.00######");
  CHECK(format_of(made, "f.whole") == "#,##0");
  CHECK(format_of(made, "t.1.a") == "#,##0.0#######%");
  CHECK(format_of(made, "t.1.b") == "#,##0.00######%");
  CHECK(format_of(made, "t.2.b") == "#,##0.0########%");
  // Whole ones lose their point, in percent as well.
  CHECK(render::xlsx::styles::whole_format("#,##0.0########%") == "#,##0%");
  CHECK(render::xlsx::styles::whole_format("#,##0.0########\"倍\"") == "#,##0\"倍\"");
  CHECK(render::xlsx::styles::whole_format("#,##0.0#######") == "");
  int whole_percents = 0;
  for (const auto& highlight : made.plan().sheets.front().highlights) {
    if (highlight.number_format != "#,##0%") continue;
    ++whole_percents;
    CHECK(highlight.formula.find(",11)=ROUND(") != std::string::npos);
  }
  CHECK(whole_percents == 2);  // the field, and the row of 60
}

TEST_CASE("LibreOffice shows the decimals that were typed", "[.][libreoffice]") {
  tests::WorkbookSite site;
  site.add_records(records);
  const auto read = site.read("w", definition);
  REQUIRE(site.findings() == "");
  const WorkbookTemplate made(*read, site.records, site.figures);
  const tests::WorkbookFolder folder;
  const auto press = render::xlsx::Press::prepare(made.plan(), folder.options());
  REQUIRE(press);
  const auto book = press.value().print(made.fill({{"f.percent", 0.125}, {"f.number", 554'250'000.25}, {"f.two", 1.965}}));
  REQUIRE(book);
  tests::Office office;
  const std::string shown = office.convert(book.value(), "fods");
  const auto shows = [&](const std::string& text) {
    INFO(text);
    CHECK(shown.find("<text:p>" + text + "</text:p>") != std::string::npos);
  };
  for (const char* text : {"12.5%", "554,250,000.25", "1.965", "6.50%", "2.0", "1.50", "事前の 1.50倍", "6.25%",
                           "40.0%", "12.50%", "4.2%", "20.0%"}) {
    shows(text);
  }
}

TEST_CASE("a number in the unit of an indicator is taken in that unit alone") {
  const auto findings = [](const std::string& cell) {
    tests::WorkbookSite site;
    site.add_records(records);
    std::string text = definition;
    text.replace(text.find("initial: 40.0%"), 14, "initial: " + cell);
    site.read("w", text);
    std::string rules;
    for (const auto& finding : site.sink.diagnostics()) rules += std::string(diagnostic::info(finding.kind).rule) + " ";
    return rules;
  };
  for (const char* good : {"40%", "40", "0", "100%", "12.5 %", "1.0 倍"}) {
    INFO(good);
    CHECK(findings(good) == "");
  }
  CHECK(findings("40件") == "unit-mismatch ");
  CHECK(findings("30 pt") == "unit-mismatch ");
  CHECK(findings("101%") == "workbook-initial ");
  CHECK(findings("-1") == "workbook-initial ");
  CHECK(findings("四割") == "workbook-initial ");
}
