#include "render/xlsx/press.h"

#include <cstdlib>

#include "graph/parallel.h"
#include "render/xlsx/verify.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using expression::Value;
using render::xlsx::CellChange;
using render::xlsx::Press;
using render::xlsx::WorkbookPlan;
using render::xlsx::WorkbookTemplate;

namespace {

// The marks become what `fields` says of a field, so that the same sheet is read empty and filled in.
std::string definition_text(const std::string& name, const std::string& start, const std::string& weight) {
  return R"(id: small
version: 1.2.0
title: 小さな様式
description: 説明
sheets:
  - id: first
    name: はじめに
    title: 小さな様式
    blocks:
      - {block: summary}
  - id: goals
    name: 目標
    title: 目標
    blocks:
      - {block: form, id: head, columns: 2, fields: [{id: name, label: 氏名, required: true)" +
         name + "}, {id: start, label: 初日, type: date, required: true" + start + R"(}]}
      - block: form
        id: goals
        fields: [{id: weight, label: ウェイト, type: number, required: true)" +
         weight + R"(}, {id: double, label: 倍, type: number, formula: weight * 2}]
      - block: checks
        id: sums
        checks: [{id: hundred, label: 合計, formula: goals.double = 100, advice: 直す}]
)";
}

struct Prepared {
  tests::WorkbookSite site;
  std::optional<model::WorkbookDefinition> definition;
  std::optional<WorkbookTemplate> made;

  explicit Prepared(const std::string& text) {
    site.read_records();
    definition = site.read("small.yaml", text);
    REQUIRE(definition);
    made.emplace(*definition, site.records, site.figures);
  }
};

WorkbookPlan with(WorkbookPlan plan, const std::vector<CellChange>& changes) {
  for (const CellChange& change : changes) {
    for (auto& cell : plan.sheets[change.sheet].cells) {
      if (cell.row == change.row && cell.column == change.column) cell.content = change.content;
    }
  }
  return plan;
}

// What a sheet says of itself counts only what somebody entered, so that a form with initial values is not begun yet:
// other than all the rest, it distinguishes these from values that were filled in.
bool is_state(const render::xlsx::Cell& cell) {
  const auto* formula = std::get_if<render::xlsx::FormulaCell>(&cell.content);
  const auto* text = formula == nullptr ? nullptr : std::get_if<std::string>(&formula->value);
  return text != nullptr && (*text == "未着手" || *text == "記入中" || *text == "完了");
}

// 未記入 3 件, in a title and in the summary: nothing is counted before somebody has begun.
bool is_counter(const WorkbookPlan& plan, const render::xlsx::Cell& cell) {
  return plan.formats[cell.format].number_format.find("件") != std::string::npos;
}

std::string states(const WorkbookPlan& plan) {
  std::string all;
  for (const auto& sheet : plan.sheets) {
    for (const auto& cell : sheet.cells) {
      if (!is_state(cell)) continue;
      all += sheet.name + " " + std::get<std::string>(std::get<render::xlsx::FormulaCell>(cell.content).value) + "\n";
    }
  }
  return all;
}

std::string differing_cell(const WorkbookPlan& left, const WorkbookPlan& right) {
  for (std::size_t sheet = 0; sheet < left.sheets.size(); ++sheet) {
    REQUIRE(left.sheets[sheet].cells.size() == right.sheets[sheet].cells.size());
    for (std::size_t i = 0; i < left.sheets[sheet].cells.size(); ++i) {
      const auto& a = left.sheets[sheet].cells[i];
      const auto& b = right.sheets[sheet].cells[i];
      const auto* formula = std::get_if<render::xlsx::FormulaCell>(&a.content);
      const auto* other = std::get_if<render::xlsx::FormulaCell>(&b.content);
      const bool same = formula != nullptr && other != nullptr
                            ? formula->text == other->text && formula->value == other->value
                            : formula == nullptr && other == nullptr && a.content.index() == b.content.index() &&
                                  (!std::holds_alternative<std::string>(a.content) ||
                                   std::get<std::string>(a.content) == std::get<std::string>(b.content)) &&
                                  (!std::holds_alternative<double>(a.content) ||
                                   std::get<double>(a.content) == std::get<double>(b.content));
      if (is_counter(left, a) && is_counter(right, b)) continue;
      if (!same && !(is_state(a) && is_state(b))) return left.sheets[sheet].name + " " + render::xlsx::cell_name(a.row, a.column);
    }
  }
  return {};
}

}  // namespace

TEST_CASE("filling in a planned workbook gives the cells that the same values give in its definition") {
  const Prepared empty(definition_text("", "", ""));
  const Prepared full(definition_text(", initial: 山田 花子", ", initial: '2026-04-01'", ", initial: '50'"));
  const auto changes = empty.made->fill({{"head.name", "山田 花子"}, {"head.start", 46113.0}, {"goals.weight", 50.0}});
  CHECK(differing_cell(with(empty.made->plan(), changes), full.made->plan()) == "");
  CHECK_FALSE(differing_cell(empty.made->plan(), full.made->plan()).empty());
  const auto everywhere = [](const std::string& state) {
    return "はじめに " + state + "\nはじめに " + state + "\nはじめに " + state + "\n目標 " + state + "\n";
  };
  CHECK(states(empty.made->plan()) == everywhere("未着手"));
  CHECK(states(with(empty.made->plan(), empty.made->fill({{"head.name", "山田 花子"}}))) == everywhere("記入中"));
  CHECK(states(with(empty.made->plan(), changes)) == everywhere("完了"));
  CHECK(states(full.made->plan()) == everywhere("完了"));  // nothing is left that somebody could begin

  SECTION("and taking them away gives the empty one") {
    const auto back = full.made->fill({{"head.name", Value()}, {"head.start", Value()}, {"goals.weight", Value()}});
    CHECK(differing_cell(with(full.made->plan(), back), empty.made->plan()) == "");
    CHECK(states(with(full.made->plan(), back)) == everywhere("記入中"));
  }
  SECTION("only what depends on a field changes") {
    const auto& plan = empty.made->plan();
    std::size_t cells = 0;
    for (const auto& sheet : plan.sheets) cells += sheet.cells.size();
    CHECK(empty.made->fill({{"head.name", "山田"}}).size() < cells / 4);
    CHECK(empty.made->fill({{"head.unknown", "山田"}}).empty());
    CHECK(empty.made->has_field("head.name"));
    CHECK_FALSE(empty.made->has_field("head.unknown"));
  }
}

TEST_CASE("a printed workbook reads back as changed, with the same bytes on every thread") {
  const tests::WorkbookFolder folder;
  tests::WorkbookSite site;
  site.read_records();
  const auto definition = site.read_template("mbo-sheet");
  REQUIRE(definition);
  const WorkbookTemplate made(*definition, site.records, site.figures);
  const auto press = Press::prepare(made.plan(), folder.options());
  REQUIRE(press);
  const auto changes = made.fill({{"header.name", "山田 <花子> & 太郎"},
                                  {"header.number", "0012345"},
                                  {"header.start", 46113.0},
                                  {"goals.1.weight", 20.0}});
  REQUIRE(changes.size() > 8);
  const auto printed = press.value().print(changes);
  REQUIRE(printed);
  const auto read = spreadsheet::read_workbook(printed.value());
  REQUIRE(read);
  CHECK(render::xlsx::find_difference(with(made.plan(), changes), read.value()) == "");
  CHECK_FALSE(render::xlsx::find_difference(made.plan(), read.value()).empty());

  std::vector<std::string> others(6);
  graph::for_each_index(others.size(), [&](std::size_t i) {
    const auto again = press.value().print(changes);
    if (again) others[i] = again.value();
  });
  for (const std::string& other : others) CHECK(other == printed.value());
  const auto untouched = press.value().print({});
  REQUIRE(untouched);
  const auto plain = spreadsheet::read_workbook(untouched.value());
  REQUIRE(plain);
  CHECK(render::xlsx::find_difference(made.plan(), plain.value()) == "");
}

TEST_CASE("whatever is put into a field arrives as that text, or is refused") {
  const tests::WorkbookFolder folder;
  const Prepared small(definition_text("", "", ""));
  const auto press = Press::prepare(small.made->plan(), folder.options());
  REQUIRE(press);
  const std::string key = "head.name";
  const auto place = small.made->fill({{key, "x"}});
  const auto arrives = [&](const std::string& text) {
    const auto changes = small.made->fill({{key, text}});
    const auto printed = press.value().print(changes);
    if (!printed) return std::string("refused");
    const auto read = spreadsheet::read_workbook(printed.value());
    REQUIRE(read);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (!std::holds_alternative<std::string>(changes[i].content)) continue;
      for (const auto& cell : read.value().sheets[changes[i].sheet].cells) {
        if (cell.row == changes[i].row && cell.column == changes[i].column) {
          CHECK_FALSE(cell.has_formula);
          return cell.text;
        }
      }
    }
    return std::string("nowhere");
  };
  const std::string long_text(32'767, 'a');
  for (const std::string& text :
       {std::string("=1+1"), std::string("+SUM(A1)"), std::string("@x"), std::string("-1"), std::string("_x0041_"),
        std::string("<v>&amp;\"'"), std::string("一行\n二行\t終"), std::string("  空白  "), std::string("]]>"),
        std::string("𠮷野家"), std::string("<c r=\"A1\">"), long_text}) {
    CHECK(arrives(text) == text);
  }
  CHECK(arrives(long_text + "a") == "refused");
  CHECK(arrives(std::string("a\x01")) == "refused");
  CHECK(arrives("\xED\xA0\x80") == "refused");
  CHECK(arrives("\xFF") == "refused");
  CHECK(arrives("\xEF\xBF\xBF") == "refused");

  CHECK_FALSE(press.value().print({{0, 900, 0, 1.0}}));
  CHECK_FALSE(press.value().print({{99, 0, 0, 1.0}}));
  CHECK_FALSE(press.value().print({{place[0].sheet, place[0].row, place[0].column, 1.0 / 0.0}}));
}

TEST_CASE("parts that are not replaced stay as they are compressed") {
  const tests::WorkbookFolder folder;
  const Prepared small(definition_text("", "", ""));
  const auto press = Press::prepare(small.made->plan(), folder.options());
  REQUIRE(press);
  const auto before = press.value().print({});
  REQUIRE(before);
  const auto after = spreadsheet::replace_parts(before.value(), {{"xl/styles.xml", "<styleSheet/>"}});
  REQUIRE(after);
  const auto first = spreadsheet::Container::open(before.value(), {});
  auto second = spreadsheet::Container::open(after.value(), {});
  REQUIRE(first);
  REQUIRE(second);
  const auto old_parts = first.value().parts();
  const auto new_parts = second.value().parts();
  REQUIRE(old_parts.size() == new_parts.size());
  for (std::size_t i = 0; i < old_parts.size(); ++i) {
    CHECK((old_parts[i] == new_parts[i]) == (old_parts[i].name != "xl/styles.xml"));
  }
  CHECK(second.value().read("xl/styles.xml").value() == "<styleSheet/>");
  CHECK_FALSE(spreadsheet::replace_parts(before.value(), {{"xl/none.xml", ""}}));
  CHECK_FALSE(spreadsheet::replace_parts("no container", {}));
}
