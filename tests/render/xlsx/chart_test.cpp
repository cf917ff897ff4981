#include <cmath>
#include <cstdlib>

#include "libreoffice/office.h"
#include "render/xlsx/dump.h"
#include "render/xlsx/make.h"
#include "render/xlsx/press.h"
#include "render/xlsx/verify.h"
#include "render/xlsx/writer.h"
#include "spreadsheet/chart.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using render::xlsx::ChartPlan;
using render::xlsx::WorkbookPlan;

namespace {

const std::string definition = R"(id: charts
version: 1.0.0
title: 図の試し
description: 図のある様式
sheets:
  - id: numbers
    name: 数字
    title: 数字
    blocks:
      - block: table
        id: cash
        columns:
          - {id: month, label: 経過月数, type: number, decimals: 0, unit: ヶ月}
          - {id: name, label: 月}
          - {id: earned, label: 粗利, type: number, decimals: 0, unit: 円}
          - {id: base, label: Base, type: number, decimals: 0, unit: 円, formula: earned * month - 500000}
          - {id: low, label: 低い側, type: number, decimals: 0, unit: 円, formula: "0 - month * 1000"}
          - {id: high, label: 高い側, type: number, decimals: 0, unit: 円, formula: month * 2000}
        rows:
          - {month: 0, name: 開始, earned: 500000}
          - {month: 1, name: 1ヶ月後, earned: 500000}
          - {month: 2, name: 2ヶ月後, earned: 500000}
          - {month: 3, name: 3ヶ月後}
      - block: table
        id: scenarios
        columns: [{id: u, label: 向上率, type: percent, decimals: 2}, {id: gained, label: Δ粗利, type: number}]
        rows: [{u: 6.25, gained: 500000}, {u: 5%, gained: 262500}]
  - id: pictures
    name: 図
    title: 図
    blocks:
      - {block: chart, kind: line, title: 累積損益, table: cash, x: name, series: [base], description: 累積損益の推移。}
      - {block: chart, kind: column, title: 粗利, table: cash, x: name, series: [earned, {column: base, label: 累積}], height: 10}
      - {block: chart, kind: tornado, title: 感度, table: cash, x: name, series: [low, high], y_title: 差（円）}
      - {block: chart, kind: bar, title: 横棒, table: cash, x: month, series: [base]}
      - block: chart
        kind: scatter
        title: 損益分岐
        table: cash
        x: month
        series: [base, {column: gained, table: scenarios, x: u, as: points, label: シナリオ}]
)";

const std::string weeks = R"(id: weeks
version: 1.0.0
title: 週の記録
description: 一部の週だけ記入する様式
sheets:
  - id: one
    name: 記録
    title: 表
    blocks:
      - block: table
        id: w
        columns:
          - {id: week, label: 週, type: fixed, width: 1}
          - {id: a, label: 甲, type: number, width: 1}
          - {id: b, label: 乙, type: number, width: 1}
          - {id: mean, label: 平均, type: number, decimals: 1, formula: 'AVERAGE(a, b)', width: 1}
        rows: [{week: 第1週}, {week: 第2週}, {week: 第3週}, {week: 第4週}]
      - {block: chart, kind: line, title: 週ごとの値, table: w, x: week, series: [mean, a]}
      - {block: chart, kind: column, title: 週ごとの柱, table: w, x: week, series: [mean]}
)";

struct Made {
  tests::WorkbookSite site;
  model::WorkbookDefinition definition_read;
  WorkbookPlan plan;
};

Made made_from(const std::string& yaml) {
  Made made;
  auto read = made.site.read("charts", yaml);
  INFO(made.site.findings());
  REQUIRE(read);
  REQUIRE(made.site.findings() == "");
  made.definition_read = std::move(*read);
  made.plan = render::xlsx::plan_workbook(made.definition_read, made.site.records, made.site.figures);
  return made;
}

spreadsheet::Workbook read_back(const std::string& bytes) {
  auto read = spreadsheet::read_workbook(bytes);
  REQUIRE(read);
  return std::move(read).value();
}

}  // namespace

