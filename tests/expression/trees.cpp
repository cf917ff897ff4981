#include "expression/trees.h"

#include <utility>

namespace shirube::tests {

using expression::Binary;
using expression::Node;
using expression::NodePointer;
using expression::Unary;

namespace {

template <class T>
NodePointer node(T value) {
  auto result = std::make_unique<Node>();
  result->value = std::move(value);
  return result;
}

// A tree as a list of choices: each entry picks one shape of a node.
struct Shapes {
  const Alphabet& alphabet;
  std::vector<std::size_t>& choices;  // extended with 0 where the tree needs more than it contains
  std::vector<std::size_t> limits;
  std::size_t at = 0;
  int operators_left;

  std::size_t choose(std::size_t limit) {
    if (at == choices.size()) choices.push_back(0);
    if (at == limits.size()) limits.push_back(limit);
    return choices[at++];
  }

  NodePointer make() {
    const std::size_t leaves = alphabet.leaves.size();
    const std::size_t binaries = alphabet.binaries.size();
    const std::size_t shape = choose(operators_left > 0 ? leaves + binaries + alphabet.unaries.size() : leaves);
    if (shape < leaves) return std::visit([](const auto& leaf) { return node(leaf); }, alphabet.leaves[shape]);
    --operators_left;
    if (shape < leaves + binaries) {
      NodePointer left = make();
      return node(Binary{alphabet.binaries[shape - leaves], std::move(left), make()});
    }
    return node(Unary{alphabet.unaries[shape - leaves - binaries], make()});
  }
};

// The next list of choices in the manner of an odometer; false after the last.
bool advance(std::vector<std::size_t>& choices, const std::vector<std::size_t>& limits) {
  choices.resize(limits.size());
  while (!choices.empty()) {
    if (++choices.back() < limits[choices.size() - 1]) return true;
    choices.pop_back();
  }
  return false;
}

}  // namespace

void for_each_tree(const Alphabet& alphabet, int operators,
                   const std::function<void(const expression::Expression&)>& visit) {
  std::vector<std::size_t> choices;
  while (true) {
    Shapes shapes{alphabet, choices, {}, 0, operators};
    visit(expression::Expression(shapes.make()));
    if (!advance(choices, shapes.limits)) return;
  }
}

}  // namespace shirube::tests
