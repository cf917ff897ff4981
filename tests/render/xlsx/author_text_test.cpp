// No text of an author becomes something else in a workbook: neither syntax of a formula nor another value.
#include <algorithm>

#include "render/xlsx/make.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using render::xlsx::WorkbookPlan;

namespace {

const std::string head = R"(id: words
version: 1.0.0
title: '様式 & "試し"'
description: 説明 <a> & 'b'
)";

struct Made {
  WorkbookPlan plan;
  spreadsheet::Workbook read;
};

Made made(tests::WorkbookSite& site, const std::string& sheets) {
  const auto definition = site.read("words", head + sheets);
  REQUIRE(site.findings().empty());
  REQUIRE(definition);
  Made result{render::xlsx::plan_workbook(*definition, site.records, site.figures), {}};
  const tests::WorkbookFolder folder;
  const auto bytes = render::xlsx::make_workbook(result.plan, folder.options());
  if (!bytes) FAIL(bytes.failure().detail);
  auto read = spreadsheet::read_workbook(bytes.value());
  REQUIRE(read);
  result.read = std::move(read).value();
  return result;
}

std::string findings_of(const std::string& sheets) {
  tests::WorkbookSite site;
  (void)site.read("words", head + sheets);
  return site.findings();
}

bool has_formula(const WorkbookPlan& plan, const std::string& part) {
  for (const auto& sheet : plan.sheets) {
    for (const auto& cell : sheet.cells) {
      const auto* formula = std::get_if<render::xlsx::FormulaCell>(&cell.content);
      if (formula != nullptr && formula->text.find(part) != std::string::npos) return true;
    }
  }
  return false;
}

const char* const quoted_gate = R"(indicators:
  - {id: speed, label: 速さ, definition: d, layer: operation, unit: 回, direction: up, frequency: 週, data_source: x}
pilots:
  - {id: trial, title: 試行, people: [A, B], comparison: none, weeks: {before: 1, during: 4}, indicators: [{id: speed}]}
gates:
  - id: quotes
    title: 判定
    pilot: trial
    criteria:
      - {id: first, label: '一つ目"の"基準', indicator: speed, threshold: 3 回, evidence: 記録}
      - {id: second, label: 二つ目, expression: stories.complete, threshold: 3 件, direction: up, evidence: 記録}
    verdicts:
      - {verdict: expand, least_met: 2, next: '同じ"範囲"でもう1ヶ月続ける'}
      - {verdict: stop, least_met: 0, next: 'LONG'}
)";

}  // namespace

TEST_CASE("quotes and long texts of a scenario stay texts in the formulas that compare them") {
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
      - {id: high, label: 'x",1)&HYPERLINK("http://example.com', values: {price: 200 円}}
)");
  const Made book = made(site, R"(lists: [{id: scenarios, label: シナリオ, from: scenarios, calculation: sum}]
sheets:
  - id: s
    name: 計算
    title: 計算
    blocks:
      - {block: model, id: m, record: sum, part: values, choices: scenarios}
)");
  CHECK(has_formula(book.plan, "=\"堅め\"\"控えめ\"\"\","));
  CHECK(has_formula(book.plan, "=\"x\"\",1)&HYPERLINK(\"\"http://example.com\","));
}

TEST_CASE("an apostrophe in a sheet's name is doubled wherever something refers to it") {
  tests::WorkbookSite site;
  const Made book = made(site, R"(sheets:
  - id: one
    name: "Manager's 'A' 表"
    title: 表
    blocks:
      - {block: form, id: head, title: 基本, fields: [{id: a, label: 値, type: number, required: true}]}
      - block: table
        id: t
        columns: [{id: label, label: 名, type: fixed}, {id: v, label: 値, type: number}]
        rows: [{label: a, v: 1}, {label: b, v: 2}, {label: c, v: 3}]
      - {block: chart, title: '=1+1', table: t, x: label, series: [{column: v, label: '=SUM(A1)'}], y_title: '=y', kind: line}
  - id: two
    name: 集計
    title: 集計
    blocks:
      - {block: calculation, id: calc, lines: [{id: twice, label: 二倍, type: number, formula: head.a * 2}]}
)");
  const std::string quoted = "'Manager''s ''A'' 表'!$";
  CHECK(has_formula(book.plan, quoted));
  std::size_t names = 0;
  for (const auto& name : book.read.names) {
    if (name.refers.find("Manager") == std::string::npos) continue;
    CHECK(name.refers.starts_with(quoted));
    ++names;
  }
  CHECK(names >= 6);  // five fields, the print area, the repeated rows
  REQUIRE(book.read.sheets.front().charts.size() == 1);
  const auto& chart = book.read.sheets.front().charts.front();
  CHECK(chart.series.front().x.reference.starts_with(quoted));
  CHECK(chart.title == "=1+1");
  CHECK(chart.series.front().name == "=SUM(A1)");
}

TEST_CASE("characters that Excel refuses in a sheet's name are refused at their place, in either width") {
  for (const char* name : {"売上＼計画", "a\\b", "a﹕b", "売上￥", "表?", "［表］", "表＊", "a／b", "'表", "表'", "履歴",
                           "HISTORY", "ＨＩＳＴＯＲＹ", "１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２"}) {
    INFO(name);
    CHECK(findings_of("sheets: [{id: s, name: \"" + std::string(name == std::string("a\\b") ? "a\\\\b" : name) +
                      "\", title: 題, blocks: [{block: note, text: a}]}]\n") ==
          "templates/words.yaml:5:24 workbook-sheet-name\n");
  }
}

