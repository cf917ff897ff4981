// An Excel workbook as its author defines it in templates/: sheets of blocks of fields, never a cell address. Layout is
// decided later, by render/xlsx. Immutable after parse; check/workbooks proves that every name in it is found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expression/ast.h"
#include "model/unit.h"
#include "source/range.h"

namespace shirube::model {

using source::Located;
using source::SourceRange;

// `fixed` is text that is there; everything else is filled in, unless it has a formula.
enum class FieldType { fixed, text, long_text, number, percent, date, choice, check };

// A value of the site's records: `{figure: company.sales}`, `{indicator: ltv, property: baseline}`, `{plan: roadmap,
// property: start}`; or of what a workbook is issued for: `{person: name}`, `{term: first}`. Of those nothing is known
// while a site is built.
struct RecordValue {
  enum class Family { figure, indicator, plan, person, term };
  Family family = Family::figure;
  Located<std::string> id;
  Located<std::string> property;  // as in value_properties()
};

// A field of a form, a column of a table, or a line of a calculation.
struct FieldDefinition {
  Located<std::string> id;
  std::string label;
  FieldType type = FieldType::text;
  Unit unit;
  bool required = false;
  std::optional<Located<double>> least;  // number, percent (1 is 100 %)
  std::optional<Located<double>> most;
  std::optional<Located<std::string>> earliest;  // date, YYYY-MM-DD
  std::optional<Located<std::string>> latest;
  std::optional<Located<std::int64_t>> longest;  // text: characters
  std::optional<std::int64_t> decimals;          // 0: whole numbers only
  Located<std::string> choices;                  // a list of this workbook
  Located<std::string> prompt;                   // shown when the cell is selected
  std::optional<Located<std::string>> initial;   // as the author would type it
  std::optional<RecordValue> from;               // or taken from the records
  Located<std::string> property;                 // of the record that the row stands for
  std::optional<expression::Expression> formula;
  std::int64_t lines = 1;
  double width = 1;                          // relative to its neighbours
  bool indicator_unit = false;               // the unit is that of the table's indicator
  std::optional<Located<double>> attention;  // number, percent: from this value on the cell is marked
  std::string note;                          // beside a calculation
  SourceRange range;
  std::optional<Located<std::string>> against;  // of a calculation: the line with which the number is compared; it is
                                                // shown with the decimals that decide
};

// When what is required of a block counts as missing; without either, always.
struct Due {
  std::optional<Located<std::string>> stage;   // from this stage of the workbook on: an item of its list
  std::optional<Located<std::string>> exists;  // once this is there: a column of its own table, or `block.field`; of
                                               // another table the same row
};

struct HeadingBlock {
  std::string text;
};
struct NoteBlock {
  std::string text;
};
struct InstructionsBlock {
  std::vector<std::string> items;
};
// Labels with their fields, `columns` pairs a line; long texts take the whole line.
struct FormBlock {
  Located<std::string> id;
  std::string title;
  std::optional<Located<std::string>>
      record;  // a form of the records gives the fields; `fields` replaces those it names
  std::int64_t columns = 2;
  bool optional = false;  // what is required counts as missing only when something has been filled in
  std::vector<FieldDefinition> fields;
  Due due;
};

// One value for one column of a row that the author wrote out: text, or a formula.
struct RowCell {
  Located<std::string> column;
  Located<std::string> text;
  std::optional<expression::Expression> formula;
};
struct Row {
  std::vector<RowCell> cells;
  SourceRange range;
};
// What the rows of a table stand for.
struct RowSource {
  // `examples`: the goals that career paths and exit models give as examples.
  enum class Kind { count, written, categories, objectives, tree, indicators, risks, phases, survey, assets, examples };
  Kind kind = Kind::count;
  std::int64_t count = 0;  // empty rows; after the others, if there are others
  std::vector<Row> rows;
  Located<std::string> filter;            // a level of objectives; a plan; a pilot
  std::vector<Located<std::string>> ids;  // indicators
  SourceRange range;
};
struct TotalRow {
  enum class Function { sum, average };
  std::string label;
  Function function = Function::sum;
  std::vector<Located<std::string>> columns;
};
struct TableBlock {
  Located<std::string> id;
  std::string title;
  std::optional<Located<std::string>> indicator;  // what the numbers of the table measure
  std::vector<FieldDefinition> columns;
  RowSource rows;
  std::int64_t least_rows = 0;  // so many rows have to be filled in
  std::optional<TotalRow> total;
  bool numbered = true;
  Due due;
};
// The items of a checklist of the records: a box to tick and a line for the evidence.
struct ChecklistBlock {
  Located<std::string> id;
  std::string title;
  Located<std::string> record;
};
// Lines of label, value and note; every field has a formula or comes from the records.
struct CalculationBlock {
  Located<std::string> id;
  std::string title;
  std::vector<FieldDefinition> fields;
};
// Conditions that the filled-in form has to meet; shown here and on the first sheet.
struct Check {
  Located<std::string> id;
  std::string label;
  std::optional<expression::Expression> formula;
  std::string advice;  // what to do when it is not met
};
struct ChecksBlock {
  Located<std::string> id;
  std::string title;
  std::vector<Check> checks;
};
// A line of name, date and remark for each role.
struct SignOffBlock {
  Located<std::string> id;
  std::string title;
  std::vector<std::string> roles;
};
// A chart of the numbers in columns of a table, given or computed. Excel draws a computed cell that is still
// empty as 0 on a line, and not at all as a column: where the numbers are filled in later, `column` is the better kind.
struct ChartBlock {
  enum class Kind { line, column, bar, scatter, tornado, radar };
  enum class Marks { line, points };
  struct Series {
    Located<std::string> column;
    std::string label;                          // empty: the column's
    std::optional<Located<std::string>> table;  // not the chart's own: scatter only
    std::optional<Located<std::string>> x;      // in that table
    Marks marks = Marks::line;                  // scatter: points have no line between them
    SourceRange range;
  };
  Kind kind = Kind::line;
  std::string title;
  Located<std::string> table;
  Located<std::string> x;  // column of the names of the rows, or of x in a scatter
  std::vector<Series> series;
  std::string x_title;  // empty: the columns' labels
  std::string y_title;
  std::string description;   // for those who do not see it; empty: made of the titles
  std::int64_t height = 15;  // in lines of text
};
// A calculation of the records as live cells. `values` comes first; the other parts of the same record depend on it.
struct ModelBlock {
  enum class Part { values, checks, break_even, tornado, grid, series };
  Located<std::string> id;
  Located<std::string> record;
  std::string title;  // empty: made of the labels
  Located<Part> part;
  Located<std::string> choices;  // of `values`: a list `from: scenarios` of the same calculation
};
// A gate of the records: measured values to fill in, and what they lead to.
struct GateBlock {
  Located<std::string> id;
  Located<std::string> record;
};
// In a list of scenarios, after them.
inline constexpr const char* own_values_choice = "自分で入れる値";
// What is missing on each sheet, and every check.
struct SummaryBlock {
  std::string title;
};
// What the colours and marks mean.
struct LegendBlock {};
// What each version brought, the newest first; the newest is the workbook's own.
struct ChangesBlock {
  struct Entry {
    Located<std::string> version;
    std::string text;
  };
  std::string title;
  std::vector<Entry> entries;
};

struct BlockDefinition {
  SourceRange range;
  bool page_break = false;  // starts a new page
  std::variant<HeadingBlock, NoteBlock, InstructionsBlock, FormBlock, TableBlock, ChecklistBlock, CalculationBlock,
               ChecksBlock, SignOffBlock, ChartBlock, ModelBlock, GateBlock, SummaryBlock, LegendBlock, ChangesBlock>
      value;
};

struct SheetDefinition {
  enum class Paper { portrait, landscape };
  enum class Pages { many, one };
  enum class Colour { none, navy, blue, green, yellow, grey };
  struct Repeat {
    std::int64_t count = 1;
    std::optional<Located<std::string>> plan;  // whose phases the weeks are in
  };
  Located<std::string> id;
  Located<std::string> name;  // on the tab; `{n}` is the number of a repeated sheet
  std::string title;          // `{n}`, and `{phase}` if a plan is repeated
  Paper paper = Paper::portrait;
  Pages pages = Pages::many;      // one: shrinks to one sheet of paper; many: as many as needed, one wide
  Colour colour = Colour::none;  // of the tab
  Repeat repeat;
  std::vector<BlockDefinition> blocks;
  SourceRange range;
};

struct ChoiceList {
  Located<std::string> id;
  std::string label;
  enum class Source { items, categories, objectives, indicators, scenarios, assets, career_paths };
  Source source = Source::items;
  std::vector<Located<std::string>> levels;  // of objectives, in the order in which they are offered
  std::vector<Located<std::string>> items;
  Located<std::string> calculation;  // of scenarios
  SourceRange range;
};

struct WorkbookDefinition {
  Located<std::string> id;       // also the name of its file: mbo-sheet.xlsx
  Located<std::string> version;  // semantic: 1.0.0
  std::string title;
  std::string description;  // one sentence for the download list
  std::vector<ChoiceList> lists;
  std::vector<SheetDefinition> sheets;
  std::string tree;  // its file's content as JSON, for comparison with other versions of it
  std::optional<Located<std::string>> stage;  // `block.field`: a choice that says how far the sheet has come
  bool recorded_by_site = false;  // the site has a part in its content: records of its versions are the site's, too
};

// A version of a template that was recorded in templates/versions/ when it was released.
struct RecordedTemplate {
  std::string path;
  std::string id;
  std::string version;
  std::string tree;  // as WorkbookDefinition::tree
};

}  // namespace shirube::model