TEST_CASE("a chart draws the cells of its table's columns, with the values that they carry") {
  const Made made = made_from(definition);
  REQUIRE(made.plan.sheets[1].charts.size() == 5);
  const ChartPlan& line = made.plan.sheets[1].charts[0];
  CHECK(line.title == "累積損益");
  CHECK(line.description == "累積損益の推移。");
  CHECK(line.y.title == "Base（円）");
  CHECK(line.y.number_format == "#,##0");
  CHECK(line.x.title == "月");
  REQUIRE(line.series.size() == 1);
  CHECK(line.series[0].name == "Base");
  CHECK(std::get<double>(line.series[0].y.values[2]) == 500'000);
  CHECK(std::get<std::string>(line.series[0].x.values[1]) == "1ヶ月後");
  // The row without earnings is blank, and no 0.
  CHECK(std::holds_alternative<std::monostate>(line.series[0].y.values[3]));
  const std::string text = render::xlsx::dump_plan(made.plan);
  CHECK(text.find("chart scatter A") != std::string::npos);
  CHECK(text.find("series points シナリオ '数字'!") != std::string::npos);
  CHECK(text.find("-> -500000 0 500000 -\n") != std::string::npos);
}

TEST_CASE("charts read back as they were planned, with the same bytes each time") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(definition);
  const auto first = render::xlsx::make_workbook(made.plan, folder.options());
  if (!first) FAIL(first.failure().detail);
  const auto second = render::xlsx::make_workbook(made.plan, folder.options());
  REQUIRE(second);
  CHECK(first.value() == second.value());
  const spreadsheet::Workbook read = read_back(first.value());
  CHECK(read.sheets[0].charts.empty());
  REQUIRE(read.sheets[1].charts.size() == 5);
  const spreadsheet::Chart& scatter = read.sheets[1].charts[4];
  CHECK(scatter.kind == "scatterChart");
  CHECK(scatter.series[1].name == "シナリオ");
  CHECK(scatter.series[1].x.cache[0] == "0.0625");
  CHECK(scatter.series[1].y.cache[1] == "262500");
  CHECK(read.sheets[1].charts[2].kind == "barChart sideways");
}

TEST_CASE("what nobody has filled in is a gap in a chart, in cells that are filled in and in cells that are computed") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(weeks);
  const render::xlsx::WorkbookTemplate form(made.definition_read, made.site.records, made.site.figures);
  const auto press = render::xlsx::Press::prepare(form.plan(), folder.options());
  if (!press) FAIL(press.failure().detail);
  const auto printed = press.value().print(form.fill({{"w.1.a", 2.0}, {"w.1.b", 4.0}, {"w.4.a", 0.0}, {"w.4.b", 0.0}}));
  if (!printed) FAIL(printed.failure().detail);
  const spreadsheet::Workbook read = read_back(printed.value());
  REQUIRE(read.sheets[0].charts.size() == 2);
  for (const auto& chart : read.sheets[0].charts) {
    CHECK(chart.blanks == "gap");
    CHECK(chart.errors_as_blanks);
  }
  // One blank cell more, drawn by nobody, for LibreOffice.
  REQUIRE(read.sheets[0].charts[0].series.size() == 3);
  CHECK(read.sheets[0].charts[0].series[2].y.reference.find("$CW$1") != std::string::npos);
  CHECK_FALSE(read.sheets[0].charts[0].series[2].y.cache.at(0));
  CHECK(read.sheets[0].charts[1].series.size() == 1);
  const auto& [mean, typed] = std::tie(read.sheets[0].charts[0].series[0].y, read.sheets[0].charts[0].series[1].y);
  // What is typed is drawn from its own cells; what is computed from cells that say #N/A where there is nothing yet.
  CHECK(typed.reference.find("図の値") == std::string::npos);
  CHECK(mean.reference.find("図の値") != std::string::npos);
  CHECK(mean.cache[0] == "3");
  CHECK_FALSE(mean.cache[1]);
  CHECK_FALSE(mean.cache[2]);
  CHECK(mean.cache[3] == "0");  // a week of nothing is a value
  CHECK_FALSE(typed.cache[1]);
  std::vector<std::string> drawn;
  for (const auto& sheet : read.sheets) {
    if (sheet.name != "図の値") continue;
    CHECK(sheet.hidden);
    for (const auto& cell : sheet.cells) {
      if (cell.has_formula) drawn.push_back(cell.type == spreadsheet::Cell::Type::number ? "number" : cell.text);
    }
  }
  CHECK(drawn == std::vector<std::string>{"number", "#N/A", "#N/A", "number"});
}

TEST_CASE("LibreOffice leaves gaps in a line over computed cells, however many are filled in", "[.][libreoffice]") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(weeks);
  const render::xlsx::WorkbookTemplate form(made.definition_read, made.site.records, made.site.figures);
  const auto press = render::xlsx::Press::prepare(form.plan(), folder.options());
  REQUIRE(press);
  std::map<std::string, std::string> books;
  render::xlsx::WorkbookTemplate::Values values;
  for (const int week : {0, 1, 2, 4}) {
    if (week > 0) values["w." + std::to_string(week) + ".a"] = values["w." + std::to_string(week) + ".b"] = 2.0 + week;
    const auto printed = press.value().print(form.fill(values));
    REQUIRE(printed);
    books.emplace("week-" + std::to_string(week), printed.value());
  }
  tests::Office office;
  for (const auto& [name, bytes] : office.convert(books, "fods")) {
    INFO(name);
    CHECK(bytes.find("chart:treat-empty-cells=\"leave-gap\"") != std::string::npos);
    CHECK(bytes.find("chart:treat-empty-cells=\"use-zero\"") == std::string::npos);
  }
}

