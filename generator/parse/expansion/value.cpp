#include "parse/expansion/value.h"

#include "model/number_text.h"

namespace shirube::parse {

namespace {

using Kind = TemplateValue::Kind;

// Properties that nobody writes.
constexpr std::string_view count_name = "count";         // of a list
constexpr std::string_view letter_name = "letter";       // of a number: A, B … Z, AA
constexpr std::string_view small_name = "small_letter";  // a, b …
constexpr std::string_view position_name = "number";     // of an element: its place in the list
constexpr std::string_view key_name = "key";             // of a record: what the site calls it here, else its id

std::string letters(std::int64_t number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  return text;
}

const std::string* added(const TemplateValue& value, std::string_view name) {
  if (value.own == nullptr) return nullptr;
  for (const model::GivenProperty& each : *value.own) {
    if (each.name.value == name) return &each.text;
  }
  return nullptr;
}

}  // namespace

bool TemplateValue::is_there() const {
  switch (kind) {
    case Kind::absent:
      return false;
    case Kind::text:
      return !text.empty();
    case Kind::list:
      return size() > 0;
    case Kind::number:
    case Kind::fields:
      return true;
  }
  return false;
}

std::size_t TemplateValue::size() const {
  return elements ? elements->size() : kind == Kind::list && node != nullptr ? node->items.size() : 0;
}

TemplateValue TemplateValue::element(std::size_t index) const {
  TemplateValue value = elements ? (*elements)[index] : yaml_value(node->items[index]);
  value.position = index + 1;
  return value;
}

TemplateValue text_value(std::string text) {
  TemplateValue value;
  value.kind = Kind::text;
  value.text = std::move(text);
  return value;
}

TemplateValue number_value(std::int64_t number) {
  TemplateValue value = text_value(std::to_string(number));
  value.kind = Kind::number;
  return value;
}

TemplateValue list_value(std::vector<TemplateValue> elements) {
  TemplateValue value;
  value.kind = Kind::list;
  value.elements = std::make_shared<const std::vector<TemplateValue>>(std::move(elements));
  return value;
}

TemplateValue yaml_value(const YamlNode& node) {
  TemplateValue value;
  if (node.kind == YamlNode::Kind::scalar) return text_value(node.text);
  if (node.kind == YamlNode::Kind::mapping) value.kind = Kind::fields;
  if (node.kind == YamlNode::Kind::sequence) value.kind = Kind::list;
  value.node = &node;
  return value;
}

bool may_have(const TemplateValue& value, std::string_view name) {
  switch (value.kind) {
    case Kind::fields:
      return true;
    case Kind::list:
      return name == count_name;
    case Kind::number:
      return name == letter_name || name == small_name || (name == position_name && value.position > 0);
    case Kind::text:
      return name == position_name && value.position > 0;
    case Kind::absent:
      break;
  }
  return false;
}

TemplateValue property(const TemplateValue& value, std::string_view name) {
  if (value.kind == Kind::list && name == count_name) return number_value(static_cast<std::int64_t>(value.size()));
  if (value.kind == Kind::number && (name == letter_name || name == small_name)) {
    return text_value(letters(whole_number(value).value_or(0), name == letter_name ? 'A' : 'a'));
  }
  if (value.kind == Kind::fields) {
    if (const std::string* text = added(value, name)) return text_value(*text);
    if (const YamlNode* node = value.node->find(name)) return yaml_value(*node);
    if (name == key_name) return property(value, "id");
  }
  if (name == position_name && value.position > 0) return number_value(static_cast<std::int64_t>(value.position));
  return {};
}

std::vector<std::string_view> property_names(const TemplateValue& value) {
  if (value.kind != Kind::fields) return {};
  std::vector<std::string_view> names = {key_name, position_name};
  for (const YamlEntry& entry : value.node->entries) names.push_back(entry.key);
  if (value.own == nullptr) return names;
  for (const model::GivenProperty& each : *value.own) names.push_back(each.name.value);
  return names;
}

std::optional<std::string> shown(const TemplateValue& value) {
  if (value.kind == Kind::text || value.kind == Kind::number) return value.text;
  if (value.kind != Kind::fields) return std::nullopt;
  const TemplateValue id = property(value, "id");
  return id.kind == Kind::text ? std::optional(id.text) : std::nullopt;
}

std::optional<std::int64_t> whole_number(const TemplateValue& value) {
  if (value.kind != Kind::text && value.kind != Kind::number) return std::nullopt;
  return model::parse_integer(value.text);
}

}  // namespace shirube::parse
