#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

void read_checklists(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "checklists", sink)) {
    FieldReader fields(*node, "checklists", sink);
    auto head = read_head(fields);
    model::Checklist checklist;
    checklist.title = fields.required_plain_text("title");
    checklist.note = fields.plain_text("note");
    checklist.items = read_plan_items(fields, "items");
    if (!fields.has("items")) fields.missing("items");
    fields.finish();
    if (!head) continue;
    checklist.head = std::move(*head);
    records.checklists.push_back(std::move(checklist));
  }
}

}  // namespace shirube::parse
