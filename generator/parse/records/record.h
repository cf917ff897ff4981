// What the readers of all families share: the list, the head, and lists inside a record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// id, source, audience. Nothing if there is no usable id: such a record cannot be kept.
std::optional<model::RecordHead> read_head(FieldReader& fields);

// The items of a family's list; anything but a list is a finding.
std::vector<const YamlNode*> family_items(const YamlNode& value, std::string_view family, diagnostic::Sink& sink);

// The items below `key`, of which no two may have the same id.
std::vector<model::PlanItem> read_plan_items(FieldReader& fields, std::string_view key);
void refuse_same_ids(const std::vector<model::Located<std::string>>& ids, std::string_view key, diagnostic::Sink& sink);

std::optional<model::ObjectiveLevel> read_level(FieldReader& fields, std::string_view key);
std::optional<model::Layer> read_layer(FieldReader& fields, std::string_view key);
// {kind: ratio, value: 1.5 倍}; `key` names it in messages.
std::optional<model::Target> read_target(const YamlNode& node, std::string_view key, diagnostic::Sink& sink);
// The goals below `mbo_examples`.
std::vector<model::MboExample> read_mbo_examples(FieldReader& fields);
// The four steps below `ai`; nothing if there is no such key.
std::optional<model::AiUse> read_ai_use(FieldReader& fields);
// The formula that stands there as text.
std::optional<expression::Expression> read_formula(const YamlNode& node, diagnostic::Sink& sink);

}  // namespace shirube::parse
