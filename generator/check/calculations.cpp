#include "check/calculations.h"

#include <algorithm>
#include <set>

#include "check/calculation_names.h"
#include "check/rules.h"
#include "diagnostic/suggestion.h"
#include "expression/decimal.h"
#include "model/calculation.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Calculation;
using model::CalculationLine;
using source::Located;

std::string shown(double number, const model::Unit& unit) {
  return model::show(model::Quantity{expression::number_in_unit(number, unit), unit, {}});
}

// One calculation. What is computed from an error is not judged: `sound_` says that there is none so far.
class CalculationRule {
 public:
  CalculationRule(const Calculation& calculation, Sink& sink)
      : calculation_(calculation), names_(calculation), sink_(sink) {}

  void run() {
    for (const auto& input : calculation_.inputs) check_input(input);
    for (const auto& formula : calculation_.formulas) check_formula(formula);
    for (const auto& check : calculation_.checks) check_condition(check);
    if (calculation_.series) check_series(*calculation_.series);
    check_circles();
    for (const auto& scenario : calculation_.scenarios) check_scenario(scenario);
    if (const auto& tornado = calculation_.tornado) {
      check_reached(tornado->output, tornado->reach);
      for (const auto& [input, value] : tornado->variations) check_value(input, value);
    }
    if (const auto& grid = calculation_.grid) {
      check_reached(grid->output, grid->reach);
      check_axis(grid->rows);
      check_axis(grid->columns);
    }
    if (const auto& even = calculation_.break_even) {
      check_reached(even->output, even->reach);
      check_axis(even->input);
      if (!even->needed.value.empty()) (void)need_formula(even->needed);
    }
    if (sound_) check_values();
  }

 private:
  void check_input(const model::CalculationInput& input) {
    const std::string& id = input.name.id.value;
    const auto show = [&](double number) { return shown(number, input.unit); };
    if (input.least && input.most && input.least->value > input.most->value) {
      report(Kind::calculation_limits, input.most->range, {id, show(input.least->value), show(input.most->value)});
      return;
    }
    if (input.step && input.step->value <= 0) {
      report(Kind::calculation_step, input.step->range, {id, show(input.step->value)});
    }
    (void)check_range(input, input.value, sink_);
  }

  // The formula's type; nothing if something is wrong with it, and that was reported.
  std::optional<expression::Type> type_of(const expression::Expression& formula) {
    for (const auto& name : expression::names(formula)) {
      if (names_.find(name.value) == nullptr) report_unknown_name(name);
    }
    const auto type = expression::infer(formula, names_.types(), sink_);
    if (!type) sound_ = false;
    return type;
  }

  void check_unit(const expression::Expression& formula, const Located<model::Unit>& unit, const std::string& id) {
    const auto type = type_of(formula);
    if (!type) return;
    sound_ &= expression::check_declared_unit(formula, *type, unit, names_.types(), sink_);
    if (type->kind != expression::Type::Kind::number && unit.value.symbol.empty()) {
      report(Kind::calculation_no_number, formula.range(), {id});
    }
  }

  void check_formula(const model::CalculationFormula& formula) {
    const std::string& id = formula.name.id.value;
    if (!formula.text) {
      check_unit(formula.formula, formula.unit, id);
      return;
    }
    const auto type = type_of(formula.formula);
    if (type && type->kind != expression::Type::Kind::text) {
      report(Kind::calculation_no_text, formula.formula.range(), {id});
    }
  }

  void check_condition(const model::CalculationCheck& check) {
    const auto type = type_of(check.formula);
    if (type && type->kind != expression::Type::Kind::boolean) {
      report(Kind::calculation_no_condition, check.formula.range(), {check.id.value});
    }
  }

  void check_series(const model::Series& series) {
    names_.add(series.index, series.index_unit);
    for (const auto& column : series.columns) {
      check_unit(column.formula, column.unit, column.name.id.value);
      names_.add(column.name.id, column.unit);
      if (!column.name.symbol.value.empty()) names_.add(column.name.symbol, column.unit);
    }
    if (!series.even.value.empty()) (void)need_formula(series.even);
  }

