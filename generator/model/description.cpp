#include "model/description.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/block.h"
#include "model/family.h"
#include "model/fields/blocks.h"
#include "model/fields/calculation.h"
#include "model/fields/career.h"
#include "model/fields/guide.h"
#include "model/fields/logic.h"
#include "model/fields/measurement.h"
#include "model/fields/plan.h"
#include "model/fields/strategy.h"
#include "model/fields/wording.h"
#include "model/fields/workbook.h"

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
void look(FieldDescription& field, Of<Row>) {
  field.type = ValueType::own;
}
void look(FieldDescription& field, Of<decltype(BlockDefinition::value)>) {
  field.type = ValueType::choice;
  for_each_block([&](const auto& kind) { field.choices.push_back({kind.word, kind.text}); });
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

// What every block has, and behind it what this one has.
template <class Block>
const StructDescription& describe_block(std::string_view word) {
  static const StructDescription description = [&] {
    StructDescription made = describe<BlockDefinition>();
    made.fields.front().facts.example = word;
    const StructDescription& own = describe<Block>();
    made.fields.insert(made.fields.end(), own.fields.begin(), own.fields.end());
    made.hook = own.hook;
    return made;
  }();
  return description;
}

void add_templates(std::vector<TopicDescription>& topics) {
  topics.push_back({"template", {"Excel の様式。templates の下の YAML ファイル", "an Excel workbook: a YAML file of the templates folder"},
                    &describe<WorkbookDefinition>(), std::string(template_example)});
  for_each_block([&](const auto& kind) {
    using Value = typename std::decay_t<decltype(kind)>::Value;
    topics.push_back({"block:" + std::string(kind.word), kind.text, &describe_block<Value>(kind.word), std::string(kind.example)});
  });
  topics.push_back({"field", {"様式の欄。form の欄、table の列、calculation の行", "a field of a form, a column of a table, a line of a calculation"},
                    &describe<FieldDefinition>(), std::string(field_example)});
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
    add_templates(made);
    return made;
  }();
  return all;
}

}  // namespace shirube::model
