#include "cli/settings.h"

#include "check/calculations.h"
#include "diagnostic/suggestion.h"
#include "parse/yaml/number_in_unit.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using parse::YamlNode;

bool starts_number(const std::string& text) {
  const std::string plain = source::to_nfkc(text.substr(0, 8));
  return !plain.empty() && std::string_view("0123456789+-.△").find(plain[0]) != std::string_view::npos;
}

// Nothing if it is wrong, and that is reported.
std::optional<NamedValue> scalar_value(const YamlNode& node, const std::string& name, Sink& sink) {
  NamedValue found;
  found.type.declared = node.range;
  if (node.kind == YamlNode::Kind::null) {
    found.value = expression::Value();
    return found;
  }
  if (node.kind == YamlNode::Kind::scalar && !node.quoted && (node.text == "TRUE" || node.text == "FALSE")) {
    found.value = node.text == "TRUE";
    found.type.type.kind = expression::Type::Kind::boolean;
    return found;
  }
  if (node.kind == YamlNode::Kind::scalar && (node.quoted || !starts_number(node.text))) {
    found.value = node.text;
    found.type.type.kind = expression::Type::Kind::text;
    return found;
  }
  const auto quantity = parse::read_quantity(node, name, sink);
  if (!quantity) return std::nullopt;
  found.value = expression::number_in_formulas(quantity->value, quantity->unit);
  found.type.type = expression::number_type(quantity->unit);
  found.has_unit = !quantity->unit.symbol.empty();
  return found;
}

// The list has the type of its first item with a unit; formulas that mix units in one column are not tried out here.
std::optional<NamedValue> list_value(const YamlNode& node, const std::string& name, Sink& sink) {
  NamedValue found;
  expression::List list;
  for (const YamlNode& item : node.items) {
    auto value = scalar_value(item, name, sink);
    if (!value) return std::nullopt;
    if (list.empty() || (value->has_unit && !found.has_unit)) found.type = value->type;
    found.has_unit = found.has_unit || value->has_unit;
    list.push_back(std::move(value->value));
  }
  found.value = std::move(list);
  found.type.type.list = true;
  return found;
}

}  // namespace

std::vector<Setting> read_settings(const std::vector<std::string>& written, source::SourceSet& sources, Sink& sink) {
  std::vector<Setting> settings;
  for (const std::string& text : written) {
    const source::FileId file = sources.add("--set", text);
    const std::size_t equals = text.find('=');
    const auto at = [&](std::size_t begin, std::size_t end) {
      return source::SourceRange{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      sink.report(Kind::setting_form, at(0, text.size()), {text});
      continue;
    }
    parse::YamlInput input;
    input.text = text.substr(equals + 1);
    input.file = file;
    input.line_offsets = {static_cast<std::uint32_t>(equals + 1)};
    for (std::size_t i = 0; i < input.text.size(); ++i) {
      if (input.text[i] == '\n') input.line_offsets.push_back(static_cast<std::uint32_t>(equals + 2 + i));
    }
    auto value = parse::parse_yaml(input, {}, sink);
    if (!value) continue;
    settings.push_back({{source::to_nfc(text.substr(0, equals)), at(0, equals)}, std::move(*value)});
  }
  return settings;
}

void apply(const std::vector<Setting>& settings, const model::Calculation& calculation, model::InputValues& values,
           Sink& sink) {
  for (const Setting& setting : settings) {
    const auto line = model::find_line(calculation, setting.name.value);
    if (!line || line->kind != model::CalculationLine::Kind::input) {
      std::vector<std::string_view> names;
      for (const auto& input : calculation.inputs) {
        names.push_back(input.name.id.value);
        if (!input.name.symbol.value.empty()) names.push_back(input.name.symbol.value);
      }
      sink.report(Kind::calculation_not_an_input, setting.name.range, {setting.name.value, calculation.head.id.value})
          .suggest([&] { return diagnostic::near_miss(setting.name.value, names); });
      continue;
    }
    const model::CalculationInput& input = calculation.inputs[line->index];
    auto number = parse::read_number_in(setting.value, setting.name.value, input.unit, sink);
    if (!number) continue;
    number->value = expression::number_in_formulas(number->value, input.unit);
    if (check::check_range(input, *number, sink)) values[line->index] = number->value;
  }
}

std::map<std::string, NamedValue> named_values(const std::vector<Setting>& settings, Sink& sink) {
  std::map<std::string, NamedValue> values;
  for (const Setting& setting : settings) {
    const bool list = setting.value.kind == YamlNode::Kind::sequence;
    auto value = list ? list_value(setting.value, setting.name.value, sink)
                      : scalar_value(setting.value, setting.name.value, sink);
    if (value) values[setting.name.value] = std::move(*value);
  }
  return values;
}

}  // namespace shirube::cli
