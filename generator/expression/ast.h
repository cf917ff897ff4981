// A formula as a tree: one immutable value that every face (evaluation, Excel, later JavaScript and MathML) reads.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "source/range.h"

namespace shirube::expression {

using source::SourceRange;

struct Node;
// Never null in a finished tree.
using NodePointer = std::unique_ptr<const Node>;

struct Number {
  double value = 0;
  std::string spelling;  // as written, without `%`
};
struct Text {
  std::string value;
};
struct Boolean {
  bool value = false;
};
// An input, another formula or a column; its meaning is given by whoever binds it.
struct Name {
  std::string name;
};
enum class UnaryOperator { plus, minus, percent };
struct Unary {
  UnaryOperator op;
  NodePointer operand;
};
enum class BinaryOperator {
  add,
  subtract,
  multiply,
  divide,
  power,
  concatenate,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal
};
struct Binary {
  BinaryOperator op;
  NodePointer left;
  NodePointer right;
};
struct Call {
  std::string function;  // upper case, a row of functions.h
  SourceRange function_range;
  std::vector<NodePointer> arguments;
};

struct Node {
  SourceRange range;
  std::variant<Number, Text, Boolean, Name, Unary, Binary, Call> value;
};

// A parsed formula. Move-only; const from birth.
class Expression {
 public:
  explicit Expression(NodePointer root) : root_(std::move(root)) {}
  const Node& root() const { return *root_; }
  SourceRange range() const { return root_->range; }

 private:
  NodePointer root_;
};

// Every name that the formula uses, in order of first use, each once.
std::vector<source::Located<std::string>> names(const Expression& expression);

}  // namespace shirube::expression
