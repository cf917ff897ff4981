#include "render/html/calculation_script.h"

#include "expression/to_javascript.h"
#include "expression/unit.h"
#include "source/json.h"

namespace shirube::render::html {
namespace {

using model::Calculation;
using model::CalculationLine;
using source::Json;

// A symbol is another name of a line; the script knows one.
std::string known_name(const Calculation& calculation, const std::string& name) {
  const model::CalculationName* found = nullptr;
  if (const auto line = model::find_line(calculation, name)) found = &model::line_name(calculation, *line);
  if (found == nullptr && calculation.series) {
    for (const auto& column : calculation.series->columns) {
      if (column.name.symbol.value == name) found = &column.name;
    }
  }
  return found != nullptr ? model::name_in_formulas(found->id.value) : name;
}

std::string function_of(const expression::Expression& formula, const Calculation& calculation) {
  const auto variable = [&](const std::string& name) {
    return "v[" + expression::javascript_text(known_name(calculation, name)) + "]";
  };
  return "function (F, v) { return " + expression::to_javascript(formula, variable) + "; }";
}

std::string text(std::string_view value) {
  return expression::javascript_text(value);
}

Json number_or_null(const std::optional<model::Located<double>>& number) {
  return number ? Json(number->value) : Json();
}

// An object as `head` writes it, with the formula as its last member.
std::string with_formula(const Json& head, const expression::Expression& formula, const Calculation& calculation) {
  std::string object = head.dump();
  object.pop_back();
  return object + ",\"formula\":" + function_of(formula, calculation) + "}";
}

std::string inputs(const Calculation& calculation) {
  Json list = Json::array();
  for (const auto& input : calculation.inputs) {
    list.push_back({{"name", model::name_in_formulas(input.name.id.value)},
                    {"id", input.name.id.value},
                    {"label", input.label},
                    {"unit", input.unit.symbol},
                    {"scale", expression::number_in_unit(1, input.unit)},
                    {"value", input.value.value},
                    {"least", number_or_null(input.least)},
                    {"most", number_or_null(input.most)},
                    {"step", number_or_null(input.step)},
                    {"format", input.format.notation}});
  }
  return list.dump();
}

// In the order in which they can be computed.
std::string formulas(const Calculation& calculation) {
  std::string list;
  for (const std::size_t place : model::evaluation_order(calculation)) {
    const auto& formula = calculation.formulas[place];
    const Json head = {{"name", model::name_in_formulas(formula.name.id.value)}, {"format", formula.format.notation}};
    list += (list.empty() ? "" : ",\n") + with_formula(head, formula.formula, calculation);
  }
  return "[" + list + "]";
}

std::string checks(const Calculation& calculation) {
  std::string list;
  for (const auto& check : calculation.checks) {
    list += (list.empty() ? "" : ",\n") + with_formula({{"id", check.id.value}}, check.formula, calculation);
  }
  return "[" + list + "]";
}

std::string scenarios(const Calculation& calculation) {
  Json list = Json::array();
  for (const auto& scenario : calculation.scenarios) {
    Json values = Json::object();
    for (const auto& [index, value] : model::scenario_inputs(calculation, scenario)) {
      values[model::name_in_formulas(calculation.inputs[index].name.id.value)] = value;
    }
    list.push_back({{"id", scenario.id.value}, {"label", scenario.label}, {"values", std::move(values)}});
  }
  return list.dump();
}

std::string series(const Calculation& calculation) {
  if (!calculation.series) return "null";
  const model::Series& series = *calculation.series;
  std::string columns;
  for (const auto& column : series.columns) {
    const Json head = {{"name", model::name_in_formulas(column.name.id.value)}, {"format", column.format.notation}};
    columns += (columns.empty() ? "" : ",\n") + with_formula(head, column.formula, calculation);
  }
  return "{\"index\":" + text(model::name_in_formulas(series.index.value)) +
         ",\"first\":" + std::to_string(series.first) + ",\"last\":" + std::to_string(series.last) + ",\"columns\":[" +
         columns + "]}";
}

}  // namespace

std::string calculation_script_path(const Calculation& calculation) {
  return "assets/calculations/" + calculation.head.id.value + ".js";
}

std::string calculation_script(const Calculation& calculation) {
  return "shirubeCalculation({\"id\":" + text(calculation.head.id.value) + ",\n\"inputs\":" + inputs(calculation) +
         ",\n\"formulas\":" + formulas(calculation) + ",\n\"checks\":" + checks(calculation) +
         ",\n\"scenarios\":" + scenarios(calculation) + ",\n\"series\":" + series(calculation) + "});\n";
}

}  // namespace shirube::render::html
