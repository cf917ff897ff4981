// Puts one planned chart into the library's workbook.
#pragma once

#include <string>

#include "render/xlsx/plan.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace shirube::render::xlsx {

// The library's refusal in its words; empty if there was none.
std::string write_chart(lxw_workbook* workbook, lxw_worksheet* worksheet, const ChartPlan& plan);

}  // namespace shirube::render::xlsx
