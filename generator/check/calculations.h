// A rule about calculations that others use too.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/calculation.h"

namespace shirube::check {

// Whether `value`, as formulas see it, is in the range of the input; if not, that is reported.
bool check_range(const model::CalculationInput& input, const source::Located<double>& value, diagnostic::Sink& sink);

}  // namespace shirube::check
