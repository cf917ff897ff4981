// Formulas calculated by LibreOffice: written into a workbook as Excel's notation, their inputs into cells.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "expression/ast.h"
#include "expression/value.h"

namespace shirube::tests {

struct BoundFormula {
  const expression::Expression* expression;
  const std::map<std::string, expression::Value>* inputs;  // a name that is not there stays undefined
};

// In the order of `formulas`. A truth value may come as 1 or 0.
std::vector<expression::Value> calculate_in_libreoffice(const std::vector<BoundFormula>& formulas);

}  // namespace shirube::tests
