#include "parse/records/record.h"

#include <unordered_map>

#include "expression/parse.h"
#include "parse/yaml/wrong_signs.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Located;

std::optional<model::RecordHead> read_head(FieldReader& fields) {
  model::RecordHead head;
  head.range = fields.range();
  const auto id = fields.required_id("id");
  head.origin =
      fields
          .choice<model::Origin>("source", {{"company", model::Origin::company}, {"proposal", model::Origin::proposal}})
          .value_or(model::Origin::proposal);
  if (auto audience = fields.id("audience")) head.audience = std::move(*audience);
  (void)fields.boolean("needs_approval", false);  // records.cpp notes it for all families
  if (!id) return std::nullopt;
  head.id = *id;
  return head;
}

std::vector<const YamlNode*> family_items(const YamlNode& value, std::string_view family, diagnostic::Sink& sink) {
  std::vector<const YamlNode*> items;
  if (value.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : value.items) {
      if (item.kind != YamlNode::Kind::broken) items.push_back(&item);
    }
  } else if (const auto sign = value.kind == YamlNode::Kind::scalar && !value.quoted ? find_wrong_list(value.text)
                                                                                    : std::nullopt) {
    sign->report(value.text, value.range, sink);
  } else if (value.kind != YamlNode::Kind::null && value.kind != YamlNode::Kind::broken && !value.incomplete) {
    // The caret belongs to the first line of what stands there.
    sink.report(Kind::field_list, {value.range.file, value.range.begin, value.range.begin},
                {std::string(family), value.kind == YamlNode::Kind::mapping ? "{…}" : value.text.substr(0, 40)});
  }
  return items;
}

void refuse_same_ids(const std::vector<Located<std::string>>& ids, std::string_view key, diagnostic::Sink& sink) {
  std::unordered_map<std::string, source::SourceRange> seen;
  for (const Located<std::string>& id : ids) {
    const auto [first, fresh] = seen.emplace(id.value, id.range);
    if (!fresh) {
      sink.report(Kind::duplicate_id, id.range, {id.value, std::string(key)}).label(first->second, Kind::first_here);
    }
  }
}

std::vector<model::PlanItem> read_plan_items(FieldReader& fields, std::string_view key) {
  std::vector<model::PlanItem> result;
  std::vector<Located<std::string>> ids;
  for (const YamlNode* node : fields.items(key)) {
    FieldReader item(*node, std::string(key), fields.sink());
    const auto id = item.required_id("id");
    model::PlanItem read{{}, item.required_plain_text("title"), item.plain_text("note")};
    item.finish();
    if (!id) continue;
    read.id = *id;
    ids.push_back(*id);
    result.push_back(std::move(read));
  }
  refuse_same_ids(ids, key, fields.sink());
  return result;
}

std::optional<model::ObjectiveLevel> read_level(FieldReader& fields, std::string_view key) {
  using model::ObjectiveLevel;
  return fields.choice<ObjectiveLevel>(key, {{"company", ObjectiveLevel::company},
                                             {"organisation", ObjectiveLevel::organisation},
                                             {"section", ObjectiveLevel::section},
                                             {"individual", ObjectiveLevel::individual}});
}

std::optional<model::Layer> read_layer(FieldReader& fields, std::string_view key) {
  using model::Layer;
  return fields.choice<Layer>(key, {{"outcome", Layer::outcome},
                                    {"operation", Layer::operation},
                                    {"behaviour", Layer::behaviour},
                                    {"mindset", Layer::mindset}});
}

std::optional<model::Target> read_target(const YamlNode& node, std::string_view key, diagnostic::Sink& sink) {
  using model::TargetKind;
  FieldReader fields(node, std::string(key), sink);
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

std::optional<expression::Expression> read_formula(const YamlNode& node, diagnostic::Sink& sink) {
  if (node.kind != YamlNode::Kind::scalar) return std::nullopt;
  // In quotes the text starts one byte later.
  const std::uint32_t begin = node.range.begin + (node.quoted ? 1 : 0);
  return expression::parse(node.text, node.range.file, begin, sink);
}

}  // namespace shirube::parse
