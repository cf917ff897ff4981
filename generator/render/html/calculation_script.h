// A calculation as the script that the browser's calculator works with: numbers, formats, and formulas as functions
// over the runtime in themes/default/assets/formula.js.
#pragma once

#include <string>

#include "model/calculation.h"

namespace shirube::render::html {

// Where the script is below the output folder; the path changes with the script's bytes.
std::string calculation_script_path(const model::Calculation& calculation);
// Classic script; reproducible. It hands the model to `shirubeCalculation(model)` of calculator.js.
std::string calculation_script(const model::Calculation& calculation);

}  // namespace shirube::render::html
