#include "model/description.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/directive.h"
#include "model/family.h"
#include "model/fields/calculation.h"
#include "model/fields/career.h"
#include "model/fields/guide.h"
#include "model/fields/logic.h"
#include "model/fields/measurement.h"
#include "model/fields/plan.h"
#include "model/fields/strategy.h"
#include "model/fields/view.h"
#include "model/fields/wording.h"

namespace shirube::model {

namespace {

template <Described Struct>
const StructDescription& describe();

template <class Type>
struct Of {};

// ---- what a member's type says of a field ----

ValueType text_type(Spelling spelling) {
  switch (spelling) {
    case Spelling::prose:
      return ValueType::text;
    case Spelling::word:
      return ValueType::word;
    case Spelling::id:
      return ValueType::id;
    case Spelling::date:
      return ValueType::date;
  }
  return ValueType::text;
}

void look(FieldDescription& field, Of<std::string>) {
  field.type = text_type(field.facts.spelling);
}
void look(FieldDescription& field, Of<std::int64_t>) {
  field.type = ValueType::whole_number;
}
void look(FieldDescription& field, Of<int>) {
  field.type = ValueType::whole_number;
}
void look(FieldDescription& field, Of<double>) {
  field.type = ValueType::number;
}
void look(FieldDescription& field, Of<source::Located<double>>) {
  field.type = ValueType::quantity;
}
void look(FieldDescription& field, Of<bool>) {
  field.type = ValueType::yes_no;
}
void look(FieldDescription& field, Of<Unit>) {
  field.type = ValueType::unit;
}
void look(FieldDescription& field, Of<Quantity>) {
  field.type = ValueType::quantity;
}
void look(FieldDescription& field, Of<expression::Expression>) {
  field.type = ValueType::formula;
}
void look(FieldDescription& field, Of<expression::NumberFormat>) {
  field.type = ValueType::word;
}
void look(FieldDescription& field, Of<StatedValue>) {
  field.type = ValueType::own;
}
template <class Enum>
  requires std::is_enum_v<Enum>
void look(FieldDescription& field, Of<Enum>) {
  field.type = ValueType::choice;
  for (const auto& choice : ChoicesOf<Enum>::all) field.choices.push_back({choice.word, choice.text});
}
template <Described Struct>
void look(FieldDescription& field, Of<Struct>) {
  field.type = ValueType::mapping;
  field.inner = &describe<Struct>();
}
template <class Value>
void look(FieldDescription& field, Of<source::Located<Value>>) {
  look(field, Of<Value>{});
}
template <class Value>
void look(FieldDescription& field, Of<std::optional<Value>>) {
  look(field, Of<Value>{});
}
template <class Value>
void look(FieldDescription& field, Of<std::vector<Value>>) {
  look(field, Of<Value>{});
  field.list = true;
}

// ---- the struct ----

template <class Owner, class Value>
void add(StructDescription& description, const Field<Owner, Value>& field) {
  FieldDescription made;
  made.facts = field;
  look(made, Of<Value>{});
  description.fields.push_back(std::move(made));
}
template <class Owner, class Value>
void add(StructDescription& description, const OwnField<Owner, Value>& field) {
  FieldDescription made;
  made.facts = field;
  look(made, Of<Value>{});
  if (field.shape == Shape::own) {
    made.type = ValueType::own;
    made.list = false;
  }
  description.fields.push_back(std::move(made));
}
template <class Owner, class Value>
void add(StructDescription& description, const Part<Owner, Value>&) {
  const StructDescription& part = describe<Value>();
  description.fields.insert(description.fields.end(), part.fields.begin(), part.fields.end());
}

template <Described Struct>
const StructDescription& describe() {
  static const StructDescription description = [] {
    StructDescription made;
    std::apply([&](const auto&... field) { (add(made, field), ...); }, FieldsOf<Struct>::all);
    if constexpr (Hooked<Struct>) made.hook = FieldsOf<Struct>::hook;
    return made;
  }();
  return description;
}

// ---- topics ----

// What is required, and what is shown beside it.
std::string example_block(const std::string& name, const StructDescription& options) {
  std::string text = "```" + name + "\n";
  for (const FieldDescription& option : options.fields) {
    if (option.facts.need == Need::optional && !option.facts.shown) continue;
    text += std::string(option.facts.key) + ": " + std::string(option.facts.example) + "\n";
  }
  return text + "```\n";
}

void add_directives(std::vector<TopicDescription>& topics) {
  for_each_known_directive([&](const auto& directive) {
    const auto& options = describe<typename std::decay_t<decltype(directive)>::View>();
    const std::string name = "{" + std::string(directive.name) + "}";
    topics.push_back({name, directive.text, &options, example_block(name, options)});
  });
}

}  // namespace

const FieldDescription* StructDescription::find(std::string_view key) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldDescription& field) { return field.facts.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

const std::vector<FamilyDescription>& described_families() {
  static const std::vector<FamilyDescription> all = [] {
    std::vector<FamilyDescription> made;
    for_each_family([&](const auto& family) {
      using Record = typename std::decay_t<decltype(family)>::Record;
      made.push_back({family.key, family.text, family.example_id, family.alone, &describe<Record>()});
    });
    return made;
  }();
  return all;
}

const FamilyDescription* find_family(std::string_view key) {
  const auto& all = described_families();
  const auto found = std::find_if(all.begin(), all.end(), [&](const FamilyDescription& each) { return each.key == key; });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<TopicDescription>& described_topics() {
  static const std::vector<TopicDescription> all = [] {
    std::vector<TopicDescription> made;
    add_directives(made);
    return made;
  }();
  return all;
}

}  // namespace shirube::model