TEST_CASE("a difference between a planned chart and the file's is seen") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(definition);
  const auto bytes = render::xlsx::make_workbook(made.plan, folder.options());
  REQUIRE(bytes);
  const spreadsheet::Workbook read = read_back(bytes.value());
  const auto difference = [&](const auto& change) {
    WorkbookPlan plan = made.plan;
    change(plan.sheets[1].charts[0]);
    return render::xlsx::find_difference(plan, read);
  };
  CHECK(difference([](ChartPlan&) {}) == "");
  CHECK(difference([](ChartPlan& chart) { chart.kind = ChartPlan::Kind::column; }) != "");
  CHECK(difference([](ChartPlan& chart) { chart.title = "別の図"; }) != "");
  CHECK(difference([](ChartPlan& chart) { chart.description = "別の説明"; }) != "");
  CHECK(difference([](ChartPlan& chart) { ++chart.row; }) != "");
  CHECK(difference([](ChartPlan& chart) { chart.series[0].name = "別"; }) != "");
  CHECK(difference([](ChartPlan& chart) { --chart.series[0].y.area.last_row; }) != "");
  CHECK(difference([](ChartPlan& chart) { chart.series[0].y.values[0] = 1.0; }) != "");
  CHECK(difference([](ChartPlan& chart) { chart.series[0].y.values[3] = 0.0; }) != "");
  spreadsheet::Workbook joined = read;
  joined.sheets[1].charts[0].blanks = "span";
  CHECK(render::xlsx::find_difference(made.plan, joined) == "chart `累積損益`: it draws what is missing");
  joined = read;
  joined.sheets[1].charts[0].errors_as_blanks = false;
  CHECK(render::xlsx::find_difference(made.plan, joined) == "chart `累積損益`: it draws what is missing");
  WorkbookPlan plan = made.plan;
  plan.sheets[1].charts.pop_back();
  CHECK(render::xlsx::find_difference(plan, read) == "sheet `図`: charts are missing");
}

TEST_CASE("a chart that the library would write wrongly is refused") {
  const Made made = made_from(definition);
  const auto fault = [&](const auto& change) {
    WorkbookPlan plan = made.plan;
    change(plan.sheets[1].charts[0]);
    return render::xlsx::find_fault(plan);
  };
  CHECK(fault([](ChartPlan&) {}) == "");
  CHECK(fault([](ChartPlan& chart) { chart.series.clear(); }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.series.resize(13, chart.series[0]); }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.series[0].y.values[0] = std::nan(""); }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.series[0].y.values.pop_back(); }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.series[0].y.sheet = "無い"; }) != "");
  CHECK(fault([](ChartPlan& chart) { ++chart.series[0].x.area.last_column; }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.title = "\x01"; }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.title = std::string(300, 'a'); }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.width = 0; }) != "");
  CHECK(fault([](ChartPlan& chart) { chart.height = std::nan(""); }) != "");
}

