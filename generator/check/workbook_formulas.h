// Names in the formulas of a workbook.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::check {

// Every name is a field that the formula can see, no field is computed from itself, checks answer yes or no.
void check_workbook_formulas(const model::WorkbookDefinition& definition, const model::Records& records,
                             diagnostic::Sink& sink);

}  // namespace shirube::check
