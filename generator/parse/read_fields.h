// Reads a struct by its description (model/fields): each field by the type of its member. A type that no function here
// knows does not compile.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "expression/ast.h"
#include "model/fields/field.h"
#include "model/unit.h"
#include "parse/records/record.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

using model::Described;
using model::FieldFacts;
using model::Hooked;
using model::Need;
using model::Spelling;

// False if something essential is missing or refused, which has been reported: what is read cannot be kept.
template <Described Struct>
bool read_struct(FieldReader& fields, Struct& read);

// ---- values, by type; false: there is none that can be used ----

inline bool report_missing(FieldReader& fields, const FieldFacts& facts) {
  if (facts.need != Need::optional && !fields.has(facts.key)) fields.missing(facts.key);
  return false;
}

// Of a list that has been read.
inline void report_empty(FieldReader& fields, const FieldFacts& facts, bool is_empty) {
  if (!facts.filled) {
    report_missing(fields, facts);
  } else if (is_empty) {
    fields.missing(facts.key);
  }
}

std::optional<source::Located<std::string>> read_text(FieldReader& fields, const FieldFacts& facts);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::string& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, source::Located<std::string>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<source::Located<std::string>>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<std::string>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<source::Located<std::string>>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::int64_t& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<std::int64_t>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, source::Located<std::int64_t>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<source::Located<std::int64_t>>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, int& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, double& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<double>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<double>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, bool& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, model::Unit& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, model::Quantity& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<model::Quantity>& out);
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<expression::Expression>& out);

template <class Enum>
std::vector<std::string_view> choice_words() {
  std::vector<std::string_view> words;
  for (const auto& choice : model::ChoicesOf<Enum>::all) words.push_back(choice.word);
  return words;
}

template <class Enum>
  requires std::is_enum_v<Enum>
bool read_value(FieldReader& fields, const FieldFacts& facts, Enum& out) {
  const auto found = fields.choice_of(facts.key, choice_words<Enum>());
  if (!found) return report_missing(fields, facts);
  out = model::ChoicesOf<Enum>::all[*found].value;
  return true;
}

template <class Enum>
  requires std::is_enum_v<Enum>
bool read_value(FieldReader& fields, const FieldFacts& facts, source::Located<Enum>& out) {
  if (!read_value(fields, facts, out.value)) return false;
  out.range = fields.node(facts.key)->range;
  return true;
}

template <class Enum>
  requires std::is_enum_v<Enum>
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<source::Located<Enum>>& out) {
  source::Located<Enum> read;
  const bool usable = read_value(fields, facts, read);
  if (usable) out = read;
  return usable;
}

template <class Enum>
  requires std::is_enum_v<Enum>
bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<Enum>& out) {
  for (const std::size_t found : fields.choices_of(facts.key, choice_words<Enum>())) {
    out.push_back(model::ChoicesOf<Enum>::all[found].value);
  }
  report_missing(fields, facts);
  return !out.empty();
}

template <Described Struct>
bool read_value(FieldReader& fields, const FieldFacts& facts, Struct& out) {
  const YamlNode* node = fields.node(facts.key);
  if (node == nullptr || node->kind == YamlNode::Kind::null) return report_missing(fields, facts);
  FieldReader inner(*node, std::string(facts.key), fields.sink());
  return read_struct(inner, out) && inner.is_mapping();
}

template <Described Struct>
bool read_value(FieldReader& fields, const FieldFacts& facts, std::optional<Struct>& out) {
  Struct read;
  const bool usable = read_value(fields, facts, read);
  if (usable) out = std::move(read);
  return usable;
}

template <Described Struct>
bool read_value(FieldReader& fields, const FieldFacts& facts, std::vector<Struct>& out) {
  bool complete = true;
  for (const YamlNode* node : fields.items(facts.key)) {
    FieldReader inner(*node, std::string(facts.item.empty() ? facts.key : facts.item), fields.sink());
    Struct read;
    if (read_struct(inner, read)) {
      out.push_back(std::move(read));
    } else {
      complete = false;
    }
  }
  report_empty(fields, facts, out.empty());
  if constexpr (requires(Struct each) { each.id.range; } && !model::IdsElsewhere<Struct>) {
    std::vector<source::Located<std::string>> ids;
    for (const Struct& each : out) ids.push_back(each.id);
    refuse_same_ids(ids, facts.key, fields.sink());
  }
  return complete || !facts.whole;
}

// ---- the struct ----

template <class Owner, class Value>
bool read_field(FieldReader& fields, const model::Field<Owner, Value>& field, Owner& owner) {
  fields.describe(field);
  const bool usable = read_value(fields, field, owner.*(field.member));
  return usable || !(field.need == Need::essential || field.whole);
}

// Its hook reads it.
template <class Owner, class Value>
bool read_field(FieldReader& fields, const model::OwnField<Owner, Value>& field, Owner&) {
  fields.describe(field);
  if constexpr (model::OwnInOrder<Owner>) (void)fields.node(field.key);
  return true;
}

template <class Owner, class Value>
bool read_field(FieldReader& fields, const model::Part<Owner, Value>& part, Owner& owner) {
  return read_fields(fields, owner.*(part.member));
}

template <Described Struct>
bool read_fields(FieldReader& fields, Struct& read) {
  bool usable = true;
  std::apply([&](const auto&... field) { ((usable = read_field(fields, field, read) && usable), ...); },
             model::FieldsOf<Struct>::all);
  if constexpr (requires { read.range = fields.range(); }) read.range = fields.range();
  if constexpr (Hooked<Struct>) usable = settle(fields, read, usable) && usable;
  return usable;
}

template <Described Struct>
bool read_struct(FieldReader& fields, Struct& read) {
  const bool usable = read_fields(fields, read);
  fields.finish();
  return usable;
}

}  // namespace shirube::parse
