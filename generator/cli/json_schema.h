// JSON Schemas (draft 2020-12) of the files that authors write, made of the descriptions: for editors that complete and
// check YAML while it is written. `shirube check` stays the judge; a schema never refuses what it accepts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/json.h"

namespace shirube::cli {

// site, records, front-matter …
std::vector<std::string_view> schema_names();
// Nothing if there is none of that name.
std::optional<source::Json> json_schema(std::string_view name, diagnostic::Language language);

}  // namespace shirube::cli
