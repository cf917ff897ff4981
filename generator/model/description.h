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

// What an author writes beside records.
enum class TopicKind {
  file,       // site.yaml, the people file
  page,       // the head of a page
  directive,  // in a page
  role,       // in a line of a page
  workbook,   // a template, and what its blocks are made of
  block,      // of a template's sheet
  part,       // of something else, described by itself
};
struct TopicDescription {
  std::string name;  // as `shirube explain` takes it: site.yaml, {phase-table}, block:table
  Bilingual text;
  const StructDescription* fields = nullptr;
  std::string example;  // whole, as an author writes it
  TopicKind kind = TopicKind::file;
};
const std::vector<TopicDescription>& described_topics();

// In the order of model/family.h.
const std::vector<FamilyDescription>& described_families();
const FamilyDescription* find_family(std::string_view key);

}  // namespace shirube::model