TEST_CASE("a press prints charts with the values that were filled in") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(definition);
  const render::xlsx::WorkbookTemplate form(made.definition_read, made.site.records, made.site.figures);
  const auto press = render::xlsx::Press::prepare(form.plan(), folder.options());
  if (!press) FAIL(press.failure().detail);
  const auto printed = press.value().print(
      form.fill({{"cash.4.earned", 700'000.0}, {"cash.1.name", std::string("<始>&")}, {"scenarios.2.u", 0.08}}));
  if (!printed) FAIL(printed.failure().detail);
  const spreadsheet::Workbook read = read_back(printed.value());
  const auto& charts = read.sheets[1].charts;
  REQUIRE(charts.size() == 5);
  CHECK(charts[0].series[0].y.cache[3] == "1600000");
  CHECK(charts[0].series[0].x.cache[0] == "<始>&");
  CHECK(charts[1].series[0].y.cache[3] == "700000");
  CHECK(charts[4].series[1].x.cache[1] == "0.08");
  CHECK(charts[2].series[0].y.cache[1] == "-1000");
  const auto emptied = press.value().print(form.fill({{"cash.2.earned", expression::Value()}}));
  if (!emptied) FAIL(emptied.failure().detail);
  CHECK_FALSE(read_back(emptied.value()).sheets[1].charts[0].series[0].y.cache[1]);
}

TEST_CASE("the names of a chart's rows may come with the filling in") {
  const tests::WorkbookFolder folder;
  const Made made = made_from(R"(id: charts
version: 1.0.0
title: 題
description: 説明
sheets:
  - id: s
    name: 表{n}
    title: 題
    repeat: {count: 2}
    blocks:
      - block: table
        id: t
        columns: [{id: name, label: 名前}, {id: value, label: 値, type: number}]
        rows: 2
      - {block: chart, kind: column, title: "{n}回目", table: t, x: name, series: [value]}
)");
  const render::xlsx::WorkbookTemplate form(made.definition_read, made.site.records, made.site.figures);
  REQUIRE(form.plan().sheets[1].charts.size() == 1);
  CHECK(form.plan().sheets[1].charts[0].title == "2回目");
  CHECK(form.plan().sheets[1].charts[0].series[0].y.sheet == form.plan().sheets[1].name);
  const auto press = render::xlsx::Press::prepare(form.plan(), folder.options());
  if (!press) FAIL(press.failure().detail);
  const auto printed = press.value().print(form.fill({{"t.2.1.name", std::string("A")}, {"t.2.1.value", 3.5}}));
  if (!printed) FAIL(printed.failure().detail);
  const spreadsheet::Workbook read = read_back(printed.value());
  CHECK(read.sheets[1].charts[0].series[0].x.cache[0] == "A");
  CHECK(read.sheets[1].charts[0].series[0].y.cache[0] == "3.5");
  CHECK_FALSE(read.sheets[0].charts[0].series[0].y.cache[0]);
}

TEST_CASE("each mistake in a chart's definition is reported") {
  const auto findings = [](const std::string& chart) {
    tests::WorkbookSite site;
    site.read("c", R"(id: c
version: 1.0.0
title: 題
description: 説明
sheets:
  - id: s
    name: 表
    title: 題
    blocks:
      - {block: table, id: t, columns: [{id: name, label: A}, {id: value, label: B, type: number}], rows: 2}
      - )" + chart + "\n");
    std::string rules;
    for (const auto& finding : site.sink.diagnostics()) {
      rules += (rules.empty() ? "" : " ") + std::string(diagnostic::info(finding.kind).rule);
    }
    return rules;
  };
  const std::string good = "block: chart, title: 図, table: t, x: name";
  CHECK(findings("{" + good + ", kind: line, series: [value]}") == "");
  CHECK(findings("{" + good + ", kind: line, series: [{column: value, label: 値}]}") == "");
  CHECK(findings("{" + good + ", kind: pie, series: [value]}") == "field-choice");
  CHECK(findings("{" + good + ", series: [value]}") == "missing-key");
  CHECK(findings("{" + good + ", kind: line}") == "missing-key");
  CHECK(findings("{" + good + ", kind: line, series: []}") == "empty-value");
  CHECK(findings("{" + good + ", kind: line, series: value}") == "field-list");
  CHECK(findings("{" + good + ", kind: line, series: [valeu]}") == "workbook-unknown-column");
  CHECK(findings("{" + good + ", kind: line, series: [name]}") == "workbook-chart-text");
  CHECK(findings("{" + good + ", kind: scatter, series: [value]}") == "workbook-chart-text");
  CHECK(findings("{" + good + ", kind: line, series: [{column: value, as: points}]}") == "unknown-key");
  CHECK(findings("{" + good + ", kind: line, series: [value], height: 100}") == "field-limits");
  CHECK(findings("{block: chart, kind: line, title: 図, table: u, x: name, series: [value]}") ==
        "workbook-unknown-table");
  CHECK(findings("{block: chart, kind: line}") == "missing-key");
}

TEST_CASE("a chart part made to harm is read without harm") {
  const auto read = [](const std::string& inner) {
    spreadsheet::Chart chart;
    const auto done = spreadsheet::read_chart(
        "<chartSpace><chart><plotArea>" + inner + "</plotArea></chart></chartSpace>", chart, {});
    CHECK(done);
    return chart;
  };
  const std::string series = "<lineChart><ser><val><numRef><f>A1:A2</f><numCache>";
  const std::string end = "</numCache></numRef></val></ser></lineChart>";
  CHECK(read(series + "<ptCount val=\"4294967295\"/><pt idx=\"9\"><v>1</v></pt>" + end).series[0].y.cache.empty());
  CHECK(read(series + "<ptCount val=\"-1\"/><pt idx=\"x\"><v>1</v></pt>" + end).series[0].y.cache.empty());
  const auto sparse = read(series + "<ptCount val=\"3\"/><pt idx=\"2\"><v>7</v></pt><pt idx=\"3\"><v>8</v></pt>" + end);
  REQUIRE(sparse.series[0].y.cache.size() == 3);
  CHECK(sparse.series[0].y.cache[2] == "7");
  CHECK_FALSE(sparse.series[0].y.cache[0]);
  CHECK(read("<val><f>A1</f><v>1</v></val><tx><v>name</v></tx>").series.empty());
  spreadsheet::Chart chart;
  CHECK_FALSE(spreadsheet::read_chart("<chartSpace><chart>", chart, {}));
}
