// Numbers that may have decimals, shown without them as long as they have none.
#pragma once

#include <vector>

#include "render/xlsx/draft.h"
#include "render/xlsx/grid.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// For every cell whose format begins with styles::any_number, neighbours below each other as one area.
std::vector<Highlight> plan_whole_numbers(const SheetDraft& draft, const Grid& grid);

}  // namespace shirube::render::xlsx
