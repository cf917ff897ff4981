#include "render/xlsx/personal.h"

#include <map>
#include <utility>

#include "render/xlsx/drafting.h"

namespace shirube::render::xlsx {

std::vector<PersonalField> personal_fields(const model::WorkbookDefinition& definition,
                                           const std::vector<PlannedField>& planned) {
  std::map<std::string, std::int64_t> longest;
  for (const PlannedField& field : planned) longest.emplace(field.key, field.longest);
  std::vector<PersonalField> found;
  for (const model::SheetDefinition& sheet : definition.sheets) {
    for (const model::BlockDefinition& block : sheet.blocks) {
      const auto* form = std::get_if<model::FormBlock>(&block.value);
      if (form == nullptr) continue;
      for (const model::FieldDefinition& field : form->fields) {
        if (!field.from) continue;
        const bool of_term = field.from->family == model::RecordValue::Family::term;
        if (!of_term && field.from->family != model::RecordValue::Family::person) continue;
        const std::int64_t copies = sheet.repeat.count > 1 ? sheet.repeat.count : 0;
        for (std::int64_t n = copies == 0 ? 0 : 1; n <= copies; ++n) {
          const std::string number = n == 0 ? "" : "." + std::to_string(n);
          std::string key = form->id.value + number + "." + field.id.value;
          const auto room = longest.find(key);
          found.push_back({std::move(key), field.from->property.value, of_term,
                           room == longest.end() ? 0 : room->second, &field});
        }
      }
    }
  }
  return found;
}

std::string personal_text(const model::Person& person, const PersonalField& field, const IssuedPeriod& period) {
  if (field.of_term) {
    if (period.term == nullptr) return {};
    if (field.property == "title") return period.term->title;
    return field.property == "first" ? period.term->first.value : period.term->last.value;
  }
  if (field.property == model::period_field) return period.text;
  const model::PersonField* known = model::find_person_field(field.property);
  return known == nullptr ? std::string() : person.*(known->value);
}

WorkbookTemplate::Values personal_values(const std::vector<PersonalField>& fields, const model::Person& person,
                                         const IssuedPeriod& period) {
  WorkbookTemplate::Values values;
  for (const PersonalField& field : fields) {
    const std::string text = personal_text(person, field, period);
    if (!text.empty()) values[field.key] = property_value(model::cell_kind(*field.field, nullptr), model::Property(text));
  }
  return values;
}

}  // namespace shirube::render::xlsx
