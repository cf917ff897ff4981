// Charts of workbooks: their tables and columns are there, and hold numbers.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::check {

void check_workbook_charts(const model::WorkbookDefinition& definition, const model::Records& records,
                           diagnostic::Sink& sink);

}  // namespace shirube::check
