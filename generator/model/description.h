// The descriptions of model/fields as plain data, for whatever only lists them: `explain`, the JSON Schema, the reference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fields/field.h"

namespace shirube::model {

enum class ValueType {
  text,
  word,
  id,
  date,
  number,
  whole_number,
  yes_no,
  unit,
  quantity,  // a number with its unit
  formula,
  choice,
  mapping,
  own,  // what only its example shows: a scale, two days, values by name
};

struct StructDescription;

struct ChoiceDescription {
  std::string_view word;
  Bilingual text;
};

struct FieldDescription {
  FieldFacts facts;
  ValueType type = ValueType::text;
  bool list = false;
  std::vector<ChoiceDescription> choices;   // of a choice
  const StructDescription* inner = nullptr;  // of a mapping
};

struct StructDescription {
  std::vector<FieldDescription> fields;  // the parts among them, in the order in which they are best written
  std::string_view hook;                 // empty: the fields say everything

  const FieldDescription* find(std::string_view key) const;
};

struct FamilyDescription {
  std::string_view key;
  Bilingual text;
  std::string_view example_id;
  bool alone = false;
  const StructDescription* record = nullptr;
};

// In the order of model/family.h.
const std::vector<FamilyDescription>& described_families();
const FamilyDescription* find_family(std::string_view key);

// What is no family of records.
struct TopicDescription {
  std::string name;  // as it is written: {phase-table}
  Bilingual text;
  const StructDescription* fields = nullptr;
  std::string example;  // whole, in lines: of a directive the block with its fences
};

// Directives in the order of model/directive.h.
const std::vector<TopicDescription>& described_topics();

}  // namespace shirube::model
