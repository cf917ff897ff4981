// What `shirube explain` says of families of records and of their fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/description.h"
#include "source/json.h"

namespace shirube::cli {

// `indicators`, `indicators.target`, `indicators.target.kind`. Nothing if there is no such family or field.
std::optional<std::string> explain_fields(std::string_view topic, diagnostic::Language language);
std::optional<source::Json> fields_as_json(std::string_view topic, diagnostic::Language language);

// The families, and all their fields by dotted names, for near misses.
std::vector<std::string> field_topics();
// `id of indicators, as a list`.
std::string field_type(const model::FieldDescription& field, diagnostic::Language language);
// A line a family.
std::string list_families(diagnostic::Language language);

}  // namespace shirube::cli
