#include "cli/evaluation.h"

#include <algorithm>
#include <vector>

#include "expression/decimal.h"
#include "model/usual_format.h"
#include "source/json.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using expression::Value;
using source::Json;

struct Words {
  const char* scenario;
  const char* inputs;
  const char* formulas;
  const char* series;
  const char* checks;
  const char* met;
  const char* not_met;
};
constexpr Words english = {"scenario", "Inputs", "Formulas", "Series", "Checks", "ok", "not met"};
constexpr Words japanese = {"シナリオ", "入力", "式", "系列", "確認", "よい", "満たさない"};

std::string source_of(const expression::Expression& formula, const source::SourceSet& sources) {
  const source::SourceRange range = formula.range();
  return sources.file(range.file).text().substr(range.begin, range.end - range.begin);
}

const std::string& name_of(const model::CalculationName& name) {
  return name.symbol.value.empty() ? name.id.value : name.symbol.value;
}

using Rows = std::vector<std::vector<std::string>>;

// Columns two spaces apart; nothing after the last cell of a row.
std::string aligned(const Rows& rows) {
  std::vector<int> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], source::display_width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto padding = static_cast<std::size_t>(widths[i] - source::display_width(row[i]));
      line += "  " + row[i] + std::string(padding, ' ');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

Json value_json(const Value& value) {
  if (const double* number = value.get<double>()) return *number;
  if (const bool* truth = value.get<bool>()) return *truth;
  if (const std::string* text = value.get<std::string>()) return *text;
  return nullptr;
}

Json error_json(const Value& value) {
  const auto* error = value.get<expression::Error>();
  return error == nullptr ? Json() : Json(expression::spelling(*error));
}

Json line_json(const model::CalculationName& name, const std::string& label, const model::Unit& unit) {
  Json line;
  line["id"] = name.id.value;
  if (!name.symbol.value.empty()) line["symbol"] = name.symbol.value;
  line["label"] = label;
  line["unit"] = unit.symbol;
  return line;
}

void add_value(Json& line, const Value& value, const std::string& text) {
  line["value"] = value_json(value);
  line["error"] = error_json(value);
  line["text"] = text;
}

Json series_json(const model::Calculation& calculation, const model::CalculationResult& result) {
  if (!calculation.series) return nullptr;
  Json columns = Json::array();
  columns.push_back(calculation.series->index.value);
  for (const auto& column : calculation.series->columns) columns.push_back(column.name.id.value);
  Json rows = Json::array();
  for (const auto& row : model::evaluate_series(calculation, result)) {
    Json cells = Json::array();
    for (const Value& cell : row) cells.push_back(value_json(cell));
    rows.push_back(std::move(cells));
  }
  return {{"id", calculation.series->id.value}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

std::string dumped(const Json& json) {
  return json.dump(2) + "\n";
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, diagnostic::Language language) {
  const Words& words = language == diagnostic::Language::japanese ? japanese : english;
  const auto& [calculation, scenario, result, sources] = evaluation;
  std::string text = calculation.title + " (" + calculation.head.id.value + ")";
  if (scenario != nullptr) text += std::string(", ") + words.scenario + ": " + scenario->label;
  text += "\n\n" + std::string(words.inputs) + "\n";

  Rows rows;
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    const auto& input = calculation.inputs[i];
    rows.push_back(
        {name_of(input.name), input.label, model::show_input(input, result.inputs[i]), input.unit.symbol});
  }
  text += aligned(rows) + "\n" + words.formulas + "\n";
  rows.clear();
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    const auto& formula = calculation.formulas[i];
    const auto* error = result.formulas[i].get<expression::Error>();
    rows.push_back(
        {name_of(formula.name), formula.label,
         error != nullptr ? expression::spelling(*error) : model::show_formula(formula, result.formulas[i]),
         formula.unit.value.symbol, "= " + source_of(formula.formula, sources)});
  }
  text += aligned(rows);
  if (calculation.series) {
    const model::Series& series = *calculation.series;
    text += "\n" + std::string(words.series) + ": " + series.label + "\n";
    rows.assign(1, {series.index_label});
    for (const auto& column : series.columns) rows.front().push_back(column.label);
    for (const auto& values : model::evaluate_series(calculation, result)) {
      std::vector<std::string> row{expression::number_to_text(*values.front().get<double>()) +
                                   series.index_unit.value.symbol};
      for (std::size_t i = 1; i < values.size(); ++i) {
        row.push_back(model::show_value(values[i], series.columns[i - 1].format));
      }
      rows.push_back(std::move(row));
    }
    text += aligned(rows);
  }
  if (!calculation.checks.empty()) text += "\n" + std::string(words.checks) + "\n";
  rows.clear();
  for (std::size_t i = 0; i < calculation.checks.size(); ++i) {
    const bool met = result.checks[i];
    rows.push_back({met ? words.met : words.not_met, calculation.checks[i].label,
                    met ? std::string() : calculation.checks[i].advice});
  }
  return text + aligned(rows);
}

std::string evaluation_json(const Evaluation& evaluation) {
  const auto& [calculation, scenario, result, sources] = evaluation;
  Json json;
  json["calculation"] = calculation.head.id.value;
  json["title"] = calculation.title;
  json["scenario"] = scenario == nullptr ? Json() : Json(scenario->id.value);
  json["inputs"] = Json::array();
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) {
    const auto& input = calculation.inputs[i];
    Json line = line_json(input.name, input.label, input.unit);
    line["value"] = result.inputs[i];
    line["text"] = model::show_input(input, result.inputs[i]);
    json["inputs"].push_back(std::move(line));
  }
  json["formulas"] = Json::array();
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    const auto& formula = calculation.formulas[i];
    Json line = line_json(formula.name, formula.label, formula.unit.value);
    line["formula"] = source_of(formula.formula, sources);
    line["format"] = formula.text ? Json() : Json(formula.format.notation);
    line["output"] = formula.output;
    add_value(line, result.formulas[i], model::show_formula(formula, result.formulas[i]));
    json["formulas"].push_back(std::move(line));
  }
  json["series"] = series_json(calculation, result);
  json["checks"] = Json::array();
  for (std::size_t i = 0; i < calculation.checks.size(); ++i) {
    json["checks"].push_back({{"id", calculation.checks[i].id.value},
                              {"label", calculation.checks[i].label},
                              {"met", static_cast<bool>(result.checks[i])}});
  }
  return dumped(json);
}

namespace {

// 6.25%, 500000円/月, TRUE, the text itself, #DIV/0!
std::string shown(const FormulaEvaluation& evaluation) {
  if (const auto* error = evaluation.value.get<expression::Error>()) return expression::spelling(*error);
  const double* number = evaluation.value.get<double>();
  if (number == nullptr || !evaluation.type) {
    if (number != nullptr) return expression::number_to_text(*number);
    return model::show_value(evaluation.value, {});
  }
  const std::string unit = expression::spelling(evaluation.type->unit);
  return expression::number_to_text(expression::number_in_unit(*number, {unit})) + unit;
}

}  // namespace

std::string evaluation_text(const FormulaEvaluation& evaluation) {
  return shown(evaluation) + "\n";
}

std::string evaluation_json(const FormulaEvaluation& evaluation) {
  Json json;
  json["expression"] = evaluation.formula;
  json["unit"] = evaluation.type ? Json(expression::spelling(evaluation.type->unit)) : Json();
  add_value(json, evaluation.value, shown(evaluation));
  return dumped(json);
}

}  // namespace shirube::cli
