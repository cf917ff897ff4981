#include "render/xlsx/plan.h"

#include <cstdlib>

#include "render/xlsx/dump.h"
#include "render/xlsx/writer.h"
#include "source/file_system.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;

namespace {

const std::string small = R"(id: small
version: 1.2.0
title: 小さな様式
description: 説明
lists:
  - {id: rank, label: 難易度, items: [高い, 標準]}
sheets:
  - id: first
    name: はじめに
    title: 小さな様式
    blocks:
      - {block: summary}
  - id: goals
    name: 目標
    title: 目標
    paper: landscape
    blocks:
      - {block: form, id: head, columns: 2, fields: [{id: start, label: 初日, type: date, required: true}, {id: rate, label: 率, type: percent, least: 0, most: 100, initial: '50'}]}
      - block: table
        id: goals
        columns:
          - {id: goal, label: 目標, required: true, prompt: 書きます}
          - {id: rank, label: 難易度, type: choice, choices: rank}
          - {id: weight, label: ウェイト, type: number, decimals: 0, least: 5, most: 60, required: true}
          - {id: double, label: 倍, type: number, formula: weight * 2}
        rows: 2
        least_rows: 1
        total: {label: 合計, function: sum, columns: [weight]}
      - {block: checks, id: checks, checks: [{id: sum, label: 合計100, formula: SUM(goals.weight) = 100, advice: 直す}]}
)";

render::xlsx::WorkbookPlan plan_of(const std::string& yaml) {
  tests::WorkbookSite site;
  const auto definition = site.read("small", yaml);
  REQUIRE(site.findings().empty());
  return render::xlsx::plan_workbook(*definition, site.records, site.figures);
}

void compare(const std::string& name, const std::string& text) {
  auto files = std::move(source::RealFileSystem::open(SHIRUBE_SOURCE_DIR)).value();
  const std::string path = "tests/render/xlsx/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) REQUIRE(files->write(path, text));
  const auto golden = files->read(path);
  REQUIRE(golden);
  CHECK(text == golden.value());
}

}  // namespace

TEST_CASE("a small workbook is planned cell by cell") {
  compare("small.txt", render::xlsx::dump_plan(plan_of(small)));
}

TEST_CASE("an empty form shows no error value and no number that nobody entered") {
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    const auto plan = render::xlsx::plan_workbook(*definition, site.records, site.figures);
    CHECK(render::xlsx::find_fault(plan).empty());
    std::size_t inputs = 0;
    for (const auto& sheet : plan.sheets) {
      for (const auto& cell : sheet.cells) {
        inputs += plan.formats[cell.format].locked ? 0 : 1;
        const auto* formula = std::get_if<render::xlsx::FormulaCell>(&cell.content);
        const auto* text = formula == nullptr ? nullptr : std::get_if<std::string>(&formula->value);
        if (text == nullptr) continue;
        INFO(sheet.name << " " << formula->text);
        if (sheet.name == "図の値") {
          // Nobody sees it, and a chart leaves a gap at #N/A only.
          CHECK(sheet.hidden);
          CHECK((*text == "#N/A" || text->find('#') == std::string::npos));
        } else {
          CHECK(text->find('#') == std::string::npos);
        }
        CHECK(*text != "要確認");
      }
    }
    CHECK(inputs > 25);
  }
}

TEST_CASE("long titles break, and what the header of the paper has no room for ends in an ellipsis") {
  std::string title;
  for (int i = 0; i < 10; ++i) title += "長い題名である";
  std::string yaml = small;
  yaml.replace(yaml.find("小さな様式"), std::string("小さな様式").size(), "六十字までの様式の名前");
  yaml.replace(yaml.find("title: 目標"), std::string("title: 目標").size(), "title: " + title);
  const auto before = plan_of(small);
  const auto plan = plan_of(yaml);
  const auto& sheet = plan.sheets[1];
  CHECK(sheet.row_points.front() > 1.5 * before.sheets[1].row_points.front());
  CHECK(plan.formats[sheet.cells.front().format].wrap);
  CHECK(sheet.header.starts_with("&L六十字までの様式の名前&R長い題名である"));
  CHECK(sheet.header.ends_with("…"));
  CHECK(before.sheets[1].header == "&L小さな様式&R目標");
  CHECK(render::xlsx::find_fault(plan).empty());
}

