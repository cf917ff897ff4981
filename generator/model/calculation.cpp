#include "model/calculation.h"

#include <algorithm>
#include <unordered_map>

#include "expression/decimal.h"
#include "expression/evaluate.h"

namespace shirube::model {

using expression::Value;

namespace {

using Lines = std::unordered_map<std::string, CalculationLine>;

Lines lines_of(const Calculation& calculation) {
  Lines lines;
  const auto add = [&lines](const CalculationName& name, CalculationLine line) {
    lines.emplace(name_in_formulas(name.id.value), line);
    if (!name.symbol.value.empty()) lines.emplace(name.symbol.value, line);
  };
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    add(calculation.inputs[i].name, {CalculationLine::Kind::input, i});
  }
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    add(calculation.formulas[i].name, {CalculationLine::Kind::formula, i});
  }
  return lines;
}

std::vector<std::size_t> ordered(const Calculation& calculation, const Lines& lines) {
  const std::size_t count = calculation.formulas.size();
  std::vector<std::size_t> missing(count, 0);
  std::vector<std::vector<std::size_t>> dependents(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const auto& name : expression::names(calculation.formulas[i].formula)) {
      const auto found = lines.find(name.value);
      if (found == lines.end() || found->second.kind != CalculationLine::Kind::formula) continue;
      dependents[found->second.index].push_back(i);
      ++missing[i];
    }
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < count; ++i) {
    if (missing[i] == 0) order.push_back(i);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const std::size_t dependent : dependents[order[next]]) {
      if (--missing[dependent] == 0) order.push_back(dependent);
    }
  }
  return order;
}

Value value_of(const Lines& lines, const CalculationResult& result, const std::string& name) {
  const auto found = lines.find(name);
  if (found == lines.end()) return expression::Error::name;
  return result.value(found->second);
}

}  // namespace

std::optional<CalculationLine> find_line(const Calculation& calculation, std::string_view name) {
  const std::string wanted = name_in_formulas(name);
  const auto meant = [&](const CalculationName& line) {
    return name_in_formulas(line.id.value) == wanted || (!line.symbol.value.empty() && line.symbol.value == name);
  };
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    if (meant(calculation.inputs[i].name)) return CalculationLine{CalculationLine::Kind::input, i};
  }
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    if (meant(calculation.formulas[i].name)) return CalculationLine{CalculationLine::Kind::formula, i};
  }
  return std::nullopt;
}

const Scenario* find_scenario(const Calculation& calculation, std::string_view id) {
  const auto found = std::find_if(calculation.scenarios.begin(), calculation.scenarios.end(),
                                  [&](const Scenario& scenario) { return scenario.id.value == id; });
  return found == calculation.scenarios.end() ? nullptr : &*found;
}

const CalculationName& line_name(const Calculation& calculation, CalculationLine line) {
  return line.kind == CalculationLine::Kind::input ? calculation.inputs[line.index].name
                                                   : calculation.formulas[line.index].name;
}

const std::string& line_label(const Calculation& calculation, CalculationLine line) {
  return line.kind == CalculationLine::Kind::input ? calculation.inputs[line.index].label
                                                   : calculation.formulas[line.index].label;
}

const Unit& line_unit(const Calculation& calculation, CalculationLine line) {
  return line.kind == CalculationLine::Kind::input ? calculation.inputs[line.index].unit
                                                   : calculation.formulas[line.index].unit.value;
}

const expression::NumberFormat& line_format(const Calculation& calculation, CalculationLine line) {
  return line.kind == CalculationLine::Kind::input ? calculation.inputs[line.index].format
                                                   : calculation.formulas[line.index].format;
}

std::vector<std::size_t> evaluation_order(const Calculation& calculation) {
  return ordered(calculation, lines_of(calculation));
}

InputValues scenario_inputs(const Calculation& calculation, const Scenario& scenario) {
  InputValues values;
  for (const StatedValue& value : scenario.values) {
    const auto line = find_line(calculation, value.name.value);
    if (line && line->kind == CalculationLine::Kind::input) values[line->index] = value.value.value;
  }
  return values;
}

CalculationResult evaluate_calculation(const Calculation& calculation, const InputValues& changed) {
  const Lines lines = lines_of(calculation);
  CalculationResult result;
  for (const CalculationInput& input : calculation.inputs) result.inputs.push_back(input.value.value);
  for (const auto& [index, value] : changed) result.inputs[index] = value;
  result.formulas.assign(calculation.formulas.size(), Value(expression::Error::reference));
  const auto names = [&](const std::string& name) { return value_of(lines, result, name); };
  for (const std::size_t i : ordered(calculation, lines)) {
    result.formulas[i] = expression::evaluate(calculation.formulas[i].formula, names);
  }
  for (const CalculationCheck& check : calculation.checks) {
    result.checks.push_back(expression::evaluate(check.formula, names) == Value(true));
  }
  return result;
}

Value CalculationResult::value(CalculationLine line) const {
  return line.kind == CalculationLine::Kind::input ? Value(inputs[line.index]) : formulas[line.index];
}

std::vector<std::vector<Value>> evaluate_series(const Calculation& calculation, const CalculationResult& result) {
  std::vector<std::vector<Value>> rows;
  if (!calculation.series) return rows;
  const Lines lines = lines_of(calculation);
  const Series& series = *calculation.series;
  for (std::int64_t number = series.first; number <= series.last; ++number) {
    std::vector<Value> row{Value(static_cast<double>(number))};
    std::map<std::string, Value> seen{{name_in_formulas(series.index.value), row.front()}};
    const auto names = [&](const std::string& name) {
      const auto found = seen.find(name);
      return found != seen.end() ? found->second : value_of(lines, result, name);
    };
    for (const SeriesColumn& column : series.columns) {
      row.push_back(expression::evaluate(column.formula, names));
      seen[name_in_formulas(column.name.id.value)] = row.back();
      if (!column.name.symbol.value.empty()) seen[column.name.symbol.value] = row.back();
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string show_value(const Value& value, const expression::NumberFormat& format) {
  if (const auto* number = value.get<double>()) return expression::format_number(format, *number);
  if (const auto* text = value.get<std::string>()) return *text;
  if (const auto* truth = value.get<bool>()) return *truth ? "TRUE" : "FALSE";
  if (value.get<expression::Error>() != nullptr) return "—";
  return {};
}

bool agrees(double computed, double stated, double precision) {
  const auto steps = [precision](double number) {
    return expression::round_decimal(number / precision, 0, expression::Rounding::half_away_from_zero);
  };
  return steps(computed) == steps(stated);
}

std::optional<double> number_for(const Quantity& quantity, const Unit& unit) {
  if (quantity.unit.symbol.empty()) return expression::number_in_formulas(quantity.value, unit);
  const auto factor = expression::conversion(expression::dimension(quantity.unit), expression::dimension(unit));
  if (!factor) return std::nullopt;
  return expression::number_in_formulas(quantity.value, quantity.unit) * *factor;
}

}  // namespace shirube::model
