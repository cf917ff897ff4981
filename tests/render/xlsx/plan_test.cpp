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
        CHECK(text->find('#') == std::string::npos);
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
  CHECK(plan.sheets[1].frozen_rows == 1);  // a form stands above
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

TEST_CASE("the number of missing fields in a sheet's title has room on every sheet of the set") {
  int counters = 0;
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    for (const auto& sheet : render::xlsx::plan_workbook(*definition, site.records, site.figures).sheets) {
      std::uint16_t first = 0;
      for (const auto& cell : sheet.cells) {
        if (cell.row == 0 && std::holds_alternative<render::xlsx::FormulaCell>(cell.content)) first = cell.column;
      }
      if (first == 0) continue;
      ++counters;
      double pixels = 0;
      for (std::size_t i = first; i < sheet.column_pixels.size(); ++i) pixels += sheet.column_pixels[i];
      INFO(name << " " << sheet.name);
      CHECK(pixels >= 100);
    }
  }
  CHECK(counters > 40);
}
