#include "parse/yaml/field_reader.h"

#include <algorithm>

#include "diagnostic/suggestion.h"
#include "parse/yaml/spelling.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::Located;
using NodeKind = YamlNode::Kind;

constexpr std::size_t longest_quote = 40;      // code points of a wrong value in a message
constexpr std::size_t most_unknown_keys = 20;  // of one mapping

// What stands there, in YAML's own signs: good in every language.
std::string spelling_of(const YamlNode& node) {
  if (node.kind == NodeKind::sequence) return "[…]";
  if (node.kind == NodeKind::mapping) return "{…}";
  if (node.kind != NodeKind::scalar) return "null";
  std::string shown;
  std::size_t length = 0;
  for (std::size_t i = 0; i < node.text.size();) {
    const std::size_t size = source::code_point_at(node.text, i).size;
    if (node.text[i] == '\n' || ++length > longest_quote) {
      shown += "…";
      break;
    }
    shown.append(node.text, i, size);
    i += size;
  }
  return node.quoted ? source::format("\"{}\"", shown) : shown;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

bool is_empty_text(const YamlNode& node) {
  return node.kind == NodeKind::scalar && node.text.find_first_not_of(" \t\n") == std::string::npos;
}

// A text that starts with a number, cut behind it: `30 pt`, `4件`.
std::pair<std::string_view, std::string_view> cut_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && std::string_view("+-.,_0123456789").find(text[end]) != std::string_view::npos) ++end;
  std::string_view unit = text.substr(end);
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  return {text.substr(0, end), unit};
}

}  // namespace

std::optional<model::Quantity> parse_quantity(std::string_view text) {
  const auto [digits, symbol] = cut_number(text);
  const auto number = parse_number(digits);
  const auto unit = symbol.empty() ? model::Unit{} : model::parse_unit(symbol);
  if (!number || !unit) return std::nullopt;
  return model::Quantity{*number, *unit, {}};
}

FieldReader::FieldReader(const YamlNode& node, std::string what, diagnostic::Sink& sink)
    : node_(node), what_(std::move(what)), sink_(sink), is_mapping_(node.kind == NodeKind::mapping) {
  if (is_mapping_ || node.kind == NodeKind::broken) return;
  if (node.kind == NodeKind::scalar && node.text.find("：") != std::string::npos) {
    sink_.report(Kind::yaml_wide_colon, node.range);
  } else {
    sink_.report(Kind::field_mapping, node.range, {what_, spelling_of(node)});
  }
}

source::SourceRange FieldReader::range() const {
  return node_.range;
}

bool FieldReader::has(std::string_view key) const {
  return node_.find(key) != nullptr;
}

const YamlNode* FieldReader::take(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  return node_.find(key);
}

const YamlNode* FieldReader::node(std::string_view key) {
  return take(key);
}

void FieldReader::missing(std::string_view key) {
  if (!is_mapping_) return;
  take(key);
  // One place in the record is enough for the caret; the whole of it would fill the screen.
  const source::SourceRange place = node_.entries.empty() ? node_.range : node_.entries.front().key_range;
  sink_.report(Kind::field_missing, place, {what_, std::string(key)});
}

std::optional<Located<std::string>> FieldReader::text(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  if (value->kind != NodeKind::scalar) {
    sink_.report(Kind::field_text, value->range, {std::string(key), spelling_of(*value)});
    return std::nullopt;
  }
  return Located<std::string>{value->text, value->range};
}

std::optional<Located<std::string>> FieldReader::required_text(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr) {
    missing(key);
    return std::nullopt;
  }
  if (value->kind == NodeKind::null || is_empty_text(*value)) {
    sink_.report(Kind::field_empty, value->range, {what_, std::string(key)});
    return std::nullopt;
  }
  return text(key);
}

std::string FieldReader::plain_text(std::string_view key) {
  auto found = text(key);
  return found ? std::move(found->value) : std::string();
}

std::string FieldReader::required_plain_text(std::string_view key) {
  auto found = required_text(key);
  return found ? std::move(found->value) : std::string();
}

std::optional<Located<std::string>> FieldReader::id(std::string_view key) {
  auto found = text(key);
  if (found && !is_id(found->value)) {
    sink_.report(Kind::field_id, found->range, {std::string(key), spelling_of(*node_.find(key))})
        .suggest(meant_id(found->value));
    return std::nullopt;
  }
  return found;
}

