#include "parse/yaml/field_reader.h"

#include <algorithm>

#include "diagnostic/suggestion.h"
#include "model/calendar.h"
#include "model/number_text.h"
#include "parse/yaml/shown_value.h"
#include "parse/yaml/spelling.h"
#include "parse/yaml/wrong_signs.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::Located;
using NodeKind = YamlNode::Kind;

// Where the character of an unquoted scalar is, if its lines were not joined; else the scalar.
source::SourceRange place_of(const WrongSign& sign, const YamlNode& node) {
  if (node.made || node.range.end - node.range.begin != node.text.size()) return node.range;
  const auto begin = static_cast<std::uint32_t>(node.range.begin + sign.offset);
  return {node.range.file, begin, begin + static_cast<std::uint32_t>(sign.size)};
}

bool is_empty_text(const YamlNode& node) {
  return node.kind == NodeKind::scalar && node.text.find_first_not_of(" \t\n") == std::string::npos;
}

// A text that starts with a number, cut after it: `30 pt`, `4件`.
std::pair<std::string_view, std::string_view> cut_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && std::string_view("+-.,_0123456789").find(text[end]) != std::string_view::npos) ++end;
  std::string_view unit = text.substr(end);
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  return {text.substr(0, end), unit};
}

// `△５ポイント` → `-5 pt`; empty if it is unclear which number, or of what.
std::string meant_spelling(std::string_view text) {
  const auto meant = model::meant_quantity(text);
  if (!meant) return {};
  if (meant->unit.empty()) return meant->digits;
  const std::string unit = meant_unit(meant->unit);
  return unit.empty() ? unit : source::format("{} {}", meant->digits, unit);
}

}  // namespace

std::optional<model::Quantity> parse_quantity(std::string_view text) {
  const auto [digits, symbol] = cut_number(text);
  const auto number = parse_number(digits);
  const auto unit = symbol.empty() ? model::Unit{} : model::parse_unit(symbol);
  if (!number || !unit) return std::nullopt;
  return model::Quantity{*number, *unit, {}, model::decimals_of(digits)};
}

FieldReader::FieldReader(const YamlNode& node, std::string what, diagnostic::Sink& sink)
    : node_(node), what_(std::move(what)), sink_(sink), is_mapping_(node.kind == NodeKind::mapping) {
  if (is_mapping_ || node.kind == NodeKind::broken) return;
  if (const auto sign = node.kind == NodeKind::scalar && !node.quoted ? find_wrong_sign(node.text) : std::nullopt) {
    sign->report(node.text, place_of(*sign, node), sink_);
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
  const YamlNode* value = take(key);
  if (!is_mapping_ || node_.incomplete) return;
  const bool refused = value != nullptr && value->kind != NodeKind::null && !is_empty_text(*value) &&
                       (value->kind != NodeKind::sequence || !value->items.empty());
  if (refused) return;
  if (value != nullptr && value->kind == NodeKind::sequence) {
    sink_.report(Kind::field_empty, value->range, {what_, std::string(key)});
  } else if (std::find(missing_.begin(), missing_.end(), key) == missing_.end()) {
    missing_.emplace_back(key);
  }
}

// ` #` after a text, or a `#` right after the key, where a comment would have a space: it belonged to the text.
bool FieldReader::refuse_cut(const YamlNode& value, Reads reads) {
  if (value.comment == 0) return false;
  const bool is_null = value.kind == NodeKind::null;
  if (is_null ? value.comment_has_blank : reads == Reads::word) return false;
  sink_.report(Kind::yaml_comment, {value.range.file, value.comment, value.comment + 1});
  return true;
}

// Quotes that YAML does not know around the value; invisible characters in one that is not prose.
bool FieldReader::refuse_signs(const YamlNode& value, Reads reads) {
  if (value.kind != NodeKind::scalar || value.quoted) return false;
  auto found = find_wrong_quotes(value.text);
  if (!found && reads == Reads::word) found = find_hidden_sign(value.text);
  if (!found && reads == Reads::word) found = find_wrong_comment(value.text);
  if (!found) return false;
  found->report(value.text, place_of(*found, value), sink_);
  return true;
}

// More digits than anybody keeps.
bool FieldReader::refuse_digits(const YamlNode& value, std::string_view number) {
  const std::size_t digits = model::significant_digits(number);
  if (digits <= model::most_significant_digits) return false;
  sink_.report(Kind::number_digits, value.range,
               {source::format("{}", digits), source::format("{}", model::most_significant_digits)});
  return true;
}

std::optional<Located<std::string>> FieldReader::scalar(std::string_view key, Reads reads) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::broken) return std::nullopt;
  if (value->kind == NodeKind::null) {
    refuse_cut(*value, reads);
    return std::nullopt;
  }
  if (value->kind != NodeKind::scalar) {
    sink_.report(Kind::field_text, value->range, {std::string(key), spelling_of(*value)});
    return std::nullopt;
  }
  // Prose stands for itself meanwhile, so that it is not reported as missing.
  if (refuse_signs(*value, reads) && reads == Reads::word) return std::nullopt;
  refuse_cut(*value, reads);
  return Located<std::string>{value->text, value->range};
}

