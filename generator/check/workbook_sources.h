// Whether the records have what the lists and tables of a workbook are made of.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::check {

// A list or a table `from:` records of which the site has none: an error if the sheet cannot be filled in without, else
// a warning. Each source is reported once in a workbook, at the first place that needs it.
void check_workbook_sources(const model::WorkbookDefinition& definition, const model::Records& records,
                            diagnostic::Sink& sink);

}  // namespace shirube::check
