// What a workbook takes from the records keeps its unit as far as the cell.
#include "render/xlsx/plan.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;

namespace {

const char* const records = R"(figures:
  - {id: sales, label: 売上, unit: 円, value: 554250 千円}
  - {id: grow, label: 倍率, unit: 倍, value: 1.5}
  - {id: rate, label: 率, unit: "%", value: 6.25, decimals: 2}
  - {id: people, label: 人数, unit: 人, value: 3}
  - {id: plain, label: 数, value: 7}
indicators:
  - {id: share, label: 比率, definition: d, layer: outcome, unit: "%", direction: up, frequency: 月, data_source: x, baseline: 40 %, target: {kind: absolute, value: 50 %}}
  - {id: rise, label: 伸び, definition: d, layer: outcome, unit: "%", direction: up, frequency: 月, data_source: x, baseline: 40 %, target: {kind: difference, value: 30 pt}}
)";

std::string form(const std::string& field) {
  return "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n    title: 表\n"
         "    blocks:\n      - {block: form, id: f, fields: [" +
         field + "]}\n";
}

// The content of the field's cell, and the rule ids of what was found.
struct Taken {
  render::xlsx::CellContent content;
  std::string unit;
  std::string findings;
};

Taken taken(const std::string& field) {
  tests::WorkbookSite site;
  site.add_records(records);
  REQUIRE(site.findings().empty());
  const auto definition = site.read("w", form(field));
  Taken result;
  result.findings = site.findings();
  if (!definition || !result.findings.empty()) return result;
  const render::xlsx::WorkbookTemplate made(*definition, site.records, site.figures);
  const auto planned = made.fields();
  REQUIRE(planned.size() == 1);
  result.unit = planned.front().unit;
  for (const auto& cell : made.plan().sheets.front().cells) {
    if ("'表'!" + render::xlsx::cell_name(cell.row, cell.column) == planned.front().cell) result.content = cell.content;
  }
  return result;
}

void check_number(const std::string& field, double wanted) {
  const Taken found = taken(field);
  INFO(field << "\n" << found.findings);
  REQUIRE(std::holds_alternative<double>(found.content));
  CHECK(std::get<double>(found.content) == wanted);
}

}  // namespace

