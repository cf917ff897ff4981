#include "parse/records/record.h"

namespace shirube::parse {

using model::Located;

std::optional<model::AiUse> read_ai_use(FieldReader& fields) {
  const YamlNode* node = fields.node("ai");
  if (node == nullptr) return std::nullopt;
  FieldReader steps(*node, "ai", fields.sink());
  model::AiUse use{steps.plain_text("hypothesis"), steps.plain_text("trial"), steps.plain_text("verification"),
                   steps.plain_text("feedback"), node->range};
  steps.finish();
  return use;
}

std::vector<model::MboExample> read_mbo_examples(FieldReader& fields) {
  std::vector<model::MboExample> examples;
  std::vector<Located<std::string>> ids;
  for (const YamlNode* node : fields.items("mbo_examples")) {
    FieldReader item(*node, "mbo_examples", fields.sink());
    const auto id = item.required_id("id");
    model::MboExample example;
    example.title = item.required_plain_text("title");
    example.measures = item.required_plain_text("measures");
    example.quality = item.plain_text("quality");
    example.clearance = item.plain_text("clearance");
    example.ai = read_ai_use(item);
    item.finish();
    if (!id) continue;
    example.id = *id;
    ids.push_back(*id);
    examples.push_back(std::move(example));
  }
  refuse_same_ids(ids, "mbo_examples", fields.sink());
  return examples;
}

}  // namespace shirube::parse
