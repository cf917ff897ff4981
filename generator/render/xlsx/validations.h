// What each input cell accepts, and what it says when it is selected or filled in wrongly.
#pragma once

#include <cstdint>
#include <vector>

#include "render/xlsx/draft.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// For every input on the sheet, neighbours below each other with the same rule as one area.
std::vector<Validation> plan_validations(const Draft& draft, std::uint32_t sheet);

// What one input accepts.
Validation validation_of(const Slot& slot, const Draft& draft);

// The inputs on a sheet, column by column.
std::vector<const Slot*> inputs_by_column(const Draft& draft, std::uint32_t sheet);
// Whether the slot continues the area, which is its column's.
bool lies_below(const Slot& slot, const Area& area);

// Cut after so many code points.
std::string cut(const std::string& text, std::size_t length);

}  // namespace shirube::render::xlsx