TEST_CASE("a number of a record is converted into the unit of the field that takes it") {
  check_number("{id: a, label: 売上, type: number, unit: 千円, from: {figure: sales}}", 554'250);
  check_number("{id: a, label: 売上, type: number, unit: 万円, from: {figure: sales}}", 55'425);
  check_number("{id: a, label: 売上, type: number, unit: 円, from: {figure: sales}}", 554'250'000);
  check_number("{id: a, label: 倍率, type: percent, from: {figure: grow}}", 1.5);
  check_number("{id: a, label: 率, type: percent, from: {figure: rate}}", 0.0625);
  check_number("{id: a, label: 率, type: number, unit: '%', from: {figure: rate}}", 6.25);
  check_number("{id: a, label: 率, type: percent, from: {indicator: share, property: baseline}}", 0.4);
  check_number("{id: a, label: 率, type: percent, from: {indicator: share, property: target}}", 0.5);
  check_number("{id: a, label: 差, type: number, unit: pt, from: {indicator: rise, property: target}}", 30);
  check_number("{id: a, label: 数, type: number, from: {figure: plain}}", 7);
  check_number("{id: a, label: 名, type: number, unit: 名, from: {figure: people}}", 3);
}

TEST_CASE("a field without a unit has that of the record, and a text takes the number with its unit") {
  const Taken number = taken("{id: a, label: 売上, type: number, from: {figure: sales}}");
  CHECK(number.unit == "円");
  CHECK(std::get<double>(number.content) == 554'250'000);
  const Taken text = taken("{id: a, label: 売上, type: text, from: {figure: sales}}");
  CHECK(std::get<std::string>(text.content) == "554,250,000円");
}

TEST_CASE("what counts something else is refused, with both places named") {
  for (const char* field : {"{id: a, label: a, type: percent, from: {figure: sales}}",
                            "{id: a, label: a, type: number, unit: 人, from: {figure: sales}}",
                            "{id: a, label: a, type: percent, from: {figure: people}}",
                            "{id: a, label: a, type: percent, from: {figure: plain}}",
                            "{id: a, label: a, type: number, unit: 円, from: {figure: plain}}",
                            "{id: a, label: a, type: number, unit: 円/月, from: {figure: sales}}",
                            "{id: a, label: a, type: percent, from: {indicator: rise, property: target}}"}) {
    INFO(field);
    tests::WorkbookSite site;
    site.add_records(records);
    (void)site.read("w", form(field));
    REQUIRE(site.sink.diagnostics().size() == 1);
    const auto& finding = site.sink.diagnostics().front();
    CHECK(diagnostic::info(finding.kind).rule == std::string_view("unit-mismatch"));
    REQUIRE(finding.labels.size() == 1);
    CHECK(site.sources.file(finding.range.file).path() == "templates/w.yaml");
    CHECK(site.sources.file(finding.labels.front().range.file).path() == "content/records.yaml");
  }
  CHECK(taken("{id: a, label: a, type: date, from: {figure: sales}}").findings.find("workbook-value-kind") !=
        std::string::npos);
  CHECK(taken("{id: a, label: a, type: number, from: {figure: sales, property: label}}")
            .findings.find("workbook-value-kind") != std::string::npos);
}

TEST_CASE("a table's column holds the numbers of records in one unit, or beside their units") {
  const auto findings = [](const std::string& columns) {
    tests::WorkbookSite site;
    site.add_records(records);
    (void)site.read("w", "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n"
                         "    title: 表\n    blocks:\n      - {block: table, id: t, columns: [" +
                             columns + "], rows: {from: indicators, ids: [share, rise]}}\n");
    return site.findings();
  };
  CHECK(findings("{id: b, label: 基準, type: percent, property: baseline}").empty());
  CHECK(findings("{id: b, label: 基準, type: number, property: baseline}, {id: u, label: 単位, type: fixed, property: unit}")
            .empty());
  CHECK(findings("{id: b, label: 基準, type: number, property: baseline}").find("unit-mismatch") != std::string::npos);
  CHECK(findings("{id: b, label: 基準, type: number, unit: 円, property: baseline}").find("unit-mismatch") !=
        std::string::npos);
}

TEST_CASE("a percent field is in percent: 5 and 5% are 0.05 in its limits and in its initial value") {
  check_number("{id: a, label: 率, type: percent, initial: 5}", 0.05);
  check_number("{id: a, label: 率, type: percent, initial: 5%}", 0.05);
  check_number("{id: a, label: 率, type: percent, initial: '12.5 %', least: 0, most: 100}", 0.125);
  check_number("{id: a, label: 額, type: number, unit: 千円, initial: 5千円}", 5);
  check_number("{id: a, label: 額, type: number, unit: 千円, initial: 3 万円}", 30);
  check_number("{id: a, label: 数, type: number, initial: '+3'}", 3);
  for (const char* limits : {"least: 1, most: 100", "least: 1%, most: 100%"}) {
    tests::WorkbookSite site;
    const auto definition = site.read("w", form("{id: a, label: 率, type: percent, " + std::string(limits) + "}"));
    REQUIRE(site.findings().empty());
    const auto plan = render::xlsx::plan_workbook(*definition, site.records, site.figures);
    const auto& rule = plan.sheets.front().validations.front();
    CHECK(rule.least == 0.01);
    CHECK(rule.most == 1);
    CHECK(rule.error == "1% から 100% までの数値を入力してください。");
  }
  for (const char* bad : {"most: 100, initial: 101", "least: 10%, initial: 5",
                          "initial: 12345678901234567890"}) {
    INFO(bad);
    CHECK(taken("{id: a, label: 率, type: percent, " + std::string(bad) + "}").findings.find("workbook-initial") !=
          std::string::npos);
  }
  for (const char* other : {"initial: 5円", "initial: 5pt"}) {
    INFO(other);
    CHECK(taken("{id: a, label: 率, type: percent, " + std::string(other) + "}").findings.find("unit-mismatch") !=
          std::string::npos);
  }
}

TEST_CASE("a column that takes its unit from an indicator in % speaks percent as well") {
  tests::WorkbookSite site;
  site.add_records(records);
  const auto definition = site.read(
      "w", "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n    title: 表\n"
           "    blocks:\n      - {block: table, id: t, indicator: share, columns: [{id: v, label: 値, type: number, "
           "indicator_unit: true, least: 0, most: 100, initial: 40}], rows: 1}\n");
  REQUIRE(site.findings().empty());
  const auto plan = render::xlsx::plan_workbook(*definition, site.records, site.figures);
  const auto& rule = plan.sheets.front().validations.front();
  CHECK(rule.most == 1);
  bool found = false;
  for (const auto& cell : plan.sheets.front().cells) {
    const double* number = std::get_if<double>(&cell.content);
    found = found || (number != nullptr && *number == 0.4);
  }
  CHECK(found);
}
