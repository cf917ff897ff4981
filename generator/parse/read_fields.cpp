#include "parse/read_fields.h"

#include <utility>

#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;
using source::Located;

namespace {

// Reported if it has more characters than its place on paper holds; it is kept all the same.
void check_length(FieldReader& fields, const FieldFacts& facts, const Located<std::string>& text) {
  if (facts.longest == 0) return;
  const auto length = static_cast<std::int64_t>(source::utf16_length(text.value));
  if (length <= facts.longest) return;
  fields.sink().report(Kind::workbook_long_text, text.range, {std::to_string(length), std::to_string(facts.longest)});
}

// One of the words that the field may be.
std::optional<Located<std::string>> read_word(FieldReader& fields, const FieldFacts& facts) {
  std::vector<std::string_view> words;
  for (const model::Word& each : facts.words) words.push_back(each.word);
  const auto found = fields.choice_of(facts.key, words);
  report_missing(fields, facts);
  if (!found) return std::nullopt;
  return Located<std::string>{std::string(words[*found]), fields.node(facts.key)->range};
}

std::optional<Located<std::string>> read_spelling(FieldReader& fields, const FieldFacts& facts) {
  const bool required = facts.need != Need::optional;
  if (!facts.words.empty()) return read_word(fields, facts);
  switch (facts.spelling) {
    case Spelling::prose:
      return required ? fields.required_text(facts.key) : fields.text(facts.key);
    case Spelling::word:
      return required ? fields.required_word(facts.key) : fields.word(facts.key);
    case Spelling::id:
      return required ? fields.required_id(facts.key) : fields.id(facts.key);
    case Spelling::date:
      report_missing(fields, facts);
      return fields.day(facts.key);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Located<std::string>> read_text(FieldReader& fields, const FieldFacts& facts) {
  auto text = read_spelling(fields, facts);
  if (text) check_length(fields, facts, *text);
  return text;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::string& out) {
  auto text = read_text(fields, facts);
  if (text) out = std::move(text->value);
  return text.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, Located<std::string>& out) {
  auto text = read_text(fields, facts);
  if (text) out = std::move(*text);
  return text.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<Located<std::string>>& out) {
  out = read_text(fields, facts);
  return out.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<std::string>& out) {
  out.clear();
  for (auto& text : fields.texts(facts.key)) {
    check_length(fields, facts, text);
    out.push_back(std::move(text.value));
  }
  report_empty(fields, facts, out.empty());
  return !out.empty();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<Located<std::string>>& out) {
  out = facts.spelling == Spelling::id     ? fields.ids(facts.key)
        : facts.spelling == Spelling::word ? fields.words(facts.key)
                                           : fields.texts(facts.key);
  for (const auto& text : out) check_length(fields, facts, text);
  report_empty(fields, facts, out.empty());
  return !out.empty();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<Located<std::int64_t>>& out) {
  out = fields.integer(facts.key, facts.least, facts.most);
  report_missing(fields, facts);
  return out.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, Located<std::int64_t>& out) {
  std::optional<Located<std::int64_t>> number;
  if (!read_value(fields, facts, number)) return false;
  out = *number;
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::int64_t& out) {
  std::optional<Located<std::int64_t>> number;
  if (!read_value(fields, facts, number)) return false;
  out = number->value;
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<std::int64_t>& out) {
  std::optional<Located<std::int64_t>> number;
  if (!read_value(fields, facts, number)) return false;
  out = number->value;
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, int& out) {
  std::optional<Located<std::int64_t>> number;
  if (!read_value(fields, facts, number)) return false;
  out = static_cast<int>(number->value);
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<double>& out) {
  if (const auto number = fields.number(facts.key)) out = number->value;
  report_missing(fields, facts);
  return out.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, double& out) {
  std::optional<double> number;
  if (!read_value(fields, facts, number)) return false;
  out = *number;
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<double>& out) {
  for (const YamlNode* item : fields.items(facts.key)) {
    const bool is_scalar = item->kind == YamlNode::Kind::scalar;
    const auto number = is_scalar && !item->quoted ? parse_number(item->text) : std::nullopt;
    if (number) {
      out.push_back(*number);
    } else {
      fields.sink().report(Kind::field_number, item->range, {std::string(facts.key), is_scalar ? item->text : "…"});
    }
  }
  report_missing(fields, facts);
  return !out.empty();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, bool& out) {
  out = fields.boolean(facts.key, out);
  report_missing(fields, facts);
  return fields.has(facts.key);
}

bool read_value(FieldReader& fields, const FieldFacts& facts, model::Unit& out) {
  const auto unit = fields.unit_symbol(facts.key);
  if (unit) out = *model::parse_unit(unit->value);
  report_missing(fields, facts);
  return unit.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<model::Quantity>& out) {
  out = fields.quantity(facts.key);
  report_missing(fields, facts);
  return out.has_value();
}

bool read_value(FieldReader& fields, const FieldFacts& facts, model::Quantity& out) {
  std::optional<model::Quantity> quantity;
  if (!read_value(fields, facts, quantity)) return false;
  out = *quantity;
  return true;
}

bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<expression::Expression>& out) {
  const auto text = facts.need == Need::optional ? fields.word(facts.key) : fields.required_word(facts.key);
  if (text) out = read_formula(*fields.node(facts.key), fields.sink());
  return out.has_value();
}

}  // namespace shirube::parse
