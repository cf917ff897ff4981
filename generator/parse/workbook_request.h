// `workbooks:` of site.yaml.
#pragma once

#include <vector>

#include "model/workbook_request.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// An item is a template's id, or says more of it. Of two with one id the first stays.
std::vector<model::WorkbookRequest> read_workbook_requests(FieldReader& site);

}  // namespace shirube::parse
