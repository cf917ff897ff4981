// The meaning of a formula. Every other face has to agree with it.
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
