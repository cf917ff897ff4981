// A model of named inputs, formulas and scenarios, written once and shown on a page, in a workbook and in the browser.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/ast.h"
#include "expression/formula_name.h"
#include "expression/number_format.h"
#include "expression/value.h"
#include "model/record.h"
#include "model/unit.h"

namespace shirube::model {

// What formulas call a line: its id with `_` for `-`, or its symbol (Rm). Unique among the inputs, formulas and columns
// of a calculation.
struct CalculationName {
  Located<std::string> id;
  Located<std::string> symbol;  // empty: none
};

// All numbers are kept as formulas see them: a % or pt is a ratio (6.25 % is 0.0625), everything else in its unit.
struct CalculationInput {
  CalculationName name;
  std::string label;
  Unit unit;
  SourceRange unit_range;
  Located<double> value;
  std::optional<Located<double>> least;
  std::optional<Located<double>> most;
  std::optional<Located<double>> step;  // of the page's slider; above 0
  expression::NumberFormat format;
  bool own_format = false;  // written; else it shows what is typed
  int decimals = 0;         // that `value` was typed with
  std::string note;
  SourceRange range;
};

struct CalculationFormula {
  CalculationName name;
  std::string label;
  bool text = false;  // yields a text; `unit` and `format` are empty
  Located<Unit> unit;
  expression::Expression formula;
  expression::NumberFormat format;
  bool own_format = false;  // written; else the values decide
  bool output = false;      // one of the results that a reader looks for
  std::string note;
  SourceRange range;
};

// A value that a scenario gives to an input, or states for a formula.
struct StatedValue {
  Located<std::string> name;  // id or symbol
  Located<double> value;      // in the unit of its line
  Unit unit;                  // as written
  // The smallest step of the number as it is written: 0.01 for 0.78, 0.0001 for 6.25 %.
  double precision = 1;
};
struct Scenario {
  Located<std::string> id;
  std::string label;
  std::string note;
  std::vector<StatedValue> values;    // of inputs; the others keep theirs
  std::vector<StatedValue> expected;  // of formulas: what the source states; check/ recomputes it
};

// Columns over a running number: cumulative cash by month. A column sees the number, the inputs, the formulas and the
// columns before it.
struct SeriesColumn {
  CalculationName name;
  std::string label;
  Located<Unit> unit;
  expression::Expression formula;
  expression::NumberFormat format;
  bool own_format = false;
};
struct Series {
  Located<std::string> id;
  std::string label;
  Located<std::string> index;  // the running number's name in formulas
  std::string index_label;
  Located<Unit> index_unit;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::vector<SeriesColumn> columns;  // at least one; the last is what a chart shows
  Located<std::string> even;          // a formula: where the last column turns to zero; empty: not known
};

struct CalculationCheck {
  Located<std::string> id;
  std::string label;
  expression::Expression formula;  // TRUE when all is well
  std::string advice;
};

// One input changed at a time.
struct Tornado {
  struct Variation {
    Located<std::string> input;
    Located<double> value;
  };
  Located<std::string> output;
  Located<std::string> reach;  // an input or formula in the output's unit; empty: nothing has to be reached
  std::vector<Variation> variations;
};
// Two inputs changed together.
struct Grid {
  struct Axis {
    Located<std::string> input;
    std::vector<Located<double>> values;
  };
  Located<std::string> output;
  Located<std::string> reach;  // where the output equals it, the grid turns
  Axis rows;
  Axis columns;
};
// One input changed over its range, for each scenario.
struct BreakEven {
  Located<std::string> output;
  Located<std::string> reach;
  Located<std::string> needed;  // the formula that says at which value of the input they meet
  Grid::Axis input;
};

// `calculations:`
struct Calculation {
  RecordHead head;
  std::string title;
  std::string note;
  std::vector<CalculationInput> inputs;
  std::vector<CalculationFormula> formulas;
  std::vector<Scenario> scenarios;
  std::optional<Series> series;
  std::vector<CalculationCheck> checks;
  std::optional<BreakEven> break_even;
  std::optional<Tornado> tornado;
  std::optional<Grid> grid;
};

// Where a name leads.
struct CalculationLine {
  enum class Kind { input, formula };
  Kind kind = Kind::input;
  std::size_t index = 0;  // into inputs or formulas
  friend bool operator==(const CalculationLine&, const CalculationLine&) = default;
};
// `name`: id (with `-` or `_`) or symbol. Nothing if there is none.
std::optional<CalculationLine> find_line(const Calculation& calculation, std::string_view name);
const Scenario* find_scenario(const Calculation& calculation, std::string_view id);
// Of inputs and formulas alike.
const CalculationName& line_name(const Calculation& calculation, CalculationLine line);
const std::string& line_label(const Calculation& calculation, CalculationLine line);
const Unit& line_unit(const Calculation& calculation, CalculationLine line);
const expression::NumberFormat& line_format(const Calculation& calculation, CalculationLine line);

using expression::name_in_formulas;

// The formulas so that each comes after those that it uses; a formula in a circle, or after one, is left out.
std::vector<std::size_t> evaluation_order(const Calculation& calculation);

// Values of inputs that differ from the record's, by index.
using InputValues = std::map<std::size_t, double>;
InputValues scenario_inputs(const Calculation& calculation, const Scenario& scenario);

struct CalculationResult {
  std::vector<double> inputs;
  std::vector<expression::Value> formulas;
  std::vector<bool> checks;  // FALSE is what is not TRUE: an error too

  // `line` is one of the calculation's.
  expression::Value value(CalculationLine line) const;
};
// Linear in the number of formulas and their names. `calculation` has passed check/.
CalculationResult evaluate_calculation(const Calculation& calculation, const InputValues& changed);
// Rows of the series, each the running number and then the columns. Empty without a series.
std::vector<std::vector<expression::Value>> evaluate_series(const Calculation& calculation,
                                                            const CalculationResult& result);

// What a reader sees: a number in the line's format, a text as it is, `—` where there is no value.
std::string show_value(const expression::Value& value, const expression::NumberFormat& format);

// Whether `computed`, rounded to the step that `stated` is written with, is what is stated: 0.78125 agrees with 0.78.
bool agrees(double computed, double stated, double precision);

// A quantity as the formulas of something in `unit` see it; nothing if the units do not belong together. A number
// without a unit is taken to be in `unit`.
std::optional<double> number_for(const Quantity& quantity, const Unit& unit);

}  // namespace shirube::model
