// A workbook between its definition and its cells: lines of pieces that have a place across the sheet but no column
// yet, and slots, the pieces whose value somebody may refer to.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "expression/value.h"
#include "model/workbook.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// Index into Draft::slots.
struct SlotId {
  std::uint32_t value = 0;
  friend auto operator<=>(SlotId, SlotId) = default;
};

struct Computed {
  std::string text;         // without `=`
  expression::Value value;  // a number or a text
};
class Formulas;
// Asked when every slot has its cell.
using FormulaMaker = std::function<Computed(Formulas&)>;
// In characters of half width; asked when every input knows its limit.
using SignCounter = std::function<std::int64_t(const Formulas&)>;

struct Slot {
  enum class Kind { fixed, input, formula };
  Kind kind = Kind::fixed;
  std::string key;    // goals.1.weight
  std::string label;  // for the data sheet and the drop-down's messages
  model::FieldType type = model::FieldType::text;
  std::string unit;
  const model::FieldDefinition* field = nullptr;  // of an input
  bool required = false;
  bool recorded = false;    // has a line on the data sheet
  std::int64_t longest = 0;  // of an input that takes text: as many characters; set by the layout
  expression::Value value;  // blank until something is there
  int decimals = 0;         // that its author typed
  FormulaMaker make;        // of a formula
  SignCounter signs;        // of a formula that an author wrote: how wide its value may be
  // Where it is; set by the layout.
  std::uint32_t sheet = 0;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::uint16_t last_column = 0;
};

// Part of a line: from `left` to `right`, both fractions of the sheet's width.
struct Piece {
  double left = 0;
  double right = 1;
  CellFormat format;
  std::variant<std::monostate, std::string, double, SlotId> content;
  std::string room = {};  // a text that a formula may show later: the line is high enough for it
  double least_pixels = 0;  // the grid gets further columns where those of other lines leave it less
};

// A chart over the whole line, and from where its columns are looked for.
struct ChartDraft {
  const model::ChartBlock* block = nullptr;
  std::int64_t repetition = 0;
  std::string phase;
};

struct Line {
  std::vector<Piece> pieces;  // from left to right
  std::optional<ChartDraft> chart;
  double least_points = 0;
  bool page_break = false;
  bool soft = false;  // its boundaries may move to those of other lines, however far
};

// A condition on a slot's cell, or on the cells of one column; `{}` stands for the first cell's address.
struct SlotHighlight {
  SlotId first;
  SlotId last;
  std::string formula;
  std::vector<SlotId> references;  // `{1}`, `{2}` …: their columns are held, their rows move along
  std::uint32_t fill = 0;
  std::uint32_t colour = 0;
  bool bold = false;
  std::string number_format = {};  // in place of the cell's own
};

struct SheetDraft {
  std::string name;
  std::string title;
  std::uint32_t tab_colour = 0;
  std::uint16_t columns = 0;  // set by the layout
  bool hidden = false;
  bool landscape = false;
  bool one_page = false;
  std::uint32_t frozen_lines = 1;
  std::uint16_t frozen_columns = 0;
  std::uint32_t repeated_lines = 1;
  std::optional<std::uint32_t> header_line;  // with the labels of the last table
  std::vector<Line> lines;
  std::vector<SlotHighlight> highlights;
  std::vector<SlotId> missing;  // required fields of forms: each counts if it is blank
  std::vector<SlotId> partial;  // numbers of missing fields, calculated by a table or an optional form
  std::vector<SlotId> counter;  // none or one: how many are missing on this sheet; "" if none is, or nobody has begun it
  std::vector<SlotId> state;    // with it: 未着手, 記入中 or 完了
  std::vector<SlotId> verdicts;  // on the data sheet: 要確認 for each input of this sheet that holds what it must not
};

struct DraftCheck {
  std::string label;
  std::string advice;
  SlotId result;
};

struct Draft {
  std::vector<Slot> slots;
  std::vector<SheetDraft> sheets;
  std::vector<DraftCheck> checks;
  std::map<std::string, std::vector<std::string>> lists;  // by their defined names; empty: nobody has filled it yet

  Slot& slot(SlotId id) { return slots[id.value]; }
  const Slot& slot(SlotId id) const { return slots[id.value]; }
  SlotId add(Slot slot) {
    slots.push_back(std::move(slot));
    return {static_cast<std::uint32_t>(slots.size() - 1)};
  }
};

}  // namespace shirube::render::xlsx
