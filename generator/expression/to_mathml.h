// A formula as readers see it: MathML Core, with labels in place of names.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "expression/ast.h"

namespace shirube::expression {

// Gives the words that stand for a name, as plain text.
using NameLabels = std::function<std::string(const std::string& name)>;

// One <math> element, well-formed, its alttext in Excel's notation with the labels. `otherwise` is the word for the
// last row of a distinction of cases (それ以外).
std::string to_mathml(const Expression& expression, const NameLabels& labels, std::string_view otherwise);

}  // namespace shirube::expression