  void check_circles() {
    if (!sound_) return;
    const auto order = model::evaluation_order(calculation_);
    const std::set<std::size_t> reached(order.begin(), order.end());
    for (std::size_t i = 0; i < calculation_.formulas.size(); ++i) {
      if (reached.contains(i)) continue;
      const auto& formula = calculation_.formulas[i];
      report(Kind::calculation_circle, formula.formula.range(), {formula.name.id.value});
    }
  }

  void report(Kind kind, source::SourceRange range, std::vector<std::string> arguments) {
    sound_ = false;
    sink_.report(kind, range, std::move(arguments));
  }

  void report_unknown_name(const Located<std::string>& name) {
    sound_ = false;
    sink_.report(Kind::calculation_unknown_name, name.range, {name.value, calculation_.head.id.value})
        .suggest([&] { return diagnostic::near_miss(name.value, names_.all()); });
  }

  template <class Line>
  void report_other(Kind kind, const Located<std::string>& name, const std::vector<Line>& meant) {
    sound_ = false;
    std::vector<std::string> names;
    for (const Line& line : meant) {
      names.push_back(line.name.id.value);
      if (!line.name.symbol.value.empty()) names.push_back(line.name.symbol.value);
    }
    sink_.report(kind, name.range, {name.value, calculation_.head.id.value})
        .suggest([&] { return diagnostic::near_miss(name.value, names); });
  }

  // Of that name; null if it is something else, which is reported.
  const model::CalculationInput* need_input(const Located<std::string>& name) {
    const auto line = model::find_line(calculation_, name.value);
    if (line && line->kind == CalculationLine::Kind::input) return &calculation_.inputs[line->index];
    report_other(Kind::calculation_not_an_input, name, calculation_.inputs);
    return nullptr;
  }

  const model::CalculationFormula* need_formula(const Located<std::string>& name) {
    const auto line = model::find_line(calculation_, name.value);
    if (line && line->kind == CalculationLine::Kind::formula && !calculation_.formulas[line->index].text) {
      return &calculation_.formulas[line->index];
    }
    report_other(Kind::calculation_not_a_formula, name, calculation_.formulas);
    return nullptr;
  }

  // Whether what is stated could be put into the line's unit.
  bool check_unit(const model::StatedValue& stated, const model::Unit& unit) {
    if (model::number_for({1, stated.unit, {}}, unit)) return true;
    report(Kind::unit_mismatch, stated.value.range, {stated.unit.symbol, unit.symbol, stated.name.value});
    return false;
  }

  void check_scenario(const model::Scenario& scenario) {
    for (const auto& value : scenario.values) {
      const auto* input = need_input(value.name);
      if (input != nullptr && check_unit(value, input->unit)) (void)check_range(*input, value.value, sink_);
    }
    for (const auto& value : scenario.expected) {
      if (const auto* formula = need_formula(value.name)) check_unit(value, formula->unit.value);
    }
  }

  void check_value(const Located<std::string>& name, const Located<double>& value) {
    if (const auto* input = need_input(name)) (void)check_range(*input, value, sink_);
  }

  void check_axis(const model::Grid::Axis& axis) {
    if (axis.input.value.empty()) return;  // reported when it was read
    const auto* input = need_input(axis.input);
    for (const auto& value : axis.values) {
      if (input != nullptr) (void)check_range(*input, value, sink_);
    }
  }

  // What has to be reached is of the same unit as what is to reach it.
  void check_reached(const Located<std::string>& output, const Located<std::string>& reach) {
    const auto* formula = need_formula(output);
    if (reach.value.empty()) return;
    const auto line = model::find_line(calculation_, reach.value);
    if (!line) {
      report_unknown_name(reach);
      return;
    }
    const model::Unit& unit = model::line_unit(calculation_, *line);
    if (formula == nullptr || expression::number_type(unit) == expression::number_type(formula->unit.value)) return;
    report(Kind::unit_mismatch, reach.range, {unit.symbol, formula->unit.value.symbol, output.value});
  }

