// A plan as text.
#pragma once

#include <string>

#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// For golden tests: everything but the looks, one thing a line.
std::string dump_plan(const WorkbookPlan& plan);

// Tab-separated, one cell a line: sheet, row, column (from 0), type (blank, number, text, formula-number,
// formula-text), content, value of the formula. Line ends and tabs inside are written \n and \t.
std::string dump_cells(const WorkbookPlan& plan);

}  // namespace shirube::render::xlsx
