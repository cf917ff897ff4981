#include <set>

#include "model/fields/calculation.h"
#include "parse/records/calculation_fields.h"
#include "parse/hooks.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Calculation;
using model::Located;

Located<std::string> text_or_nothing(FieldReader& fields, std::string_view key) {
  return fields.word(key).value_or(Located<std::string>{});
}

void read_input(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "inputs", sink);
  model::CalculationInput input;
  input.range = fields.range();
  const auto name = read_name(fields);
  input.label = fields.required_plain_text("label");
  const auto declared = read_unit(fields);
  const auto value = fields.quantity("value");
  if (!fields.has("value")) fields.missing("value");
  if (value) {
    input.unit = declared.range ? declared.value : value->unit;
    input.unit_range = declared.range ? declared.range : value->range;
    const auto number = model::number_for(*value, input.unit);
    if (!number) {
      sink.report(Kind::unit_mismatch, value->range, {value->unit.symbol, input.unit.symbol, input.label});
    }
    input.value = {number.value_or(value->value), value->range};
    if (value->unit.symbol.empty() || value->unit == input.unit) input.decimals = value->decimals;
  }
  input.least = read_number_for(fields, "least", input.unit);
  input.most = read_number_for(fields, "most", input.unit);
  input.step = read_number_for(fields, "step", input.unit);
  auto format = read_format(fields, input.unit);
  input.own_format = fields.has("format");
  input.note = fields.plain_text("note");
  fields.finish();
  if (!name || !value || !format) return;
  input.name = *name;
  input.format = std::move(*format);
  calculation.inputs.push_back(std::move(input));
}

void read_line(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "formulas", sink);
  const source::SourceRange range = fields.range();
  const auto name = read_name(fields);
  std::string label = fields.required_plain_text("label");
  const bool text = fields.boolean("text", false);
  auto unit = read_unit(fields);
  auto format = read_format(fields, unit.value);
  const bool own_format = fields.has("format");
  if (text && (unit.range || fields.has("format"))) sink.report(Kind::calculation_text, range, {label});
  if (!unit.range && name) unit.range = name->id.range;
  const bool output = fields.boolean("output", false);
  std::string note = fields.plain_text("note");
  auto formula = read_formula(fields, "formula");
  fields.finish();
  if (!name || !formula || !format) return;
  calculation.formulas.push_back({*name, std::move(label), text, std::move(unit), std::move(*formula),
                                  text ? expression::NumberFormat{} : std::move(*format), own_format, output,
                                  std::move(note), range});
}

void read_scenario(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "scenarios", sink);
  const auto id = fields.required_id("id");
  std::string label = fields.required_plain_text("label");
  std::string note = fields.plain_text("note");
  auto values = read_stated(fields, "values", calculation);
  auto expected = read_stated(fields, "expected", calculation);
  fields.finish();
  if (!id) return;
  calculation.scenarios.push_back({*id, std::move(label), std::move(note), std::move(values), std::move(expected)});
}

void read_column(const YamlNode& node, model::Series& series, Sink& sink) {
  FieldReader fields(node, "columns", sink);
  const auto name = read_name(fields);
  std::string label = fields.required_plain_text("label");
  auto unit = read_unit(fields);
  auto format = read_format(fields, unit.value);
  if (!unit.range && name) unit.range = name->id.range;
  auto formula = read_formula(fields, "formula");
  fields.finish();
  const bool own_format = fields.has("format");
  if (!name || !formula || !format) return;
  series.columns.push_back(
      {*name, std::move(label), std::move(unit), std::move(*formula), std::move(*format), own_format});
}

void read_series(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "series", sink);
  model::Series series;
  const auto id = fields.required_id("id");
  series.label = fields.required_plain_text("label");
  const auto index = fields.required_id("index");
  series.index_label = fields.required_plain_text("index_label");
  series.index_unit = read_unit(fields);
  if (!series.index_unit.range && index) series.index_unit.range = index->range;
  const auto first = fields.integer("first", 0, model::longest_series);
  const auto last = fields.integer("last", 0, model::longest_series);
  if (!fields.has("last")) fields.missing("last");
  series.even = text_or_nothing(fields, "even");
  for (const YamlNode* item : fields.items("columns")) read_column(*item, series, sink);
  if (!fields.has("columns")) fields.missing("columns");
  fields.finish();
  if (!id || !index || !last || series.columns.empty()) return;
  series.id = *id;
  series.index = *index;
  series.first = first ? first->value : 0;
  series.last = last->value;
  calculation.series = std::move(series);
}

