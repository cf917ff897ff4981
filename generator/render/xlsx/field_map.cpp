#include "render/xlsx/field_map.h"

#include "model/workbook_source.h"
#include "render/xlsx/plan.h"
#include "source/format.h"
#include "source/json.h"

namespace shirube::render::xlsx {

using source::Json;

namespace {

std::string_view type_word(model::FieldType type) {
  switch (type) {
    case model::FieldType::fixed:
      return "fixed";
    case model::FieldType::text:
      return "text";
    case model::FieldType::long_text:
      return "long-text";
    case model::FieldType::number:
      return "number";
    case model::FieldType::percent:
      return "percent";
    case model::FieldType::date:
      return "date";
    case model::FieldType::choice:
      return "choice";
    case model::FieldType::check:
      return "check";
  }
  return "";
}

Json field_entry(const PlannedField& planned) {
  Json entry = {{"key", planned.key}, {"name", planned.name}, {"cell", planned.cell}, {"label", planned.label}};
  if (planned.required) entry["required"] = true;
  if (!planned.unit.empty()) entry["unit"] = planned.unit;
  if (planned.field == nullptr) return entry;
  const model::FieldDefinition& field = *planned.field;
  entry["type"] = type_word(field.type);
  if (field.least) entry["least"] = field.least->value;
  if (field.most) entry["most"] = field.most->value;
  if (field.earliest) entry["earliest"] = field.earliest->value;
  if (field.latest) entry["latest"] = field.latest->value;
  if (planned.longest > 0) entry["longest"] = planned.longest;
  if (field.decimals) entry["decimals"] = *field.decimals;
  if (!field.choices.value.empty()) entry["choices"] = field.choices.value;
  return entry;
}

}  // namespace

std::string field_map(const model::WorkbookDefinition& definition, const model::Records& records,
                      const std::vector<double>& figures) {
  const WorkbookTemplate planned(definition, records, figures);
  std::string text = source::format("{{\n\"template\": {},\n\"version\": {},\n\"title\": {},\n\"fields\": [",
                                    Json(definition.id.value).dump(), Json(definition.version.value).dump(),
                                    Json(definition.title).dump());
  const char* separator = "\n";
  for (const PlannedField& field : planned.fields()) {
    text += separator + field_entry(field).dump();
    separator = ",\n";
  }
  text += "\n],\n\"lists\": {";
  separator = "\n";
  for (const model::ChoiceList& list : definition.lists) {
    text += separator + Json(list.id.value).dump() + ": " + Json(model::choices(list, records)).dump();
    separator = ",\n";
  }
  return text + "\n},\n\"definition\": " + Json::parse(definition.tree).dump(1) + "\n}\n";
}

}  // namespace shirube::render::xlsx
