// Definitions of workbooks against themselves and against the records.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::check {

// Whatever render::xlsx::plan_workbook relies on: names of sheets, blocks, lists, columns, records and fields; values
// that fit their fields; formulas without circles; columns that fit the paper.
void check_workbook(const model::WorkbookDefinition& definition, const model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::check