void read_check(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "checks", sink);
  const auto id = fields.required_id("id");
  std::string label = fields.required_plain_text("label");
  std::string advice = fields.plain_text("advice");
  auto formula = read_formula(fields, "formula");
  fields.finish();
  if (!id || !formula) return;
  calculation.checks.push_back({*id, std::move(label), std::move(*formula), std::move(advice)});
}

void read_tornado(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "tornado", sink);
  model::Tornado tornado;
  const auto output = fields.required_word("output");
  tornado.reach = text_or_nothing(fields, "reach");
  for (const YamlNode* item : fields.items("variations")) {
    FieldReader variation(*item, "variations", sink);
    const auto input = variation.required_word("input");
    const auto value = read_input_value(variation, "value", calculation, input ? input->value : std::string());
    if (!variation.has("value")) variation.missing("value");
    variation.finish();
    if (input && value) tornado.variations.push_back({*input, *value});
  }
  if (!fields.has("variations")) fields.missing("variations");
  fields.finish();
  if (!output) return;
  tornado.output = *output;
  calculation.tornado = std::move(tornado);
}

model::Grid::Axis required_axis(FieldReader& fields, std::string_view key, const Calculation& calculation) {
  const YamlNode* node = fields.node(key);
  if (node != nullptr) return read_axis(*node, key, calculation, fields.sink());
  fields.missing(key);
  return {};
}

void read_grid(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "grid", sink);
  model::Grid grid;
  const auto output = fields.required_word("output");
  const auto reach = fields.required_word("reach");
  grid.rows = required_axis(fields, "rows", calculation);
  grid.columns = required_axis(fields, "columns", calculation);
  fields.finish();
  if (!output || !reach || grid.rows.values.empty() || grid.columns.values.empty()) return;
  grid.output = *output;
  grid.reach = *reach;
  calculation.grid = std::move(grid);
}

void read_break_even(const YamlNode& node, Calculation& calculation, Sink& sink) {
  FieldReader fields(node, "break_even", sink);
  model::BreakEven even;
  const auto output = fields.required_word("output");
  const auto reach = fields.required_word("reach");
  even.needed = text_or_nothing(fields, "needed");
  even.input = required_axis(fields, "over", calculation);
  fields.finish();
  if (!output || !reach || even.input.values.empty()) return;
  even.output = *output;
  even.reach = *reach;
  calculation.break_even = std::move(even);
}

using Part = void (*)(const YamlNode& node, Calculation& calculation, Sink& sink);

void read_list(FieldReader& fields, std::string_view key, Part read, Calculation& calculation) {
  for (const YamlNode* item : fields.items(key)) read(*item, calculation, fields.sink());
}

void read_one(FieldReader& fields, std::string_view key, Part read, Calculation& calculation) {
  const YamlNode* node = fields.node(key);
  if (node == nullptr || node->kind == YamlNode::Kind::null || node->kind == YamlNode::Kind::broken) return;
  read(*node, calculation, fields.sink());
}

// Ids and symbols of inputs, formulas and columns share one space: formulas use them side by side.
void refuse_same_names(const Calculation& calculation, Sink& sink) {
  std::map<std::string, source::SourceRange> seen;
  const auto look = [&](const Located<std::string>& name) {
    if (name.value.empty()) return;
    const auto [first, is_new] = seen.emplace(model::name_in_formulas(name.value), name.range);
    if (is_new) return;
    sink.report(Kind::calculation_name_twice, name.range, {name.value}).label(first->second, Kind::first_here);
  };
  const auto look_at = [&](const model::CalculationName& name) {
    look(name.id);
    if (name.symbol.value != name.id.value) look(name.symbol);
  };
  for (const auto& input : calculation.inputs) look_at(input.name);
  for (const auto& formula : calculation.formulas) look_at(formula.name);
  if (!calculation.series) return;
  look(calculation.series->index);
  for (const auto& column : calculation.series->columns) look_at(column.name);
}

}  // namespace

bool settle(FieldReader& fields, Calculation& calculation, bool usable) {
  // Lines first: the rest is about them.
  read_list(fields, "inputs", read_input, calculation);
  read_list(fields, "formulas", read_line, calculation);
  if (!fields.has("formulas")) fields.missing("formulas");
  read_list(fields, "scenarios", read_scenario, calculation);
  read_one(fields, "series", read_series, calculation);
  read_list(fields, "checks", read_check, calculation);
  read_one(fields, "break_even", read_break_even, calculation);
  read_one(fields, "tornado", read_tornado, calculation);
  read_one(fields, "grid", read_grid, calculation);
  if (usable) refuse_same_names(calculation, fields.sink());
  return usable;
}

}  // namespace shirube::parse
