// Compares what was planned with what is in the file.
#pragma once

#include <string>
#include <vector>

#include "render/xlsx/plan.h"
#include "spreadsheet/workbook.h"

namespace shirube::render::xlsx {

// The first difference in words: values, formulas and what they carry, locks, merged cells, validations, highlights,
// names, print areas, repeated rows, stamp. Empty if there is none.
std::string find_difference(const WorkbookPlan& plan, const spreadsheet::Workbook& read);
// As above, of one sheet that belongs to the plan. `unlocked` is the workbook's.
std::string find_sheet_difference(const WorkbookPlan& plan, const SheetPlan& sheet, const spreadsheet::Sheet& read,
                                  const std::vector<bool>& unlocked);
// Of some cells alone, in the same order on both sides.
std::string find_cells_difference(const WorkbookPlan& plan, const std::vector<Cell>& cells,
                                  const std::vector<spreadsheet::Cell>& read, const std::vector<bool>& unlocked);

// Of one chart: kind, words, place, ranges and the values that they carry.
std::string find_chart_difference(const ChartPlan& plan, const spreadsheet::Chart& read);

}  // namespace shirube::render::xlsx
