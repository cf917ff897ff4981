// Generated JavaScript, run by node with the runtime that pages use.
#pragma once

#include <string>
#include <vector>

#include "expression/ast.h"
#include "expression/evaluate.h"

namespace shirube::tests {

// The formula with the values of its names written into it.
std::string javascript_line(const expression::Expression& expression, const expression::Names& names);
// A value as JavaScript writes it.
std::string javascript_literal(const expression::Value& value);

// The value of each line, in one process. What is not a value of a formula (NaN, a thrown exception) comes as the text
// `JavaScript: …`.
std::vector<expression::Value> run_in_node(const std::vector<std::string>& lines);

}  // namespace shirube::tests
