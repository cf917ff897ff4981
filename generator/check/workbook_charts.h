// Charts of workbooks: their tables and columns are there, and hold numbers.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/workbook.h"

namespace shirube::check {

void check_workbook_charts(const model::WorkbookDefinition& definition, diagnostic::Sink& sink);

}  // namespace shirube::check
