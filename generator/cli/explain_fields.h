// What `shirube explain` says of all that an author writes: families of records, files, directives, roles, blocks, and their fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/description.h"
#include "source/json.h"

namespace shirube::cli {

// `indicators`, `indicators.target.kind`, `site.yaml`, `{phase-table}`, `block:table`. Nothing if there is no such topic.
std::optional<std::string> explain_fields(std::string_view topic, diagnostic::Language language);
std::optional<source::Json> fields_as_json(std::string_view topic, diagnostic::Language language);

// All of them, and all their fields by dotted names, for near misses.
std::vector<std::string> field_topics();
// `id of indicators, as a list`.
std::string field_type(const model::FieldDescription& field, diagnostic::Language language);
// A line for each but the fields.
std::string list_topics(diagnostic::Language language);

}  // namespace shirube::cli
