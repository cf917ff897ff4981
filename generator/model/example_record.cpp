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

}  // namespace shirube::model