TEST_CASE("a text that needs a row higher than Excel's is refused, not cut") {
  std::string label;
  for (int i = 0; i < 100; ++i) label += "長";
  std::string yaml = small;
  const std::string narrow = "label: 目標, required: true";
  yaml.replace(yaml.find(narrow), narrow.size(), "label: " + label + ", width: 0.2");
  const std::string wide = "choices: rank}";
  yaml.replace(yaml.find(wide), wide.size(), "choices: rank, width: 5}");
  CHECK(render::xlsx::find_fault(plan_of(yaml)).find("pt > 409 pt") != std::string::npos);
}

TEST_CASE("the labels of a list's columns stay in sight and on every page") {
  const std::string list = small + R"(  - id: list
    name: 一覧
    title: 一覧
    blocks:
      - {block: note, text: 一行に一つ書く。}
      - {block: table, id: list, columns: [{id: a, label: A}], rows: 60}
)";
  const auto plan = plan_of(list);
  CHECK(plan.sheets[1].frozen_rows == 1);  // a form is above
  CHECK(plan.sheets[2].name == "一覧");
  CHECK(plan.sheets[2].frozen_rows == 4);
  CHECK(plan.sheets[2].repeat_last_row == 3U);
}

TEST_CASE("the sheets for machines are hidden, those for people are not") {
  const auto plan = plan_of(small);
  REQUIRE(plan.sheets.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(plan.sheets[i].hidden == (i >= 2));
}

TEST_CASE("two plans of one definition are equal, and its cells can be replayed") {
  CHECK(render::xlsx::dump_plan(plan_of(small)) == render::xlsx::dump_plan(plan_of(small)));
  CHECK(render::xlsx::dump_cells(plan_of(small)).starts_with("はじめに\t0\t0\ttext\t小さな様式\t\n"));
}

TEST_CASE("a template works on a site whose records are still to come") {
  tests::WorkbookSite site;
  const auto definition = site.read_template("mbo-sheet");
  REQUIRE(definition);
  CHECK(site.findings().empty());
  const auto plan = render::xlsx::plan_workbook(*definition, site.records, site.figures);
  CHECK(render::xlsx::find_fault(plan).empty());
}

namespace {

const std::string staged = R"(id: staged
version: 1.0.0
title: 段階のある様式
description: 説明
stage: head.stage
lists:
  - {id: stage, label: 段階, items: [期首, 中間, 期末]}
sheets:
  - id: first
    name: はじめに
    title: はじめに
    blocks:
      - {block: summary}
      - {block: form, id: head, fields: [{id: stage, label: 段階, type: choice, choices: stage, initial: 期首, required: true}]}
  - id: goals
    name: 目標
    title: 目標
    blocks:
      - {block: table, id: goals, columns: [{id: goal, label: 目標, required: true}, {id: weight, label: 重み, type: number, required: true}], rows: 3, least_rows: 1}
  - id: middle
    name: 中間
    title: 中間
    blocks:
      - {block: table, id: middle, columns: [{id: progress, label: 進み, required: true}, {id: note, label: メモ}], rows: 3, exists: goals.goal, stage: 中間}
      - {block: form, id: talk, fields: [{id: date, label: 日付, type: date, required: true}], exists: goals.goal, stage: 期末}
)";

// What the first sheet says of a sheet: how many fields are missing, and its state.
std::string state_of(const render::xlsx::WorkbookTemplate& planned, const render::xlsx::WorkbookTemplate::Values& values,
                     const std::string& sheet) {
  std::map<std::pair<std::uint32_t, std::uint16_t>, render::xlsx::CellContent> cells;
  for (const auto& cell : planned.plan().sheets[0].cells) cells[{cell.row, cell.column}] = cell.content;
  for (const auto& change : planned.fill(values)) {
    if (change.sheet == 0) cells[{change.row, change.column}] = change.content;
  }
  std::string text;
  for (const auto& [place, content] : cells) {
    const auto* label = std::get_if<std::string>(&content);
    if (label == nullptr || *label != sheet) continue;
    for (const auto& [other, value] : cells) {
      const auto* formula = std::get_if<render::xlsx::FormulaCell>(&value);
      if (other.first != place.first || formula == nullptr) continue;
      const double* number = std::get_if<double>(&formula->value);
      text += number != nullptr ? std::to_string(static_cast<int>(*number)) : std::get<std::string>(formula->value);
      text += " ";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("what is missing hangs on what exists and on the stage that the sheet says it is in") {
  tests::WorkbookSite site;
  const auto definition = site.read("staged", staged);
  REQUIRE(site.findings().empty());
  const render::xlsx::WorkbookTemplate planned(*definition, site.records, site.figures);
  using Values = render::xlsx::WorkbookTemplate::Values;
  const expression::Value text(std::string("あ"));
  const expression::Value middle(std::string("中間"));
  const expression::Value end(std::string("期末"));
  struct Row {
    Values values;
    std::string goals;
    std::string middle;
  };
  const Row rows[] = {
      {{}, " 未着手 ", " 未着手 "},
      {{{"head.stage", middle}}, " 未着手 ", " 未着手 "},
      {{{"goals.1.goal", text}}, "1 記入中 ", " 未着手 "},
      {{{"goals.1.goal", text}, {"goals.1.weight", 100.0}}, " 完了 ", " 未着手 "},
      {{{"goals.2.weight", 100.0}}, "3 記入中 ", " 未着手 "},
      {{{"goals.1.goal", text}, {"head.stage", middle}}, "1 記入中 ", " 未着手 "},
      {{{"goals.1.goal", text}, {"goals.3.goal", text}, {"head.stage", middle}}, "2 記入中 ", " 未着手 "},
      {{{"goals.1.goal", text}, {"head.stage", middle}, {"middle.1.note", text}}, "1 記入中 ", "1 記入中 "},
      {{{"goals.1.goal", text}, {"head.stage", middle}, {"middle.1.progress", text}}, "1 記入中 ", " 完了 "},
      {{{"goals.1.goal", text}, {"middle.1.progress", text}}, "1 記入中 ", " 記入中 "},
      {{{"goals.1.goal", text}, {"head.stage", end}}, "1 記入中 ", " 未着手 "},
      {{{"goals.1.goal", text}, {"head.stage", end}, {"middle.1.progress", text}, {"talk.date", 46000.0}}, "1 記入中 ",
       " 完了 "},
  };
  for (const Row& row : rows) {
    INFO(row.values.size());
    CHECK(state_of(planned, row.values, "目標") == row.goals);
    CHECK(state_of(planned, row.values, "中間") == row.middle);
  }
}

TEST_CASE("a stage that is none, and what a block waits for in vain, are reported") {
  const auto findings = [](const std::string& from, const std::string& to) {
    std::string yaml = staged;
    REQUIRE(yaml.find(from) != std::string::npos);
    yaml.replace(yaml.find(from), from.size(), to);
    tests::WorkbookSite site;
    (void)site.read("staged", yaml);
    return site.findings();
  };
  CHECK(findings("stage: 中間}", "stage: 中期}").find("workbook-initial") != std::string::npos);
  CHECK(findings("stage: head.stage", "stage: head.stege").find("workbook-unknown-field") != std::string::npos);
  CHECK(findings("exists: goals.goal", "exists: goals.gaol").find("workbook-unknown-field") != std::string::npos);
  CHECK(findings("exists: goals.goal, stage: 期末", "optional: true, stage: 期末").find("workbook-useless") !=
        std::string::npos);
}

TEST_CASE("the number of faults, the state and the number of missing fields have room in every title of the set") {
  int counters = 0;
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    for (const auto& sheet : render::xlsx::plan_workbook(*definition, site.records, site.figures).sheets) {
      for (const auto& cell : sheet.cells) {
        if (cell.row != 0 || !std::holds_alternative<render::xlsx::FormulaCell>(cell.content)) continue;
        ++counters;
        std::uint16_t last = cell.column;
        for (const auto& merge : sheet.merges) {
          if (merge.first_row == 0 && merge.first_column == cell.column) last = merge.last_column;
        }
        double pixels = 0;
        for (std::size_t i = cell.column; i <= last; ++i) pixels += sheet.column_pixels[i];
        INFO(name << " " << sheet.name << " " << render::xlsx::cell_name(cell.row, cell.column) << " "
                  << std::get<render::xlsx::FormulaCell>(cell.content).text);
        const bool state = std::get<render::xlsx::FormulaCell>(cell.content).text.find("未着手") != std::string::npos;
        CHECK(pixels >= (state ? 70 : 100));
      }
    }
  }
  CHECK(counters > 120);
}
