// A formula as a JavaScript expression over the runtime object `F` (themes/default/assets/formula.js), which gives the
// value that `evaluate` gives: a number, a text, a truth value or one of F.errors.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "expression/ast.h"

namespace shirube::expression {

// Gives a JavaScript expression for the value of a name, such as v["売上"]: a number, a text, a truth value, null for a
// blank, one of F.errors, or an array of these for a column.
using VariableNames = std::function<std::string(const std::string& name)>;

// The text may be inside <script>.
std::string to_javascript(const Expression& expression, const VariableNames& variables);
// A string literal, for those who write the variables.
std::string javascript_text(std::string_view text);

}  // namespace shirube::expression
