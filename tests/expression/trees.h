// Every tree over a small alphabet, for tests that compare two faces of a formula.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "expression/ast.h"

namespace shirube::tests {

struct Alphabet {
  using Leaf = std::variant<expression::Number, expression::Text, expression::Boolean, expression::Name>;
  std::vector<Leaf> leaves;
  std::vector<expression::BinaryOperator> binaries;
  std::vector<expression::UnaryOperator> unaries;
};

// Each tree with at most `operators` of them, once.
void for_each_tree(const Alphabet& alphabet, int operators,
                   const std::function<void(const expression::Expression&)>& visit);

}  // namespace shirube::tests
