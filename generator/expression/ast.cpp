#include "expression/ast.h"

#include <algorithm>

namespace shirube::expression {

namespace {

struct NameCollector {
  std::vector<source::Located<std::string>> found;

  void visit(const Node& node) {
    std::visit([&](const auto& value) { take(value, node.range); }, node.value);
  }
  void take(const Number&, SourceRange) {}
  void take(const Text&, SourceRange) {}
  void take(const Boolean&, SourceRange) {}
  void take(const Name& name, SourceRange range) {
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const auto& earlier) { return earlier.value == name.name; });
    if (!known) found.push_back({name.name, range});
  }
  void take(const Unary& unary, SourceRange) { visit(*unary.operand); }
  void take(const Binary& binary, SourceRange) {
    visit(*binary.left);
    visit(*binary.right);
  }
  void take(const Call& call, SourceRange) {
    for (const NodePointer& argument : call.arguments) visit(*argument);
  }
};

}  // namespace

std::vector<source::Located<std::string>> names(const Expression& expression) {
  NameCollector collector;
  collector.visit(expression.root());
  return std::move(collector.found);
}

}  // namespace shirube::expression