TEST_CASE("what is shown at a field stays what the author wrote, a leading = and line breaks too") {
  tests::WorkbookSite site;
  const Made book = made(site, R"(sheets:
  - id: s
    name: 表
    title: '=A1 & "x" &D'
    blocks:
      - block: form
        id: f
        fields:
          - {id: a, label: '=ラベル', type: text, prompt: '=2'}
          - {id: b, label: '==', type: number, prompt: "=HYPERLINK(\"x\")\n二行目 & <b> 'c'"}
          - {id: c, label: '=1', type: date, prompt: '+1', initial: 1900-03-01}
)");
  std::vector<std::string> prompts;
  for (const auto& rule : book.read.sheets.front().validations) prompts.push_back(rule.prompt);
  CHECK(std::count(prompts.begin(), prompts.end(), "=2") == 1);
  CHECK(std::count(prompts.begin(), prompts.end(), "=HYPERLINK(\"x\")\n二行目 & <b> 'c'") == 1);
  CHECK(book.read.sheets.front().header == "&L様式 && \"試し\"&R=A1 && \"x\" &&D");
}

TEST_CASE("a prompt that a workbook cannot keep is refused at its place") {
  const auto field = [](const std::string& prompt) {
    return "sheets: [{id: s, name: a, title: b, blocks: [{block: form, id: f, fields: [{id: a, label: A, prompt: \"" +
           prompt + "\"}]}]}]\n";
  };
  CHECK(findings_of(field("a\\tb")).find("workbook-tab") != std::string::npos);
  CHECK(findings_of(field("=" + std::string(254, 'a'))).find("workbook-long-text") != std::string::npos);
  CHECK(findings_of(field("=" + std::string(253, 'a'))).empty());
  CHECK(findings_of(field(std::string(255, 'a'))).empty());
}

TEST_CASE("a choice that looks like a number is a text, and comparing it with a number is a mistake") {
  const auto book = [](const std::string& formula) {
    return "lists: [{id: years, label: 年度, items: [2026, 1, '01']}]\n"
           "sheets:\n"
           "  - id: s\n"
           "    name: 表\n"
           "    title: 表\n"
           "    blocks:\n"
           "      - block: form\n"
           "        id: f\n"
           "        fields:\n"
           "          - {id: year, label: 年度, type: choice, choices: years, initial: 2026}\n"
           "          - {id: n, label: 数, type: number}\n"
           "      - {block: calculation, id: c, lines: [{id: new, label: 新, type: text, formula: '" +
           formula + "'}]}\n";
  };
  tests::WorkbookSite site;
  const Made good = made(site, book("IF(f.year = \"2026\", \"新\", \"旧\")"));
  bool found = false;
  for (const auto& cell : good.read.sheets.front().cells) {
    found = found || (cell.text == "2026" && cell.type == spreadsheet::Cell::Type::text);
  }
  CHECK(found);
  bool text_format = false;
  for (const auto& cell : good.plan.sheets.front().cells) {
    const auto* text = std::get_if<std::string>(&cell.content);
    if (text != nullptr && *text == "2026") text_format = good.plan.formats[cell.format].number_format == "@";
  }
  CHECK(text_format);  // a year that is chosen from the list stays one, instead of turning into a number
  for (const char* formula : {"f.year = 2026", "IF(1 <> f.year, \"a\", \"b\")", "IF(f.year = -1, \"a\", \"b\")",
                              "IF(f.year > f.n, \"a\", \"b\")", "IF(AND(f.n = 1, f.year = f.n * 2), \"a\", \"b\")"}) {
    INFO(formula);
    CHECK(findings_of(book(formula)).find("workbook-choice-number") != std::string::npos);
  }
}

TEST_CASE("days from 1900-03-01 on can be typed; earlier ones are refused in a template") {
  const auto field = [](const std::string& rest) {
    return "sheets: [{id: s, name: a, title: b, blocks: [{block: form, id: f, fields: [{id: a, label: A, type: date" +
           rest + "}]}]}]\n";
  };
  tests::WorkbookSite site;
  const Made book = made(site, field(""));
  REQUIRE(book.plan.sheets.front().validations.size() == 1);
  CHECK(book.plan.sheets.front().validations.front().least == 61);
  CHECK(book.plan.sheets.front().validations.front().most == 2'958'465);
  CHECK(findings_of(field(", initial: 1900-03-01")).empty());
  for (const char* rest : {", initial: 1900-02-28", ", earliest: 1900-01-01", ", latest: 1900-02-28"}) {
    INFO(rest);
    CHECK(findings_of(field(rest)).find("workbook-early-day") != std::string::npos);
  }
}

TEST_CASE("the words of a gate's verdicts reach its formulas as texts, long ones joined") {
  tests::WorkbookSite site;
  std::string records = quoted_gate;
  std::string longer;
  for (int i = 0; i < 70; ++i) longer += "続ける。";
  records.replace(records.find("LONG"), 4, longer);
  site.add_records(records);
  REQUIRE(site.findings().empty());
  const Made book = made(site, R"(sheets:
  - {id: s, name: 判定, title: 判定, blocks: [{block: gate, id: g, record: quotes}]}
)");
  CHECK(has_formula(book.plan, "\"同じ\"\"範囲\"\"でもう1ヶ月続ける\""));
  CHECK(has_formula(book.plan, "続ける\"&\"。"));
}
