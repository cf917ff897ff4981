// The table of formulas in tests/expression/cases/*.txt:
//   formula => value
//   formula => value where name = value; column = {value, value}
//   formula => value (LibreOffice: value) where …      LibreOffice 7.4 is known to differ
// A value is a number, "text" ("" doubled), TRUE, FALSE, blank, #N/A and so on, or a column {…}. `#!` begins a comment.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/evaluate.h"

namespace shirube::tests {

struct FormulaCase {
  std::string place;  // file:line
  std::string formula;
  expression::Value expected;
  std::optional<expression::Value> in_libreoffice;
  std::map<std::string, expression::Value> inputs;
};

// Throws std::runtime_error with the place of a line that does not follow the format.
std::vector<FormulaCase> read_formula_cases(const std::string& folder);
expression::Value read_case_value(std::string_view text);
std::string print_case_value(const expression::Value& value);

expression::Names bind(const std::map<std::string, expression::Value>& inputs);
// The same to 14 significant digits.
bool same_value(const expression::Value& a, const expression::Value& b);

}  // namespace shirube::tests
