// One sheet's part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/result.h"
#include "spreadsheet/read.h"
#include "spreadsheet/workbook.h"

namespace shirube::spreadsheet {

// Fills in everything but the name and whether it is hidden. Shared formulas keep their text in their first cell only.
source::Result<void> read_sheet(std::string_view part, const std::vector<std::string>& shared_strings, Sheet& sheet,
                                const ReadLimits& limits);

}  // namespace shirube::spreadsheet