std::optional<Located<std::string>> FieldReader::required_scalar(std::string_view key, Reads reads) {
  const YamlNode* value = take(key);
  if (value == nullptr) {
    missing(key);
    return std::nullopt;
  }
  if (value->kind == NodeKind::null || is_empty_text(*value)) {
    if (!refuse_cut(*value, reads)) sink_.report(Kind::field_empty, value->range, {what_, std::string(key)});
    return std::nullopt;
  }
  return scalar(key, reads);
}

std::optional<Located<std::string>> FieldReader::text(std::string_view key) {
  return scalar(key, Reads::prose);
}

std::optional<Located<std::string>> FieldReader::required_text(std::string_view key) {
  return required_scalar(key, Reads::prose);
}

std::optional<Located<std::string>> FieldReader::word(std::string_view key) {
  return scalar(key, Reads::word);
}

std::optional<Located<std::string>> FieldReader::required_word(std::string_view key) {
  return required_scalar(key, Reads::word);
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
  auto found = word(key);
  if (found && !is_id(found->value)) {
    sink_.report(Kind::field_id, found->range, {std::string(key), spelling_of(*node_.find(key))})
        .suggest(meant_id(found->value));
    return std::nullopt;
  }
  return found;
}

std::optional<Located<std::string>> FieldReader::required_id(std::string_view key) {
  const YamlNode* value = take(key);
  const bool there = value != nullptr && value->kind != NodeKind::null && !is_empty_text(*value);
  if (there) return id(key);  // which says what is wrong
  required_word(key);
  return std::nullopt;
}

std::optional<Located<double>> FieldReader::number(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  if (value->kind == NodeKind::scalar && !value->quoted) {
    if (const auto number = parse_number(value->text)) return Located<double>{*number, value->range};
  }
  if (refuse_signs(*value, Reads::word) || refuse_digits(*value, value->text)) return std::nullopt;
  sink_.report(Kind::field_number, value->range, {std::string(key), spelling_of(*value)})
      .suggest(value->kind != NodeKind::scalar ? std::string()
               : parse_number(value->text)     ? value->text
                                               : model::meant_number(value->text));
  return std::nullopt;
}

std::optional<Located<std::int64_t>> FieldReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const YamlNode* value = take(key);
  if (value == nullptr || value->kind == NodeKind::null || value->kind == NodeKind::broken) return std::nullopt;
  const std::vector<std::string> arguments = {std::string(key), spelling_of(*value), source::format("{}", least),
                                              source::format("{}", most)};
  if (refuse_signs(*value, Reads::word)) return std::nullopt;
  if (value->kind != NodeKind::scalar || value->quoted || model::significant_digits(value->text) == 0) {
    const std::string meant = value->kind == NodeKind::scalar ? model::meant_number(value->text) : std::string();
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
  if (refuse_signs(*value, Reads::word)) return fallback;
  sink_.report(Kind::field_boolean, value->range, {std::string(key), spelling_of(*value)})
      .suggest(value->kind == NodeKind::scalar ? meant_boolean(value->text) : std::string());
  return fallback;
}

std::optional<Located<std::string>> FieldReader::date(std::string_view key) {
  auto found = word(key);
  if (!found || is_date(found->value)) return found;
  const std::vector<std::string> arguments = {std::string(key), spelling_of(*node_.find(key))};
  if (has_date_form(found->value)) {
    sink_.report(Kind::field_no_such_day, found->range, arguments);
  } else {
    sink_.report(Kind::field_date, found->range, arguments).suggest(meant_date(found->value));
  }
  return std::nullopt;
}

std::optional<Located<std::string>> FieldReader::day(std::string_view key) {
  auto found = date(key);
  if (!found || (found->value >= model::earliest_shown_day && found->value <= model::latest_shown_day)) return found;
  sink_.report(Kind::field_day, found->range,
               {std::string(key), found->value, std::string(model::earliest_shown_day), std::string(model::latest_shown_day)});
  return std::nullopt;
}

