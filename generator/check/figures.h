// The value of every figure: given, or computed from others.
#pragma once

#include <vector>

#include "check/index.h"
#include "model/records.h"

namespace shirube::check {

// One for each figure, in its unit; within formulas a percent is a ratio. Unknown names, circles, wrong units and formulas
// that yield no number are reported.
std::vector<double> compute_figures(const model::Records& records, const Index& index, diagnostic::Sink& sink);

}  // namespace shirube::check
