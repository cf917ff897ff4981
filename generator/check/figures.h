// The value of every figure: given, or computed from others.
#pragma once

#include <vector>

#include "check/index.h"
#include "model/records.h"

namespace shirube::check {

// One for each figure. Unknown names, circles and formulas that yield no number are reported.
std::vector<double> compute_figures(const model::Records& records, const Index& index, diagnostic::Sink& sink);

}  // namespace shirube::check
