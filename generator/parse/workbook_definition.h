// A workbook's definition: one YAML file of templates/.
#pragma once

#include <optional>

#include "diagnostic/diagnostic.h"
#include "model/workbook.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

// Depends on the file alone; whether what it names exists is checked by check/workbooks. Nothing if there is no usable
// definition; whatever is wrong is in `sink`.
std::optional<model::WorkbookDefinition> read_workbook_definition(const YamlNode& file, diagnostic::Sink& sink);

}  // namespace shirube::parse
