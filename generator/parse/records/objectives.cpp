#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

model::Measure read_measure(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader fields(node, "measures", sink);
  model::Measure measure;
  measure.range = node.range;
  measure.text = fields.plain_text("text");
  measure.indicator = fields.id("indicator");
  measure.target = fields.quantity("target");
  measure.deadline = fields.plain_text("deadline");
  if (measure.text.empty() && !fields.has("indicator")) fields.missing("text");
  fields.finish();
  return measure;
}

model::Addressees read_addressees(FieldReader& objective) {
  model::Addressees addressees;
  const YamlNode* node = objective.node("for");
  if (node == nullptr) return addressees;
  FieldReader fields(*node, "for", objective.sink());
  addressees.organisations = fields.plain_texts("organisation");
  addressees.jobs = fields.plain_texts("job");
  addressees.grades = fields.plain_texts("grade");
  fields.finish();
  return addressees;
}

}  // namespace

void read_objectives(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "objectives", sink)) {
    FieldReader fields(*node, "objectives", sink);
    auto head = read_head(fields);
    model::Objective objective;
    objective.title = fields.required_plain_text("title");
    const auto level = read_level(fields, "level");
    if (!fields.has("level")) fields.missing("level");
    objective.level = level.value_or(model::ObjectiveLevel::company);  // asks for least: no echo in check/
    objective.category = fields.plain_text("category");
    objective.owner = fields.required_plain_text("owner");
    objective.parent = fields.id("parent");
    objective.addressees = read_addressees(fields);
    objective.figures = fields.ids("figures");
    for (const YamlNode* measure : fields.items("measures")) objective.measures.push_back(read_measure(*measure, sink));
    objective.clearance = fields.plain_text("clearance");
    objective.ai = read_ai_use(fields);
    objective.note = fields.plain_text("note");
    fields.finish();
    if (!head) continue;
    objective.head = std::move(*head);
    records.objectives.push_back(std::move(objective));
  }
}

}  // namespace shirube::parse
