// A formula as readers see it: labels instead of ids, × and ÷ instead of * and /.
#pragma once

#include <functional>
#include <string>

#include "expression/ast.h"

namespace shirube::render::html {

std::string formula_words(const expression::Expression& formula,
                          const std::function<std::string(const std::string& name)>& label);

}  // namespace shirube::render::html
