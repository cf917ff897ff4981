// One workbook from its plan to proven bytes.
#pragma once

#include <string>

#include "render/xlsx/plan.h"
#include "render/xlsx/workbooks.h"
#include "source/result.h"

namespace shirube::render::xlsx {

// Written, read back and compared. Pure: the same plan and time give the same bytes, on every thread.
source::Result<std::string> make_workbook(const WorkbookPlan& plan, const WriteOptions& options);

// The package as the library wrote it, with what it has no words for: the protected structure, the gaps in charts.
source::Result<std::string> complete_workbook(const std::string& package);

// The package as it is published, from the complete one: every part of it read whole against its sum, the
// parts that the package promises all there, what was planned found in them; then repacked, so that nothing of the
// file is left that was not looked at. Damaged bytes are a Failure.
source::Result<std::string> prove_workbook(const WorkbookPlan& plan, const std::string& package);

}  // namespace shirube::render::xlsx
