// How a line of a calculation is shown when its author gave no `format:`: decimals that are typed are decimals shown.
#pragma once

#include <string>
#include <vector>

#include "model/calculation.h"

namespace shirube::model {

// Of a computed line: 0.0% for %, #,##0"円" for 円, #,##0.00 without a unit; `decimals` if they are more.
expression::NumberFormat usual_format(const Unit& unit, int decimals);

// `value` of an input or formula as a reader sees it who has changed something: never fewer decimals than `format` has.
std::string show_input(const CalculationInput& input, double value);
std::string show_formula(const CalculationFormula& formula, const expression::Value& value);

// Gives every line without a format of its own the usual one with enough decimals: an input those of its value, of its
// step and of whatever else is typed for it and no more, a formula and a column those that their values need, as far as a reader
// can use them. `results`: with the record's inputs, then of each scenario.
void settle_formats(Calculation& calculation, const std::vector<CalculationResult>& results);

}  // namespace shirube::model
