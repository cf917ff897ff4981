#include "render/html/calculation_script.h"

#include "expression/to_javascript.h"
#include "expression/unit.h"
#include "source/fingerprint.h"
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

// A name as the script knows it; null for none.
Json name_in_script(const Calculation& calculation, const model::Located<std::string>& name) {
  return name.value.empty() ? Json() : Json(known_name(calculation, name.value));
}

Json axis(const Calculation& calculation, const model::Grid::Axis& part) {
  Json values = Json::array();
  for (const auto& value : part.values) values.push_back(value.value);
  return {{"input", name_in_script(calculation, part.input)}, {"values", std::move(values)}};
}

std::string charts(const Calculation& calculation) {
  Json all = Json::object();
  const auto add = [&](const char* name, const auto& part, Json more) {
    Json chart = {{"output", name_in_script(calculation, part.output)},
                  {"reach", name_in_script(calculation, part.reach)}};
    chart.update(more);
    all[name] = std::move(chart);
  };
  if (const auto& even = calculation.break_even) {
    add("break-even", *even, {{"over", axis(calculation, even->input)}});
  }
  if (const auto& tornado = calculation.tornado) {
    Json variations = Json::array();
    for (const auto& [input, value] : tornado->variations) {
      variations.push_back({{"input", name_in_script(calculation, input)}, {"value", value.value}});
    }
    add("tornado", *tornado, {{"variations", std::move(variations)}});
  }
  if (const auto& grid = calculation.grid) {
    add("grid", *grid, {{"rows", axis(calculation, grid->rows)}, {"columns", axis(calculation, grid->columns)}});
  }
  if (const auto& series = calculation.series) {
    all["series"] = {{"even", name_in_script(calculation, series->even)}};
  }
  return all.dump();
}

std::string labels(const Calculation& calculation) {
  Json all = Json::object();
  for (const auto& input : calculation.inputs) all[model::name_in_formulas(input.name.id.value)] = input.label;
  for (const auto& formula : calculation.formulas) all[model::name_in_formulas(formula.name.id.value)] = formula.label;
  return all.dump();
}

}  // namespace

std::string calculation_script_path(const Calculation& calculation) {
  const std::string version = source::fingerprint_text(calculation_script(calculation)).substr(0, 8);
  return "assets/calculations/" + version + "/" + calculation.head.id.value + ".js";
}

std::string calculation_script(const Calculation& calculation) {
  return "shirubeCalculation({\"id\":" + text(calculation.head.id.value) + ",\n\"inputs\":" + inputs(calculation) +
         ",\n\"formulas\":" + formulas(calculation) + ",\n\"checks\":" + checks(calculation) +
         ",\n\"scenarios\":" + scenarios(calculation) + ",\n\"series\":" + series(calculation) +
         ",\n\"charts\":" + charts(calculation) + ",\n\"labels\":" + labels(calculation) + "});\n";
}

}  // namespace shirube::render::html