std::optional<Located<std::string>> FieldReader::required_id(std::string_view key) {
  return required_text(key) ? id(key) : std::nullopt;
}

std::optional<Located<double>> FieldReader::number(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  if (value->kind == NodeKind::scalar && !value->quoted) {
    if (const auto number = parse_number(value->text)) return Located<double>{*number, value->range};
  }
  sink_.report(Kind::field_number, value->range, {std::string(key), spelling_of(*value)})
      .suggest(value->kind != NodeKind::scalar ? std::string()
               : parse_number(value->text)     ? value->text
                                               : meant_number(value->text));
  return std::nullopt;
}

std::optional<Located<std::int64_t>> FieldReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  const std::vector<std::string> arguments = {std::string(key), spelling_of(*value), source::format("{}", least),
                                              source::format("{}", most)};
  if (value->kind != NodeKind::scalar || value->quoted || !parse_number(value->text)) {
    const std::string meant = value->kind == NodeKind::scalar ? meant_number(value->text) : std::string();
    const bool unquoted_would_do = value->kind == NodeKind::scalar && parse_integer(value->text);
    sink_.report(Kind::field_integer, value->range, arguments)
        .suggest(unquoted_would_do      ? value->text
                 : parse_integer(meant) ? meant
                                        : std::string());
    return std::nullopt;
  }
  const auto number = parse_integer(value->text);
  if (!number && value->text.find('.') != std::string::npos) {
    sink_.report(Kind::field_integer, value->range, arguments);
    return std::nullopt;
  }
  if (!number || *number < least || *number > most) {
    sink_.report(Kind::field_limits, value->range, arguments);
    return std::nullopt;
  }
  return Located<std::int64_t>{*number, value->range};
}

bool FieldReader::boolean(std::string_view key, bool fallback) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return fallback;
  if (value->kind == NodeKind::scalar && !value->quoted) {
    if (value->text == "true") return true;
    if (value->text == "false") return false;
  }
  sink_.report(Kind::field_boolean, value->range, {std::string(key), spelling_of(*value)})
      .suggest(value->kind == NodeKind::scalar ? meant_boolean(value->text) : std::string());
  return fallback;
}

std::optional<Located<std::string>> FieldReader::date(std::string_view key) {
  auto found = text(key);
  if (!found || is_date(found->value)) return found;
  const std::vector<std::string> arguments = {std::string(key), spelling_of(*node_.find(key))};
  if (has_date_form(found->value)) {
    sink_.report(Kind::field_no_such_day, found->range, arguments);
  } else {
    sink_.report(Kind::field_date, found->range, arguments).suggest(meant_date(found->value));
  }
  return std::nullopt;
}

std::optional<Located<std::string>> FieldReader::unit_symbol(std::string_view key) {
  auto found = text(key);
  if (found && !model::parse_unit(found->value)) {
    sink_.report(Kind::field_unit, found->range, {found->value, joined(model::unit_symbols())})
        .suggest(meant_unit(found->value));
    return std::nullopt;
  }
  return found;
}

std::optional<model::Quantity> FieldReader::quantity(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  if (value->kind == NodeKind::mapping) {
    FieldReader fields(*value, std::string(key), sink_);
    const auto number = fields.number("value");
    if (!number && !fields.has("value")) fields.missing("value");
    const auto unit = fields.unit_symbol("unit");
    const bool unit_wrong = fields.has("unit") && !unit;
    fields.finish();
    if (!number || unit_wrong) return std::nullopt;
    return model::Quantity{number->value, model::Unit{unit ? unit->value : std::string()}, value->range};
  }
  const auto refuse = [&](const std::string& meant) {
    sink_.report(Kind::field_quantity, value->range, {std::string(key), spelling_of(*value)}).suggest(meant);
    return std::nullopt;
  };
  if (value->kind != NodeKind::scalar) return refuse({});
  const auto [digits, symbol] = cut_number(value->text);
  const auto number = parse_number(digits);
  const auto unit = symbol.empty() ? model::Unit{} : model::parse_unit(symbol);
  if (number && unit) return model::Quantity{*number, *unit, value->range};
  if (number) {
    const std::string meant = meant_unit(symbol);
    sink_.report(Kind::field_unit, value->range, {std::string(symbol), joined(model::unit_symbols())})
        .suggest(meant.empty() ? meant : source::format("{} {}", digits, meant));
    return std::nullopt;
  }
  const std::string plain = source::to_nfkc(value->text.substr(0, 200));
  const auto [plain_digits, plain_symbol] = cut_number(plain);
  const std::string meant = parse_number(plain_digits) ? std::string(plain_digits) : meant_number(plain_digits);
  const std::string unit_meant = plain_symbol.empty() ? std::string() : meant_unit(plain_symbol);
  if (meant.empty() || (!plain_symbol.empty() && unit_meant.empty())) return refuse({});
  return refuse(unit_meant.empty() ? meant : source::format("{} {}", meant, unit_meant));
}

