#include "parse/records/calculation_fields.h"

#include <cmath>

#include "expression/parse.h"
#include "model/usual_format.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Located;

namespace {

bool is_symbol(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !letter(text.front())) return false;
  for (const char c : text) {
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '_') return false;
  }
  return true;
}

// In quotes the text starts one byte later.
std::uint32_t text_begin(const YamlNode& node) {
  return node.range.begin + (node.quoted ? 1 : 0);
}

const model::Unit* unit_of(const model::Calculation& calculation, std::string_view name) {
  const auto line = model::find_line(calculation, name);
  return line ? &model::line_unit(calculation, *line) : nullptr;
}

}  // namespace

std::optional<model::CalculationName> read_name(FieldReader& fields) {
  const auto id = fields.required_id("id");
  const auto symbol = fields.word("symbol");
  const bool usable = symbol && is_symbol(symbol->value);
  if (symbol && !usable) fields.sink().report(Kind::calculation_symbol, symbol->range, {symbol->value});
  if (!id) return std::nullopt;
  return model::CalculationName{*id, usable ? *symbol : Located<std::string>{}};
}

std::optional<expression::Expression> read_formula(FieldReader& fields, std::string_view key) {
  if (!fields.required_word(key)) return std::nullopt;
  const YamlNode* node = fields.node(key);
  return expression::parse(node->text, node->range.file, text_begin(*node), fields.sink());
}

std::optional<expression::NumberFormat> read_format(FieldReader& fields, const model::Unit& unit) {
  const auto text = fields.word("format");
  if (!text) return model::usual_format(unit, 0);
  const YamlNode* node = fields.node("format");
  return expression::parse_number_format(text->value, node->range.file, text_begin(*node), fields.sink());
}

Located<model::Unit> read_unit(FieldReader& fields) {
  const auto unit = fields.unit_symbol("unit");
  return unit ? Located<model::Unit>{*model::parse_unit(unit->value), unit->range} : Located<model::Unit>{};
}

std::optional<Located<double>> read_number_for(FieldReader& fields, std::string_view key, const model::Unit& unit) {
  const auto quantity = fields.quantity(key);
  if (!quantity) return std::nullopt;
  const auto number = model::number_for(*quantity, unit);
  if (number) return Located<double>{*number, quantity->range};
  fields.sink().report(Kind::unit_mismatch, quantity->range, {quantity->unit.symbol, unit.symbol, std::string(key)});
  return std::nullopt;
}

std::vector<model::StatedValue> read_stated(FieldReader& fields, std::string_view key,
                                            const model::Calculation& calculation) {
  std::vector<model::StatedValue> values;
  const YamlNode* node = fields.node(key);
  if (node == nullptr || node->kind == YamlNode::Kind::null || node->kind == YamlNode::Kind::broken) return values;
  FieldReader entries(*node, std::string(key), fields.sink());
  if (!entries.is_mapping()) return values;
  for (const YamlEntry& entry : node->entries) {
    const auto quantity = entries.quantity(entry.key);
    if (!quantity) continue;
    const model::Unit* unit = unit_of(calculation, entry.key);
    const model::Unit& target = unit != nullptr ? *unit : quantity->unit;
    const model::Quantity step{std::pow(10, -quantity->decimals), quantity->unit, {}};  // 0.01 for 0.78 and -12.50
    // A wrong name or unit is check/'s to report; then the number is never used.
    values.push_back({{entry.key, entry.key_range},
                      {model::number_for(*quantity, target).value_or(quantity->value), quantity->range},
                      quantity->unit,
                      model::number_for(step, target).value_or(step.value)});
  }
  return values;
}

std::optional<Located<double>> read_input_value(FieldReader& fields, std::string_view key,
                                                const model::Calculation& calculation, std::string_view input) {
  const model::Unit* unit = unit_of(calculation, input);
  if (unit != nullptr) return read_number_for(fields, key, *unit);
  const auto quantity = fields.quantity(key);  // of an unknown input: check/ reports that
  return quantity ? Located<double>{quantity->value, quantity->range} : std::optional<Located<double>>();
}

model::Grid::Axis read_axis(const YamlNode& node, std::string_view what, const model::Calculation& calculation,
                            diagnostic::Sink& sink) {
  model::Grid::Axis axis;
  FieldReader fields(node, std::string(what), sink);
  if (const auto input = fields.required_word("input")) axis.input = *input;
  const model::Unit* unit = unit_of(calculation, axis.input.value);
  for (const Located<std::string>& text : fields.words("values")) {
    const auto quantity = parse_quantity(text.value);
    const auto number =
        quantity ? model::number_for(*quantity, unit != nullptr ? *unit : quantity->unit) : std::nullopt;
    if (!quantity) {
      sink.report(Kind::field_quantity, text.range, {"values", text.value});
    } else if (!number) {
      sink.report(Kind::unit_mismatch, text.range, {quantity->unit.symbol, unit->symbol, axis.input.value});
    } else {
      axis.values.push_back({*number, text.range});
    }
  }
  if (!fields.has("values")) fields.missing("values");
  fields.finish();
  return axis;
}

}  // namespace shirube::parse
