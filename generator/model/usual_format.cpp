#include "model/usual_format.h"

#include <algorithm>
#include <string>

#include "source/format.h"

namespace shirube::model {

namespace {

// The most that any of several numbers requires.
class Decimals {
 public:
  explicit Decimals(const Unit& unit) : unit_(unit) {}

  void need(double value) { most_ = std::max(most_, needed_decimals(shown(value))); }
  void need(const std::optional<Located<double>>& value) {
    if (value) need(value->value);
  }
  void tell(const expression::Value& value) {
    if (const double* number = value.get<double>()) most_ = std::max(most_, telling_decimals(shown(*number)));
  }
  int most() const { return most_; }

 private:
  double shown(double value) const { return expression::number_in_unit(value, unit_); }

  const Unit& unit_;
  int most_ = 0;
};

int decimals_of(const expression::NumberFormat& format) {
  return format.sections.empty() ? 0 : format.sections.front().most_decimals;
}

void need_axis(Decimals& decimals, const Grid::Axis& axis, const Calculation& calculation, CalculationLine input) {
  if (find_line(calculation, axis.input.value) != input) return;
  for (const auto& value : axis.values) decimals.need(value.value);
}

int input_decimals(const Calculation& calculation, std::size_t index) {
  const CalculationInput& input = calculation.inputs[index];
  const CalculationLine line{CalculationLine::Kind::input, index};
  Decimals decimals(input.unit);
  decimals.need(input.value.value);
  decimals.need(input.least);
  decimals.need(input.most);
  decimals.need(input.step);
  for (const Scenario& scenario : calculation.scenarios) {
    for (const StatedValue& stated : scenario.values) {
      if (find_line(calculation, stated.name.value) == line) decimals.need(stated.value.value);
    }
  }
  if (calculation.break_even) need_axis(decimals, calculation.break_even->input, calculation, line);
  if (calculation.grid) {
    need_axis(decimals, calculation.grid->rows, calculation, line);
    need_axis(decimals, calculation.grid->columns, calculation, line);
  }
  if (calculation.tornado) {
    for (const auto& variation : calculation.tornado->variations) {
      if (find_line(calculation, variation.input.value) == line) decimals.need(variation.value.value);
    }
  }
  return std::max(decimals.most(), input.decimals);
}

void settle_series(Calculation& calculation, const std::vector<CalculationResult>& results) {
  if (!calculation.series) return;
  auto& columns = calculation.series->columns;
  std::vector<Decimals> decimals;
  for (const SeriesColumn& column : columns) decimals.emplace_back(column.unit.value);
  for (const CalculationResult& result : results) {
    for (const auto& row : evaluate_series(calculation, result)) {
      for (std::size_t i = 0; i < columns.size() && i + 1 < row.size(); ++i) decimals[i].tell(row[i + 1]);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].own_format) columns[i].format = usual_format(columns[i].unit.value, decimals[i].most());
  }
}

bool is_ratio(const Unit& unit) {
  return unit.symbol == "%" || unit.symbol == "pt";
}

// 55% for 0, 6.25% for 2; #,##0"円".
expression::NumberFormat format_with(const Unit& unit, int decimals) {
  const bool percent = is_ratio(unit);
  const auto places = static_cast<std::size_t>(decimals);
  const std::string fraction = places == 0 ? "" : "." + std::string(places, '0');
  const std::string number = percent ? "0" + fraction + "%" : "#,##0" + fraction;
  const std::string behind = percent || unit.symbol.empty() ? "" : source::format("\"{}\"", unit.symbol);
  return *expression::parse_number_format(source::format("{0}{1};△{0}{1}", number, behind));
}

}  // namespace

expression::NumberFormat usual_format(const Unit& unit, int decimals) {
  const int usual = is_ratio(unit) ? 1 : unit.symbol.empty() ? 2 : 0;
  return format_with(unit, std::max(usual, decimals));
}

std::string show_input(const CalculationInput& input, double value) {
  const int needed = needed_decimals(expression::number_in_unit(value, input.unit));
  const bool enough = input.own_format || needed <= decimals_of(input.format);
  return show_value(value, enough ? input.format : format_with(input.unit, needed));
}

std::string show_formula(const CalculationFormula& formula, const expression::Value& value) {
  const double* number = value.get<double>();
  if (number == nullptr || formula.own_format || formula.text) return show_value(value, formula.format);
  const int telling = telling_decimals(expression::number_in_unit(*number, formula.unit.value));
  const bool enough = telling <= decimals_of(formula.format);
  return show_value(value, enough ? formula.format : usual_format(formula.unit.value, telling));
}

void settle_formats(Calculation& calculation, const std::vector<CalculationResult>& results) {
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    CalculationInput& input = calculation.inputs[i];
    if (!input.own_format) input.format = format_with(input.unit, input_decimals(calculation, i));
  }
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    CalculationFormula& formula = calculation.formulas[i];
    if (formula.own_format || formula.text) continue;
    Decimals decimals(formula.unit.value);
    for (const CalculationResult& result : results) decimals.tell(result.formulas[i]);
    formula.format = usual_format(formula.unit.value, decimals.most());
  }
  settle_series(calculation, results);
}

}  // namespace shirube::model
