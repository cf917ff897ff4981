#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

void read_indicators(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "indicators", sink)) {
    FieldReader fields(*node, "indicators", sink);
    auto head = read_head(fields);
    model::Indicator indicator;
    indicator.label = fields.required_plain_text("label");
    indicator.definition = fields.required_plain_text("definition");
    indicator.layer = read_layer(fields, "layer").value_or(model::Layer::outcome);
    if (!fields.has("layer")) fields.missing("layer");
    const auto unit = fields.unit_symbol("unit");
    if (unit) indicator.unit = *model::parse_unit(unit->value);
    if (!fields.has("unit")) fields.missing("unit");
    indicator.direction =
        fields.choice<model::Direction>("direction", {{"up", model::Direction::up}, {"down", model::Direction::down}})
            .value_or(model::Direction::up);
    if (!fields.has("direction")) fields.missing("direction");
    indicator.frequency = fields.required_plain_text("frequency");
    indicator.data_source = fields.required_plain_text("data_source");
    indicator.owner = fields.plain_text("owner");
    indicator.note = fields.plain_text("note");
    auto baseline = fields.quantity("baseline");
    std::optional<model::Target> target;
    if (const YamlNode* written = fields.node("target"); written && written->kind != YamlNode::Kind::null) {
      target = read_target(*written, "target", sink);
    }
    fields.finish();
    if (!head) continue;
    // Without a unit of its own nothing can be compared with it: say so once, not for every number.
    if (unit) {
      indicator.baseline = std::move(baseline);
      indicator.target = std::move(target);
    }
    indicator.head = std::move(*head);
    records.indicators.push_back(std::move(indicator));
  }
}

}  // namespace shirube::parse
