#include "render/html/views/calculation_charts.h"

#include <algorithm>
#include <cmath>

namespace shirube::render::html {
namespace {

using expression::Value;
using model::Calculation;
using model::CalculationLine;
using model::InputValues;
using source::Located;

// Without the share of time or people: 円/月 is 円 on an axis, whose title says the rest.
Axis axis_for(const std::string& title, const model::Unit& unit) {
  Axis axis;
  axis.title = title;
  axis.unit = unit.symbol.substr(0, unit.symbol.find('/'));
  axis.factor = expression::number_in_unit(1, unit);
  axis.grouped = axis.unit == "円";
  return axis;
}

Axis axis_for(const Calculation& calculation, CalculationLine line) {
  return axis_for(model::line_label(calculation, line), model::line_unit(calculation, line));
}

// What is not a number is not a place in a chart either; the chart refuses it.
double number_of(const Value& value) {
  const double* number = value.get<double>();
  return number != nullptr ? *number : std::nan("");
}

Quantity quantity(const Value& value, const expression::NumberFormat& format) {
  return {number_of(value), model::show_value(value, format)};
}

class Model {
 public:
  explicit Model(const Calculation& calculation) : calculation_(calculation) {}

  CalculationLine line(const Located<std::string>& name) const { return *model::find_line(calculation_, name.value); }
  const std::string& label(CalculationLine line) const { return model::line_label(calculation_, line); }
  Axis axis(CalculationLine line) const { return axis_for(calculation_, line); }

  Quantity value(CalculationLine line, const InputValues& inputs) const {
    return quantity(model::evaluate_calculation(calculation_, inputs).value(line),
                    model::line_format(calculation_, line));
  }
  Quantity input_value(CalculationLine line, double number) const {
    return quantity(Value(number), model::line_format(calculation_, line));
  }
  double own(CalculationLine input) const { return calculation_.inputs[input.index].value.value; }

 private:
  const Calculation& calculation_;
};

InputValues with(InputValues inputs, CalculationLine input, double number) {
  inputs[input.index] = number;
  return inputs;
}

bool same_line(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return std::fabs(x - y) <= 1e-9 * std::max(1.0, std::fabs(x)); });
}

}  // namespace

BreakEvenChart break_even_chart(const Calculation& calculation, const Words& words) {
  const Model model(calculation);
  const model::BreakEven& part = *calculation.break_even;
  const CalculationLine input = model.line(part.input.input);
  const CalculationLine output = model.line(part.output);
  const CalculationLine reach = model.line(part.reach);
  BreakEvenChart chart;
  chart.title = words.with("break-even-title", {calculation.title});
  chart.x = model.axis(input);
  chart.y = model.axis(output);
  chart.cost_label = model.label(reach);
  chart.cost = model.value(reach, {});
  if (!part.needed.value.empty()) chart.needed_label = model.label(model.line(part.needed));
  for (const model::Scenario& scenario : calculation.scenarios) {
    const InputValues values = model::scenario_inputs(calculation, scenario);
    BreakEvenChart::Line line{scenario.label, {}, {}, {}};
    for (const auto& at : part.input.values) {
      line.at.push_back(model.input_value(input, at.value));
      line.gained.push_back(model.value(output, with(values, input, at.value)).value);
    }
    if (!part.needed.value.empty()) {
      const Quantity needed = model.value(model.line(part.needed), values);
      if (std::isfinite(needed.value)) line.needed = needed;
    }
    auto shared = std::find_if(chart.lines.begin(), chart.lines.end(),
                               [&](const auto& other) { return same_line(other.gained, line.gained); });
    if (shared == chart.lines.end()) {
      shared = chart.lines.insert(shared, std::move(line));
    } else {
      shared->label += words["list-separator"] + scenario.label;
    }
    const auto own = values.find(input.index);
    const double at = own != values.end() ? own->second : model.own(input);
    chart.points.push_back({scenario.label, static_cast<std::size_t>(shared - chart.lines.begin()),
                            model.input_value(input, at), model.value(output, values)});
  }
  return chart;
}

