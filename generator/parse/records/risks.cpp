#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

void read_risks(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "risks", sink)) {
    FieldReader fields(*node, "risks", sink);
    auto head = read_head(fields);
    model::Risk risk;
    const auto plan = fields.required_id("plan");
    risk.title = fields.required_plain_text("title");
    risk.sign = fields.plain_text("sign");
    risk.response = fields.required_plain_text("response");
    risk.owner = fields.plain_text("owner");
    risk.probability = fields.integer("probability", 1, 5);
    risk.impact = fields.integer("impact", 1, 5);
    fields.finish();
    if (!head || !plan) continue;
    risk.plan = *plan;
    risk.head = std::move(*head);
    records.risks.push_back(std::move(risk));
  }
}

}  // namespace shirube::parse
