// Values that pasting put past the validation: reported beside them, in their sheet's title and in the summary.
#include "render/xlsx/validity.h"

#include <algorithm>
#include <map>

#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using expression::Value;
using render::xlsx::FormulaCell;
using render::xlsx::WorkbookTemplate;

namespace {

const std::string book = R"(id: checked
version: 1.0.0
title: 題
description: 説明
lists:
  - {id: rank, label: 難易度, items: [高い, 標準, '1']}
sheets:
  - {id: first, name: はじめに, title: 題, blocks: [{block: summary}]}
  - id: goals
    name: 目標
    title: 目標
    paper: landscape
    blocks:
      - block: table
        id: goals
        columns:
          - {id: goal, label: 目標, longest: 10, width: 3}
          - {id: rank, label: 難易度, type: choice, choices: rank}
          - {id: weight, label: ウェイト, type: number, decimals: 0, least: 5, most: 60}
          - {id: value, label: 値, type: number, width: 2}
          - {id: rate, label: 率, type: percent, least: 0, most: 100}
          - {id: day, label: 期限, type: date, width: 2}
          - {id: done, label: 済, type: check}
        rows: 2
)";

// The verdict beside a field on the data sheet, in the title of its sheet, and in the summary.
struct Verdicts {
  std::string field;
  std::string title;
  std::string summary;
};

Verdicts verdicts_of(const WorkbookTemplate& planned, const std::string& key, const Value& value) {
  auto plan = planned.plan();
  for (const auto& change : planned.fill({{key, value}})) {
    for (auto& cell : plan.sheets[change.sheet].cells) {
      if (cell.row == change.row && cell.column == change.column) cell.content = change.content;
    }
  }
  Verdicts verdicts;
  const auto text = [](const render::xlsx::Cell& cell) {
    const auto* formula = std::get_if<FormulaCell>(&cell.content);
    const auto* word = formula == nullptr ? nullptr : std::get_if<std::string>(&formula->value);
    return word == nullptr ? std::string() : *word;
  };
  std::uint32_t row = 0;
  for (const auto& cell : plan.sheets.back().cells) {
    const auto* word = std::get_if<std::string>(&cell.content);
    if (word != nullptr && *word == key) row = cell.row;
    if (row != 0 && cell.row == row && text(cell) == "要確認") verdicts.field = "要確認";
  }
  REQUIRE(row != 0);
  for (const auto& cell : plan.sheets[1].cells) {
    if (cell.row == 0 && text(cell).starts_with("要確認")) verdicts.title = text(cell);
  }
  for (const auto& cell : plan.sheets[0].cells) {
    if (text(cell) == "要確認" || text(cell) == "OK") verdicts.summary = text(cell);
  }
  return verdicts;
}

}  // namespace

TEST_CASE("a value that its field does not take is 要確認 on the data sheet, in the title and in the summary") {
  tests::WorkbookSite site;
  const auto definition = site.read("checked", book);
  REQUIRE(site.findings().empty());
  const WorkbookTemplate planned(*definition, site.records, site.figures);
  struct Row {
    const char* field;
    Value value;
    bool good;
  };
  const Row rows[] = {
      {"goal", Value("十文字までの目標です"), true},
      {"goal", Value("十文字を超えた目標です。"), false},
      {"goal", Value("\u3000\u3000"), false},
      {"goal", Value("\u00A0 \u200B"), false},
      {"goal", Value(12.0), true},
      {"goal", Value(), true},
      {"rank", Value("高い"), true},
      {"rank", Value("たかい"), false},
      {"rank", Value("高い "), false},
      {"rank", Value(1.0), true},
      {"weight", Value(20.0), true},
      {"weight", Value(-20.0), false},
      {"weight", Value(61.0), false},
      {"weight", Value(20.5), false},
      {"weight", Value("20"), false},
      {"value", Value(554'250'000.0), true},
      {"value", Value("4件"), false},
      {"rate", Value(0.6), true},
      {"rate", Value(60.0), false},
      {"day", Value(46'000.0), true},
      {"day", Value("令和9年3月31日"), false},
      {"day", Value(20'260'401.0), false},
      {"done", Value("☑"), true},
      {"done", Value("済"), false},
  };
  for (const Row& row : rows) {
    const std::string key = std::string("goals.2.") + row.field;
    const Verdicts verdicts = verdicts_of(planned, key, row.value);
    INFO(key << " " << (row.value.get<std::string>() != nullptr ? *row.value.get<std::string>() : "number"));
    CHECK(verdicts.field == (row.good ? "" : "要確認"));
    CHECK(verdicts.title == (row.good ? "" : "要確認 1 件"));
    CHECK(verdicts.summary == (row.good ? "OK" : "要確認"));
  }
}

TEST_CASE("every input of every template has a verdict, a highlight and a place that no cutting moves") {
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    const WorkbookTemplate planned(*definition, site.records, site.figures);
    const auto& data = planned.plan().sheets.back();
    std::map<std::uint32_t, std::vector<std::string>> formulas;  // by row
    std::map<std::string, std::uint32_t> rows;                   // by key
    for (const auto& cell : data.cells) {
      if (const auto* formula = std::get_if<FormulaCell>(&cell.content)) formulas[cell.row].push_back(formula->text);
      if (const auto* text = std::get_if<std::string>(&cell.content)) rows.emplace(*text, cell.row);
    }
    for (const auto& field : planned.fields()) {
      INFO(name << " " << field.key);
      REQUIRE(rows.contains(field.key));
      const auto& texts = formulas[rows[field.key]];
      REQUIRE(texts.size() == 2);
      const auto& sheet = planned.plan().sheets[field.sheet];
      CHECK(texts[0].starts_with("IF(INDEX('" + sheet.name + "'!$A$1:"));
      CHECK(texts[0].find(field.cell) == std::string::npos);
      CHECK(texts[1].starts_with("IF(IFERROR("));
      const bool coloured = std::any_of(sheet.highlights.begin(), sheet.highlights.end(), [&](const auto& highlight) {
        if (!highlight.formula.starts_with("IFERROR(")) return false;
        for (std::uint32_t row = highlight.area.first_row; row <= highlight.area.last_row; ++row) {
          if (render::xlsx::sheet_cell_name(sheet.name, row, highlight.area.first_column) == field.cell) return true;
        }
        return false;
      });
      CHECK(coloured);
    }
  }
}
