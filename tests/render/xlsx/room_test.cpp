// What a field accepts and computes has room in its cell, measured as rows are.
#include "render/xlsx/room.h"

#include <map>

#include "render/xlsx/plan.h"
#include "render/xlsx/styles.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using render::xlsx::CellFormat;
using render::xlsx::Misfit;
using render::xlsx::SheetPlan;
using render::xlsx::WorkbookPlan;
using render::xlsx::WorkbookTemplate;

namespace {

std::string full_width(std::int64_t characters) {
  std::string text;
  for (std::int64_t i = 0; i < characters; ++i) text += "あ";
  return text;
}

struct PlacedCell {
  CellFormat format;
  double pixels = 0;
  double points = 0;
};

PlacedCell find_cell(const WorkbookPlan& plan, const SheetPlan& sheet, std::uint32_t row, std::uint16_t column) {
  PlacedCell placed;
  std::uint16_t last = column;
  for (const auto& merge : sheet.merges) {
    if (merge.first_row == row && merge.first_column == column) last = merge.last_column;
  }
  for (std::uint16_t i = column; i <= last; ++i) placed.pixels += sheet.column_pixels[i];
  placed.points = sheet.row_points[row];
  for (const auto& cell : sheet.cells) {
    if (cell.row == row && cell.column == column) placed.format = plan.formats[cell.format];
  }
  return placed;
}

bool shows(const PlacedCell& cell, std::int64_t characters) {
  if (cell.format.wrap) {
    return render::xlsx::text_points(full_width(characters), cell.format, cell.pixels) <= cell.points + 0.25;
  }
  return render::xlsx::sign_room(cell.format, cell.pixels) >= characters * 2;
}

std::string one_field(const std::string& field, const std::string& more = "") {
  return "id: one\nversion: 1.0.0\ntitle: 題\ndescription: 説明\nsheets:\n  - id: s\n    name: 表\n    title: 題\n"
         "    blocks:\n      - block: table\n        id: t\n        columns:\n          - " +
         field + "\n          - {id: other, label: 他, width: 3}\n        rows: 2\n" + more;
}

std::vector<Misfit> misfits_of(const std::string& yaml, tests::WorkbookSite& site,
                               std::optional<model::WorkbookDefinition>& definition) {
  definition = site.read("one", yaml);
  REQUIRE(site.findings().empty());
  return render::xlsx::find_misfits(*definition, site.records, site.figures);
}

}  // namespace

TEST_CASE("formulas that name each other twice are measured once each") {
  // Looked at again for each name, the last would cost 2 to the power of 60.
  std::string fields = "{id: f0, label: 数, type: number}";
  for (int i = 1; i <= 60; ++i) {
    const std::string before = "f" + std::to_string(i - 1);
    fields += ", {id: f" + std::to_string(i) + ", label: 数, type: number, formula: " + before + " * " + before + "}";
  }
  tests::WorkbookSite site;
  std::optional<model::WorkbookDefinition> definition;
  CHECK(misfits_of("id: one\nversion: 1.0.0\ntitle: 題\ndescription: 説明\nsheets:\n  - id: s\n    name: 表\n    title: 題\n"
                    "    blocks:\n      - {block: form, id: f, fields: [" + fields + "]}\n", site, definition)
             .empty());
}

TEST_CASE("as many characters as a cell has room for need no more than its height") {
  for (const double size : {9.0, 10.5, 16.0}) {
    for (const double pixels : {40.0, 77.0, 165.0, 608.0}) {
      for (const double points : {24.0, 58.0, 143.0, 400.0}) {
        CellFormat format;
        format.size = size;
        format.indent = 1;
        const std::int64_t room = render::xlsx::text_room(format, pixels, points);
        INFO(size << " " << pixels << " " << points << " " << room);
        const double one_line = render::xlsx::room_points(1, format, pixels);
        CHECK(render::xlsx::room_points(room, format, pixels) <= std::max(points, one_line));
        CHECK(render::xlsx::room_points(room + 1, format, pixels) > std::min(points, one_line));
      }
    }
  }
}

TEST_CASE("every field of our templates shows the longest text that it accepts") {
  int texts = 0;
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    CHECK(render::xlsx::find_misfits(*definition, site.records, site.figures).empty());
    const WorkbookTemplate planned(*definition, site.records, site.figures);
    const WorkbookPlan& plan = planned.plan();
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
      const SheetPlan& sheet = plan.sheets[i];
      for (const auto& rule : sheet.validations) {
        if (rule.kind != render::xlsx::Validation::Kind::length) continue;
        for (std::uint32_t row = rule.area.first_row; row <= rule.area.last_row; ++row) {
          const PlacedCell cell = find_cell(plan, sheet, row, rule.area.first_column);
          INFO(name << " " << sheet.name << " " << render::xlsx::cell_name(row, rule.area.first_column) << " "
                    << rule.most);
          CHECK(shows(cell, static_cast<std::int64_t>(rule.most)));
          ++texts;
        }
      }
    }
  }
  CHECK(texts > 500);
}

