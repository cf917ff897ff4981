// One workbook from its plan to proven bytes.
#pragma once

#include <string>

#include "render/xlsx/plan.h"
#include "render/xlsx/workbooks.h"
#include "source/result.h"

namespace shirube::render::xlsx {

// Written, read back and compared. Pure: the same plan and time give the same bytes, on every thread.
source::Result<std::string> make_workbook(const WorkbookPlan& plan, const WriteOptions& options);

}  // namespace shirube::render::xlsx
