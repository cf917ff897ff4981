// The record of a template's version: what was asked under which name and where, so that a returned sheet of that
// version can be read when the template has long changed.
#pragma once

#include <string>
#include <vector>

#include "model/records.h"
#include "model/workbook.h"

namespace shirube::render::xlsx {

// JSON, one line a field: `template`, `version`, `title`, `fields`, `lists` with what they offered, and `definition`,
// which is WorkbookDefinition::tree. Arguments as for plan_workbook.
std::string field_map(const model::WorkbookDefinition& definition, const model::Records& records,
                      const std::vector<double>& figures);

}  // namespace shirube::render::xlsx
