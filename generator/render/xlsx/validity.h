// What a cell must not contain, although pasting put it past the validation: every input's own rule as a condition,
// which colours the cell, marks its line on the data sheet and is counted in the title of its sheet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expression/value.h"
#include "render/xlsx/draft.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// True in Excel of a content that breaks the rule; `{}` stands for the cell's address. A blank breaks none.
std::string fault_condition(const Validation& rule);
// The same of a value.
bool is_fault(const Validation& rule, const Draft& draft, const expression::Value& value);
// For every input on the sheet, neighbours below each other with the same rule as one area.
std::vector<Highlight> plan_fault_highlights(const Draft& draft, std::uint32_t sheet);

}  // namespace shirube::render::xlsx
