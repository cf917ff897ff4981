// The meaning of a formula. Every other face has to agree with it.
//
// It is Excel's, as a cell would show it; where LibreOffice differs, tests/expression/cases says so line by line.
// - A name stands for a cell or a column of cells. Aggregates (SUM, MIN, COUNT, AND …) use a cell's number only, and
//   convert what is written or computed in place: SUM(a) leaves out a cell that holds the text "3", SUM("3") is 3.
// - Arithmetic: a blank cell is 0, TRUE is 1, a text that is nothing but a number ("3", " -2.5 ", "1e3") is that
// number,
//   any other text ("", "1,000", "50%", a date) is #VALUE!.
// - Comparison: numbers < texts < FALSE < TRUE; texts without regard to case, by code point; a blank cell equals 0, ""
//   and FALSE. Numbers that differ by less than 2^-48 of their size are equal, and their difference is 0.
// - Errors travel: the left operand's before the right one's. A result too large for a number is #NUM!.
// - A column where one value is needed is #VALUE!, except below SUMPRODUCT, where it is calculated row by row.
// - A formula never yields a blank (it becomes 0) nor a column.
#pragma once

#include <functional>
#include <string>

#include "expression/ast.h"
#include "expression/value.h"

namespace shirube::expression {

// Gives the value of a name; Error::name if there is none.
using Names = std::function<Value(const std::string& name)>;

Value evaluate(const Expression& expression, const Names& names);

}  // namespace shirube::expression