  void check_values() {
    const model::CalculationResult result = model::evaluate_calculation(calculation_, {});
    for (std::size_t i = 0; i < calculation_.formulas.size(); ++i) {
      const auto* error = result.formulas[i].get<expression::Error>();
      if (error == nullptr) continue;
      const auto& formula = calculation_.formulas[i];
      sink_.report(Kind::calculation_error, formula.formula.range(),
                   {formula.name.id.value, expression::spelling(*error)});
    }
    for (const auto& scenario : calculation_.scenarios) {
      check_expected(scenario);
      check_need(scenario);
    }
  }

  // A scenario that does not come out even says from where on it would.
  void check_need(const model::Scenario& scenario) {
    if (!calculation_.break_even) return;
    const model::BreakEven& even = *calculation_.break_even;
    const auto result = model::evaluate_calculation(calculation_, model::scenario_inputs(calculation_, scenario));
    const auto number = [&](const std::string& name) -> std::optional<double> {
      const auto line = model::find_line(calculation_, name);
      const expression::Value value = line ? result.value(*line) : expression::Value();
      const double* found = value.get<double>();
      return found != nullptr ? std::optional(*found) : std::nullopt;
    };
    const auto output = number(even.output.value);
    const auto reach = number(even.reach.value);
    const auto assumed = number(even.input.input.value);
    const auto needed = number(even.needed.value);
    if (!output || !reach || !assumed || !needed || *output >= *reach) return;
    const auto needed_line = model::find_line(calculation_, even.needed.value);
    const bool stated = std::any_of(scenario.expected.begin(), scenario.expected.end(), [&](const auto& one) {
      return model::find_line(calculation_, one.name.value) == needed_line;
    });
    if (stated) return;
    const model::Unit& unit = model::line_unit(calculation_, *needed_line);
    sink_.report(Kind::scenario_hides_need, scenario.id.range,
                 {scenario.label, shown(*assumed, unit), shown(*needed, unit), even.needed.value});
  }

  // As far as it is stated: 0.78 holds for 0.78125.
  void check_expected(const model::Scenario& scenario) {
    const auto result = model::evaluate_calculation(calculation_, model::scenario_inputs(calculation_, scenario));
    for (const auto& stated : scenario.expected) {
      const CalculationLine line = *model::find_line(calculation_, stated.name.value);
      const expression::Value value = result.value(line);
      const double* computed = value.get<double>();
      if (computed != nullptr && model::agrees(*computed, stated.value.value, stated.precision)) continue;
      const model::Unit& unit = model::line_unit(calculation_, line);
      sink_.report(
          Kind::calculation_expected, stated.value.range,
          {scenario.id.value, stated.name.value,
           computed != nullptr ? shown(*computed, unit) : expression::spelling(*value.get<expression::Error>()),
           shown(stated.value.value, unit)});
    }
  }

  const Calculation& calculation_;
  CalculationNames names_;
  Sink& sink_;
  bool sound_ = true;
};

}  // namespace

bool check_range(const model::CalculationInput& input, const Located<double>& value, Sink& sink) {
  const bool below = input.least && value.value < input.least->value;
  const bool above = input.most && value.value > input.most->value;
  if (!below && !above) return true;
  const auto limit = [&input](const auto& edge, const char* none) {
    return edge ? shown(edge->value, input.unit) : std::string(none);
  };
  sink.report(Kind::calculation_range, value.range,
              {input.name.id.value, shown(value.value, input.unit), limit(input.least, "−∞"), limit(input.most, "∞")});
  return false;
}

void check_calculations(const model::Site& site, const Index&, Sink& sink) {
  for (const Calculation& calculation : site.records.calculations) CalculationRule(calculation, sink).run();
}

}  // namespace shirube::check