TornadoChart tornado_chart(const Calculation& calculation, const Words& words) {
  const Model model(calculation);
  const model::Tornado& part = *calculation.tornado;
  const CalculationLine output = model.line(part.output);
  TornadoChart chart;
  chart.title = words.with("tornado-title", {model.label(output)});
  chart.x = model.axis(output);
  chart.base_label = words["as-given"];
  chart.base = model.value(output, {});
  if (!part.reach.value.empty()) {
    chart.threshold_label = model.label(model.line(part.reach));
    chart.threshold = model.value(model.line(part.reach), {});
  }
  std::vector<std::size_t> inputs;
  for (const auto& [name, number] : part.variations) {
    const CalculationLine input = model.line(name);
    auto place = static_cast<std::size_t>(std::find(inputs.begin(), inputs.end(), input.index) - inputs.begin());
    if (place == inputs.size()) {
      inputs.push_back(input.index);
      chart.bars.push_back({model.label(input), {}, {}});
    }
    auto& end = number.value < model.own(input) ? chart.bars[place].low : chart.bars[place].high;
    end = TornadoChart::End{model.input_value(input, number.value).text,
                            model.value(output, {{input.index, number.value}})};
  }
  return chart;
}

SensitivityGrid sensitivity_grid(const Calculation& calculation, const Words& words) {
  const Model model(calculation);
  const model::Grid& part = *calculation.grid;
  const CalculationLine output = model.line(part.output);
  const CalculationLine rows = model.line(part.rows.input);
  const CalculationLine columns = model.line(part.columns.input);
  SensitivityGrid grid;
  grid.result = model.label(output);
  grid.row_title = model.label(rows);
  grid.column_title = model.label(columns);
  grid.title = words.with("grid-title", {grid.result, grid.row_title, grid.column_title});
  grid.threshold_label = model.label(model.line(part.reach));
  grid.threshold = model.value(model.line(part.reach), {});
  for (std::size_t i = 0; i < part.columns.values.size(); ++i) {
    grid.columns.push_back(model.input_value(columns, part.columns.values[i].value).text);
    if (part.columns.values[i].value == model.own(columns)) grid.base_column = i;
  }
  for (std::size_t i = 0; i < part.rows.values.size(); ++i) {
    grid.rows.push_back(model.input_value(rows, part.rows.values[i].value).text);
    if (part.rows.values[i].value == model.own(rows)) grid.base_row = i;
    auto& cells = grid.cells.emplace_back();
    for (const auto& column : part.columns.values) {
      cells.push_back(model.value(output, {{rows.index, part.rows.values[i].value}, {columns.index, column.value}}));
    }
  }
  return grid;
}

CashCurve cash_curve(const Calculation& calculation, const Words& words) {
  const model::Series& series = *calculation.series;
  const model::SeriesColumn& shown = series.columns.back();
  CashCurve curve;
  curve.title = words.with("series-title", {series.label, series.index_label});
  curve.x = axis_for(series.index_label, series.index_unit.value);
  curve.y = axis_for(shown.label, shown.unit.value);
  for (std::int64_t i = series.first; i <= series.last; ++i) curve.periods.push_back(static_cast<double>(i));
  for (const model::Scenario& scenario : calculation.scenarios) {
    const auto result = model::evaluate_calculation(calculation, model::scenario_inputs(calculation, scenario));
    CashCurve::Line line{scenario.label, {}, {}};
    for (const auto& row : model::evaluate_series(calculation, result)) {
      line.balance.push_back(quantity(row.back(), shown.format));
    }
    if (!series.even.value.empty()) {
      const CalculationLine even = *model::find_line(calculation, series.even.value);
      const Quantity when = quantity(result.value(even), model::line_format(calculation, even));
      if (std::isfinite(when.value) && when.value >= static_cast<double>(series.first) &&
          when.value <= static_cast<double>(series.last)) {
        line.even = when;
      }
    }
    curve.lines.push_back(std::move(line));
  }
  return curve;
}

}  // namespace shirube::render::html
