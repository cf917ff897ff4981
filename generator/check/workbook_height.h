// Whether a sheet of one page has room for its blocks.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::check {

void check_sheet_height(const model::SheetDefinition& sheet, const model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::check
