// Numbers that carry a unit, and how they are shown. The unit itself is expression's, which calculates with it.
#pragma once

#include <string>

#include "expression/unit.h"
#include "source/range.h"

namespace shirube::model {

using expression::parse_unit;
using expression::Unit;
using expression::unit_symbols;

struct Quantity {
  double value = 0;
  Unit unit;
  source::SourceRange range;
  int decimals = 0;  // that an author typed; 0 of a computed or converted number
};

// Digits grouped by threes, at most `decimals` decimals (trailing zeros kept), negative numbers with △; then the unit.
std::string show(double value, int decimals);
std::string show(const Quantity& quantity, int decimals);
// As many decimals as it was typed with, or as the number needs if those are more; at most 6.
std::string show(const Quantity& quantity);

// Decimals that `value` needs to be shown as it is, at most 6.
int needed_decimals(double value);
// Decimals for a computed `value` that nobody gave a format: those that it needs, but no more than three significant
// digits require. 0.375 and 12.5 stay as they are, 1/3 is 0.333, 166.7 is 167.
int telling_decimals(double value);

}  // namespace shirube::model
