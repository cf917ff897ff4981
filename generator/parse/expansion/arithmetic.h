// Whole numbers inside `$(…)`: `people * weeks / 2`.
#pragma once

#include "parse/expansion/text.h"

namespace shirube::parse {

// + - * / and brackets; what `/` leaves is rounded up. Nothing if it cannot be calculated, which has been reported.
std::optional<std::int64_t> calculate(const TemplateText& text, ExpansionRun& run);

}  // namespace shirube::parse
