#include <limits>

#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

using model::Located;

void read_assets(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "assets", sink)) {
    FieldReader fields(*node, "assets", sink);
    auto head = read_head(fields);
    model::Asset asset;
    asset.name = fields.required_plain_text("name");
    asset.use = fields.required_plain_text("use");
    asset.shown = fields.plain_texts("shown");
    if (!fields.has("shown")) fields.missing("shown");
    asset.safeguard = fields.plain_text("safeguard");
    fields.finish();
    if (!head) continue;
    asset.head = std::move(*head);
    records.assets.push_back(std::move(asset));
  }
}

void read_funnels(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "funnels", sink)) {
    FieldReader fields(*node, "funnels", sink);
    auto head = read_head(fields);
    model::Funnel funnel;
    funnel.title = fields.required_plain_text("title");
    funnel.note = fields.plain_text("note");
    funnel.unit = fields.plain_text("unit");
    std::vector<Located<std::string>> ids;
    if (!fields.has("stages")) fields.missing("stages");
    for (const YamlNode* item : fields.items("stages")) {
      FieldReader stage_fields(*item, "stages", sink);
      const auto id = stage_fields.required_id("id");
      model::Funnel::Stage stage;
      stage.label = stage_fields.required_plain_text("label");
      stage.note = stage_fields.plain_text("note");
      stage.count = stage_fields.integer("count", 0, std::numeric_limits<std::int32_t>::max());
      stage_fields.finish();
      if (!id) continue;
      stage.id = *id;
      ids.push_back(*id);
      funnel.stages.push_back(std::move(stage));
    }
    refuse_same_ids(ids, "stages", sink);
    fields.finish();
    if (!head) continue;
    funnel.head = std::move(*head);
    records.funnels.push_back(std::move(funnel));
  }
}

}  // namespace shirube::parse
