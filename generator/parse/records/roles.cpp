#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

void read_roles(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "roles", sink)) {
    FieldReader fields(*node, "roles", sink);
    auto head = read_head(fields);
    model::WorkRole role;
    role.name = fields.required_plain_text("name");
    role.summary = fields.required_plain_text("summary");
    role.deliverables = fields.plain_texts("deliverables");
    if (!fields.has("deliverables")) fields.missing("deliverables");
    role.models = fields.ids("models");
    role.paths = fields.ids("paths");
    fields.finish();
    if (!head) continue;
    role.head = std::move(*head);
    records.roles.push_back(std::move(role));
  }
}

void read_proposals(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "proposals", sink)) {
    FieldReader fields(*node, "proposals", sink);
    auto head = read_head(fields);
    model::Proposal proposal;
    proposal.title = fields.required_plain_text("title");
    proposal.problem = fields.required_plain_text("problem");
    proposal.idea = fields.required_plain_text("idea");
    proposal.ways = fields.plain_texts("ways");
    proposal.effect = fields.plain_text("effect");
    proposal.safeguard = fields.plain_text("safeguard");
    proposal.examples = read_mbo_examples(fields);
    fields.finish();
    if (!head) continue;
    proposal.head = std::move(*head);
    records.proposals.push_back(std::move(proposal));
  }
}

}  // namespace shirube::parse
