// The charts of a sheet: the parts of its drawing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/result.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "spreadsheet/workbook.h"

namespace shirube::spreadsheet {

// Of the sheet whose part is `sheet`, in the order of its drawing; none if it has no drawing.
source::Result<std::vector<Chart>> read_charts(Container& container, std::string_view sheet, const ReadLimits& limits);
// One chart's own part: kind, title, series.
source::Result<void> read_chart(std::string_view part, Chart& chart, const ReadLimits& limits);

}  // namespace shirube::spreadsheet
