#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::TargetKind;

std::optional<model::Target> read_target(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader fields(node, "target", sink);
  if (!fields.is_mapping()) return std::nullopt;
  const auto kind = fields.choice<TargetKind>(
      "kind",
      {{"ratio", TargetKind::ratio}, {"difference", TargetKind::difference}, {"absolute", TargetKind::absolute}});
  if (!fields.has("kind")) fields.missing("kind");
  const auto value = fields.quantity("value");
  if (!fields.has("value")) fields.missing("value");
  auto from = fields.quantity("from");
  fields.finish();
  if (!kind || !value) return std::nullopt;
  if (from && *kind != TargetKind::absolute) sink.report(Kind::target_from, from->range);
  if (*kind == TargetKind::ratio && value->unit.symbol != "倍") {
    sink.report(Kind::target_ratio_unit, value->range, {value->unit.symbol});
    return std::nullopt;
  }
  return model::Target{*kind, *value, std::move(from)};
}

}  // namespace

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
      target = read_target(*written, sink);
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
