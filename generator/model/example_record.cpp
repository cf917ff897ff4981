#include "model/example_record.h"

namespace shirube::model {

std::string example_record(const FamilyDescription& family, const FieldDescription* also) {
  const std::string indent = family.alone ? "  " : "    ";
  std::string text = std::string(family.key) + ":\n";
  bool is_first = true;
  for (const FieldDescription& field : family.record->fields) {
    const bool is_shown = field.facts.need != Need::optional || field.facts.shown || also == &field ||
                          (also != nullptr && also->facts.with == field.facts.key);
    if (!is_shown || (also != nullptr && also->facts.instead_of == field.facts.key)) continue;
    const bool is_id = field.facts.key == "id";
    const std::string_view value = is_id ? family.example_id : field.facts.example;
    text += is_first && !family.alone ? "  - " : indent;
    text += std::string(field.facts.key) + ": " + std::string(value) + "\n";
    is_first = false;
  }
  return text;
}

std::string skeleton_record(const FamilyDescription& family, std::string_view id, bool japanese) {
  const auto in = [&](const Bilingual& text) { return std::string(japanese ? text.ja : text.en); };
  const std::string key(family.key);
  const std::string indent = family.alone ? "  " : "    ";
  const auto line = [&](const FieldDescription& field) {
    return std::string(field.facts.key) + ": " + std::string(field.facts.key == "id" ? id : field.facts.example) + "\n";
  };
  std::string text = "# " + in(family.text) + (japanese ? "。欄の説明: shirube explain " : ". Its fields: shirube explain ") + key + "\n" + key + ":\n";
  std::string optional;
  bool is_first = true;
  for (const FieldDescription& field : family.record->fields) {
    const bool is_written = field.facts.need != Need::optional || field.facts.shown;
    if (!is_written) {
      optional += indent + "# " + line(field) + indent + "#   " + in(field.facts.text) + "\n";
      continue;
    }
    const bool begins = is_first && !family.alone;
    if (!begins) text += indent + "# " + in(field.facts.text) + "\n";
    text += (begins ? "  - " : indent) + line(field);
    is_first = false;
  }
  if (!optional.empty()) {
    text += indent + (japanese ? "# 次の欄は、要るものだけ行頭の「# 」を外して書く\n" : "# Of the following, take the `# ` off those that are needed\n") + optional;
  }
  return text;
}

}  // namespace shirube::model