std::optional<Located<double>> FieldReader::number_in(std::string_view key, const model::Unit& unit) {
  const YamlNode* value = node(key);
  const bool own_unit = value != nullptr && value->kind == NodeKind::scalar && !unit.symbol.empty() &&
                        model::parse_unit(cut_number(value->text).second).has_value();
  if (!own_unit) return number(key);
  const auto found = quantity(key);
  if (!found) return std::nullopt;
  const auto factor = expression::conversion(expression::dimension(found->unit), expression::dimension(unit));
  if (!factor) {
    sink_.report(Kind::unit_mismatch, found->range, {found->unit.symbol, unit.symbol, std::string(key)});
    return std::nullopt;
  }
  return Located<double>{found->value * *factor, found->range};
}

std::vector<Located<std::string>> FieldReader::texts(std::string_view key) {
  const YamlNode* value = take(key);
  std::vector<Located<std::string>> result;
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return result;
  const auto add = [&](const YamlNode& item) {
    if (item.kind == NodeKind::broken) return;
    if (item.kind == NodeKind::scalar && !is_empty_text(item)) {
      result.push_back({item.text, item.range});
    } else {
      sink_.report(Kind::field_texts, item.range, {std::string(key), spelling_of(item)});
    }
  };
  if (value->kind != NodeKind::sequence) {
    add(*value);
  } else {
    for (const YamlNode& item : value->items) add(item);
  }
  return result;
}

std::vector<std::string> FieldReader::plain_texts(std::string_view key) {
  std::vector<std::string> result;
  for (auto& found : texts(key)) result.push_back(std::move(found.value));
  return result;
}

std::vector<Located<std::string>> FieldReader::ids(std::string_view key) {
  std::vector<Located<std::string>> result;
  for (auto& found : texts(key)) {
    if (is_id(found.value)) {
      result.push_back(std::move(found));
    } else {
      sink_.report(Kind::field_id, found.range, {std::string(key), found.value}).suggest(meant_id(found.value));
    }
  }
  return result;
}

std::vector<const YamlNode*> FieldReader::items(std::string_view key) {
  const YamlNode* value = take(key);
  std::vector<const YamlNode*> result;
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return result;
  if (value->kind != NodeKind::sequence) {
    const source::SourceRange place =
        value->kind == NodeKind::mapping ? node_.entries[node_.index.at(std::string(key))].key_range : value->range;
    sink_.report(Kind::field_list, place, {std::string(key), spelling_of(*value)});
    return result;
  }
  for (const YamlNode& item : value->items) {
    if (item.kind != NodeKind::broken) result.push_back(&item);
  }
  return result;
}

std::optional<std::size_t> FieldReader::choice_index(std::string_view key, const std::vector<std::string_view>& words) {
  const auto found = text(key);
  if (!found) return std::nullopt;
  const auto word = std::find(words.begin(), words.end(), found->value);
  if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
  sink_.report(Kind::field_choice, found->range, {std::string(key), spelling_of(*node_.find(key)), joined(words)})
      .suggest([&] { return diagnostic::near_miss(found->value, words); });
  return std::nullopt;
}

void FieldReader::finish() {
  if (!is_mapping_) return;
  std::size_t unknown = 0;
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const YamlEntry& entry : node_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    if (++unknown > most_unknown_keys) return;
    std::string shown = spelling_of(YamlNode{NodeKind::scalar, {}, entry.key, false, {}, {}, {}});
    sink_.report(Kind::field_unknown, entry.key_range, {what_, std::move(shown), joined(known)})
        .suggest([&] { return diagnostic::near_miss(entry.key, known); });
  }
}

}  // namespace shirube::parse