std::optional<Located<std::string>> FieldReader::unit_symbol(std::string_view key) {
  auto found = word(key);
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
    return model::Quantity{number->value, model::Unit{unit ? unit->value : std::string()}, value->range,
                           model::decimals_of(fields.node("value")->text)};
  }
  if (value->kind == NodeKind::scalar) {
    if (const auto found = parse_quantity(value->text)) {
      return model::Quantity{found->value, found->unit, value->range, found->decimals};
    }
    if (refuse_signs(*value, Reads::word) || refuse_digits(*value, cut_number(value->text).first)) return std::nullopt;
  }
  const std::string meant = value->kind == NodeKind::scalar ? meant_spelling(value->text) : std::string();
  const std::string_view symbol = value->kind == NodeKind::scalar ? cut_number(value->text).second : std::string_view();
  if (!symbol.empty() && parse_number(cut_number(value->text).first)) {
    sink_.report(Kind::field_unit, value->range, {std::string(symbol), joined(model::unit_symbols())}).suggest(meant);
  } else {
    sink_.report(Kind::field_quantity, value->range, {std::string(key), spelling_of(*value)}).suggest(meant);
  }
  return std::nullopt;
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

std::vector<Located<std::string>> FieldReader::scalars(std::string_view key, Reads reads) {
  const YamlNode* value = take(key);
  std::vector<Located<std::string>> result;
  if (value == nullptr || value->kind == NodeKind::broken) return result;
  if (value->kind == NodeKind::null) {
    refuse_cut(*value, reads);
    return result;
  }
  const bool alone = value->kind != NodeKind::sequence || (value->in_brackets && value->items.size() == 1);
  const auto wrong = [&](const YamlNode& item) -> std::optional<WrongSign> {
    if (item.kind != NodeKind::scalar || item.quoted) return std::nullopt;
    if (auto found = find_wrong_list(item.text); found && value->kind != NodeKind::sequence) return found;
    // [a，b] is one text to YAML, and two to whoever wrote it.
    // A `、` may belong to prose, as in [三件を並べ、直した].
    if (!alone || value->kind != NodeKind::sequence) return std::nullopt;
    return reads == Reads::word ? find_wrong_comma(item.text) : find_wrong_separator(item.text);
  };
  const auto add = [&](const YamlNode& item) {
    if (item.kind == NodeKind::broken) return;
    if (const auto found = wrong(item)) {
      found->report(item.text, item.range, sink_);
      if (reads == Reads::prose) result.push_back({item.text, item.range});
    } else if (item.kind != NodeKind::scalar || is_empty_text(item)) {
      sink_.report(Kind::field_texts, item.range, {std::string(key), spelling_of(item)});
    } else if (!refuse_signs(item, reads)) {
      refuse_cut(item, reads);
      result.push_back({item.text, item.range});
    }
  };
  if (value->kind != NodeKind::sequence) {
    add(*value);
  } else {
    for (const YamlNode& item : value->items) add(item);
  }
  return result;
}

std::vector<Located<std::string>> FieldReader::texts(std::string_view key) {
  return scalars(key, Reads::prose);
}

std::vector<Located<std::string>> FieldReader::words(std::string_view key) {
  return scalars(key, Reads::word);
}

std::vector<std::string> FieldReader::plain_texts(std::string_view key) {
  std::vector<std::string> result;
  for (auto& found : texts(key)) result.push_back(std::move(found.value));
  return result;
}

std::vector<Located<std::string>> FieldReader::ids(std::string_view key) {
  std::vector<Located<std::string>> result;
  for (auto& found : words(key)) {
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
  if (value->kind == NodeKind::scalar && !value->quoted) {
    if (const auto found = find_wrong_list(value->text)) {
      found->report(value->text, value->range, sink_);
      return result;
    }
  }
  if (value->incomplete) return result;
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

std::optional<std::size_t> FieldReader::choice_of(std::string_view key, const std::vector<std::string_view>& words) {
  const auto found = word(key);
  if (!found) return std::nullopt;
  const auto word = std::find(words.begin(), words.end(), found->value);
  if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
  sink_.report(Kind::field_choice, found->range, {std::string(key), spelling_of(*node_.find(key)), joined(words)})
      .suggest([&] { return diagnostic::near_miss(found->value, words); });
  return std::nullopt;
}

std::vector<std::size_t> FieldReader::choices_of(std::string_view key, const std::vector<std::string_view>& known) {
  std::vector<std::size_t> result;
  for (const auto& found : words(key)) {
    const auto word = std::find(known.begin(), known.end(), found.value);
    if (word != known.end()) {
      result.push_back(static_cast<std::size_t>(word - known.begin()));
    } else {
      sink_.report(Kind::field_choice, found.range, {std::string(key), found.value, joined(known)})
          .suggest([&] { return diagnostic::near_miss(found.value, known); });
    }
  }
  return result;
}

}  // namespace shirube::parse