TEST_CASE("a limit that its cell cannot show is reported with one that fits, and left out it follows from the room") {
  tests::WorkbookSite site;
  std::optional<model::WorkbookDefinition> definition;
  const auto misfits =
      misfits_of(one_field("{id: goal, label: 目標, type: long-text, longest: 400, lines: 3}"), site, definition);
  REQUIRE(misfits.size() == 1);
  const Misfit& misfit = misfits.front();
  CHECK(misfit.field->id.value == "goal");
  CHECK(misfit.needed == 400);
  // What it says would do, does.
  for (const std::string& field :
       {"longest: " + std::to_string(misfit.room) + ", lines: 3", std::string("lines: 3"), std::string("lines: 1"),
        "longest: " + std::to_string(misfit.room / 3 * 20) + ", lines: 20"}) {
    tests::WorkbookSite again;
    INFO(field);
    CHECK(misfits_of(one_field("{id: goal, label: 目標, type: long-text, " + field + "}"), again, definition).empty());
  }
  tests::WorkbookSite more;
  CHECK(misfits_of(one_field("{id: goal, label: 目標, type: long-text, lines: 3, longest: " +
                             std::to_string(misfit.room + 1) + "}"),
                   more, definition)
            .size() == 1);
  tests::WorkbookSite open;
  definition = open.read("one", one_field("{id: goal, label: 目標, type: long-text, lines: 3}"));
  const WorkbookTemplate planned(*definition, open.records, open.figures);
  CHECK(planned.fields().front().longest == misfit.room);
}

TEST_CASE("a computed text has the room of what it repeats, from the top of its cell") {
  tests::WorkbookSite site;
  const auto definition = site.read(
      "one", one_field("{id: goal, label: 目標, type: long-text, longest: 60, lines: 10}",
                       "  - id: again\n    name: 再掲\n    title: 再掲\n    blocks:\n      - block: table\n        id: r\n"
                       "        columns:\n          - {id: goal, label: 目標, type: long-text, formula: "
                       "'INDEX(t.goal, row) & \"\"'}\n          - {id: note, label: 所見, width: 6}\n        rows: 2\n"));
  REQUIRE(site.findings().empty());
  const auto plan = render::xlsx::plan_workbook(*definition, site.records, site.figures);
  const SheetPlan& sheet = plan.sheets[1];
  int found = 0;
  for (const auto& cell : sheet.cells) {
    const auto* formula = std::get_if<render::xlsx::FormulaCell>(&cell.content);
    if (formula == nullptr || formula->text.find("INDEX") == std::string::npos) continue;
    const PlacedCell placed = find_cell(plan, sheet, cell.row, cell.column);
    CHECK(shows(placed, 60));
    CHECK(placed.format.vertical == render::xlsx::Vertical::top);
    CHECK(placed.format.wrap);
    ++found;
  }
  CHECK(found == 2);
}

TEST_CASE("no number turns to E notation: formats are grouped and shrink, and too narrow a column is reported") {
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    const WorkbookTemplate planned(*definition, site.records, site.figures);
    for (const auto& field : planned.fields()) {
      if (field.field->type != model::FieldType::number) continue;
      const SheetPlan& sheet = planned.plan().sheets[field.sheet];
      for (const auto& cell : sheet.cells) {
        if (render::xlsx::sheet_cell_name(sheet.name, cell.row, cell.column) != field.cell) continue;
        const CellFormat& format = planned.plan().formats[cell.format];
        INFO(name << " " << field.key);
        CHECK(!format.number_format.empty());
        CHECK(format.shrink);
        CHECK(!format.wrap);
        CHECK(format.indent == 0);
      }
    }
  }
  tests::WorkbookSite site;
  std::optional<model::WorkbookDefinition> definition;
  const auto misfits = misfits_of(
      one_field("{id: value, label: 値, type: number, width: 0.22}"), site, definition);
  REQUIRE(misfits.size() == 1);
  CHECK(misfits.front().number);
  CHECK(misfits.front().needed == 11);
  tests::WorkbookSite small;
  CHECK(misfits_of(one_field("{id: value, label: 値, type: number, decimals: 0, least: 1, most: 5, width: 0.22}"), small,
                   definition)
            .empty());
  // A computed one is held against what it repeats.
  tests::WorkbookSite computed;
  CHECK(misfits_of(one_field("{id: value, label: 値, type: number, width: 2}",
                             "      - block: table\n        id: r\n        columns:\n          - {id: value, label: 値, "
                             "type: number, formula: 'INDEX(t.value, row)', width: 0.22}\n          - {id: other, "
                             "label: 他, width: 3}\n        rows: 2\n"),
                   computed, definition)
            .size() == 1);
}
