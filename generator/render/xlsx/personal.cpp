#include "render/xlsx/personal.h"

namespace shirube::render::xlsx {

std::vector<PersonalField> personal_fields(const model::WorkbookDefinition& definition) {
  std::vector<PersonalField> found;
  for (const model::SheetDefinition& sheet : definition.sheets) {
    for (const model::BlockDefinition& block : sheet.blocks) {
      const auto* form = std::get_if<model::FormBlock>(&block.value);
      if (form == nullptr) continue;
      for (const model::FieldDefinition& field : form->fields) {
        if (!field.from || field.from->family != model::RecordValue::Family::person) continue;
        const std::int64_t copies = sheet.repeat > 1 ? sheet.repeat : 0;
        for (std::int64_t n = copies == 0 ? 0 : 1; n <= copies; ++n) {
          const std::string number = n == 0 ? "" : "." + std::to_string(n);
          found.push_back({form->id.value + number + "." + field.id.value, field.from->property.value, &field});
        }
      }
    }
  }
  return found;
}

std::string personal_text(const model::Person& person, const std::string& property, const std::string& period) {
  if (property == model::period_field) return period;
  for (const model::PersonField& field : model::person_fields) {
    if (field.key == property) return person.*(field.value);
  }
  return {};
}

WorkbookTemplate::Values personal_values(const std::vector<PersonalField>& fields, const model::Person& person,
                                         const std::string& period) {
  WorkbookTemplate::Values values;
  for (const PersonalField& field : fields) {
    std::string text = personal_text(person, field.property, period);
    if (!text.empty()) values[field.key] = std::move(text);
  }
  return values;
}

}  // namespace shirube::render::xlsx
