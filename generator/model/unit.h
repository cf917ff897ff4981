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
};

// Digits grouped by threes, at most `decimals` decimals (trailing zeros kept), negative numbers with △; then the unit.
std::string show(double value, int decimals);
std::string show(const Quantity& quantity, int decimals);
// As many decimals as the number needs, at most 6.
std::string show(const Quantity& quantity);

}  // namespace shirube::model
