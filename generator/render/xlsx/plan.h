// What a workbook will hold, cell by cell: every decision is made here, nothing is left to the library that writes it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "expression/value.h"
#include "model/records.h"
#include "model/share.h"
#include "model/workbook.h"

namespace shirube::render::xlsx {

enum class Horizontal { general, left, centre, right };
enum class Vertical { top, centre };

// Colours are 0xRRGGBB; 0 as fill: none.
struct CellFormat {
  double size = 10.5;
  bool bold = false;
  std::uint32_t colour = 0x1A1A1A;
  std::uint32_t fill = 0;
  std::uint32_t border = 0;  // colour of a thin line on all sides; 0: none
  bool thick_bottom = false;
  Horizontal horizontal = Horizontal::left;
  Vertical vertical = Vertical::centre;
  bool wrap = true;
  bool shrink = false;  // a text too long for its cell gets smaller; only without `wrap`
  int indent = 0;
  std::string number_format;  // empty: General
  bool locked = true;
  friend auto operator<=>(const CellFormat&, const CellFormat&) = default;
};

// Rows and columns count from 0.
struct Area {
  std::uint32_t first_row = 0;
  std::uint16_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint16_t last_column = 0;
  friend auto operator<=>(const Area&, const Area&) = default;
};

struct FormulaCell {
  std::string text;                         // without `=`
  std::variant<double, std::string> value;  // what the file carries until it is recalculated
};
using CellContent = std::variant<std::monostate, double, std::string, FormulaCell>;

struct Cell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::uint32_t format = 0;  // index into WorkbookPlan::formats
  CellContent content;
};

struct Validation {
  enum class Kind { any, list, whole, decimal, date, length };
  Area area;
  Kind kind = Kind::any;
  std::string list;  // a defined name
  double least = 0;
  double most = 0;
  std::string prompt_title;  // at most 32 characters, the message 255
  std::string prompt;
  std::string error_title;
  std::string error;
};

// Always by a formula, relative to the area's first cell: the library writes other kinds wrongly.
struct Highlight {
  Area area;
  std::string formula;
  std::uint32_t fill = 0;
  std::uint32_t colour = 0;
  bool bold = false;
  std::string number_format = {};  // in place of the cell's own
};

// Cells of one column, and what the file carries for them until it is recalculated.
struct ChartRange {
  std::string sheet;
  Area area;
  std::vector<std::variant<std::monostate, double, std::string>> values;  // one per cell
};

struct ChartAxis {
  std::string title;
  std::string number_format;   // empty: General
  std::optional<double> most;  // where the axis ends
};

struct ChartPlan {
  using Kind = model::ChartBlock::Kind;
  struct Series {
    std::string name;
    ChartRange x;
    ChartRange y;
    bool points = false;  // without a line
  };
  Kind kind = Kind::line;
  std::string title;
  std::string description;  // for those who do not see it
  std::uint32_t row = 0;    // of its upper left corner
  std::uint16_t column = 0;
  double width = 0;  // pixels
  double height = 0;
  ChartAxis x;  // of the names of the rows, also where they are at the side
  ChartAxis y;
  std::vector<Series> series;
  // A blank cell that a further series draws, which nobody sees: LibreOffice draws the blanks of a line over computed
  // cells as 0 unless one of its cells holds nothing at all.
  std::optional<ChartRange> blank;
};

struct SheetPlan {
  std::string name;
  std::uint32_t tab_colour = 0;
  std::vector<double> column_pixels;
  std::vector<double> row_points;  // every used row
  std::vector<Cell> cells;         // by row, then column
  std::vector<Area> merges;
  std::vector<Validation> validations;
  std::vector<Highlight> highlights;
  std::vector<ChartPlan> charts;
  std::uint32_t frozen_rows = 0;
  std::uint16_t frozen_columns = 0;
  bool hidden = false;  // until a reader unhides it
  bool landscape = false;
  bool one_page = false;
  std::optional<Area> print_area;                // none on a hidden sheet: LibreOffice would print it
  std::optional<std::uint32_t> repeat_last_row;  // rows 0 … this one are on every page
  std::vector<std::uint32_t> page_breaks;        // a new page starts at these rows
  std::string header;
  std::string footer;
};

struct DefinedName {
  std::string name;
  std::string refers;  // without `=`
};

struct WorkbookPlan {
  std::string id;
  std::string version;
  std::string title;
  std::string description;
  std::vector<CellFormat> formats;
  std::vector<SheetPlan> sheets;
  std::vector<DefinedName> names;  // sorted by name
};

// A cell whose content is not the one of the plan any more.
struct CellChange {
  std::uint32_t sheet = 0;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  CellContent content;
};

// A field that is filled in, and where.
struct PlannedField {
  std::string key;    // goals.1.weight
  std::string label;  // with its block's and its row's where they are needed to tell fields apart
  std::string name;   // the defined name of its cell
  std::string cell;   // '目標'!$K$15
  std::string unit;
  std::uint32_t sheet = 0;
  bool required = false;
  std::int64_t longest = 0;  // of a text: as many characters as its cell shows, or fewer
  const model::FieldDefinition* field = nullptr;  // lives as long as the template
};

// A field that accepts, or computes, more than its cell shows.
struct Misfit {
  const model::FieldDefinition* field = nullptr;
  bool number = false;     // counted in characters of half width, else in characters
  std::int64_t needed = 0;  // what the field may hold
  std::int64_t room = 0;    // what its cell shows
  std::int64_t lines = 0;   // of a text: at so many lines it fits
  double pixels = 0;
  double needed_pixels = 0;  // at so wide a cell it fits
};

// A planned workbook whose fields can be filled in, again and again. Immutable: threads may share it.
class WorkbookTemplate {
 public:
  // `definition` has passed check::check_workbook with the same records; both outlive the template. `figures`: the
  // value of every figure of the records, given or computed, at its index. Lists and tables offer what is in `share`.
  WorkbookTemplate(const model::WorkbookDefinition& definition, const model::Records& records,
                   const std::vector<double>& figures, model::Share share = {});
  ~WorkbookTemplate();
  WorkbookTemplate(WorkbookTemplate&&) noexcept;

  const WorkbookPlan& plan() const;
  // By the key of a field: `header.name`, `goals.1.weight`. A date is its day number, a blank takes the content away.
  using Values = std::map<std::string, expression::Value>;
  bool has_field(const std::string& key) const;
  // In the order of the sheets.
  std::vector<PlannedField> fields() const;
  // The cells of these fields and of every formula that depends on them, sorted by place; the same contents as if the
  // template had said them. Keys that are not fields are left out. Rows keep their heights.
  std::vector<CellChange> fill(const Values& values) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

// `definition` has passed check::check_workbook. The pointers lead into it.
std::vector<Misfit> find_misfits(const model::WorkbookDefinition& definition, const model::Records& records,
                                 const std::vector<double>& figures);

WorkbookPlan plan_workbook(const model::WorkbookDefinition& definition, const model::Records& records,
                           const std::vector<double>& figures);

// $C$5, and 'はじめに'!$C$5
std::string cell_name(std::uint32_t row, std::uint16_t column);
std::string sheet_cell_name(const std::string& sheet, std::uint32_t row, std::uint16_t column);
// 'はじめに'!$C$5:$C$9
std::string range_name(const ChartRange& range);

}  // namespace shirube::render::xlsx
