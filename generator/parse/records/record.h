// What the readers of several families share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// The items of a family's list; anything but a list is a finding.
std::vector<const YamlNode*> family_items(const YamlNode& value, std::string_view family, diagnostic::Sink& sink);

void refuse_same_ids(const std::vector<model::Located<std::string>>& ids, std::string_view key, diagnostic::Sink& sink);

// The formula that is there as text.
std::optional<expression::Expression> read_formula(const YamlNode& node, diagnostic::Sink& sink);

}  // namespace shirube::parse
