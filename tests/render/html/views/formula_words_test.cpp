#include "render/html/views/formula_words.h"

#include "support/catch.h"

using namespace shirube::expression;

namespace {

template <class T>
NodePointer node(T value) {
  return std::make_unique<const Node>(Node{{}, std::move(value)});
}
NodePointer name(const char* value) {
  return node(Name{value});
}
NodePointer binary(BinaryOperator op, NodePointer left, NodePointer right) {
  return node(Binary{op, std::move(left), std::move(right)});
}
std::string words(NodePointer root) {
  return shirube::render::html::formula_words(Expression(std::move(root)),
                                              [](const std::string& id) { return "«" + id + "»"; });
}

}  // namespace

TEST_CASE("operators are spelt as in a book") {
  CHECK(words(binary(BinaryOperator::divide, name("a"), name("b"))) == "«a» ÷ «b»");
  CHECK(words(node(Unary{UnaryOperator::percent, node(Number{5, "5"})})) == "5%");
  CHECK(words(node(Unary{UnaryOperator::minus, name("a")})) == "−«a»");
  CHECK(words(binary(BinaryOperator::greater_equal, name("a"), node(Number{1, "1"}))) == "«a» ≧ 1");
}

TEST_CASE("brackets stand where the meaning needs them and nowhere else") {
  CHECK(words(binary(BinaryOperator::multiply, binary(BinaryOperator::add, name("a"), name("b")), name("c"))) ==
        "（«a» ＋ «b»） × «c»");
  CHECK(words(binary(BinaryOperator::subtract, name("a"), binary(BinaryOperator::subtract, name("b"), name("c")))) ==
        "«a» − （«b» − «c»）");
  CHECK(words(binary(BinaryOperator::subtract, binary(BinaryOperator::subtract, name("a"), name("b")), name("c"))) ==
        "«a» − «b» − «c»");
  CHECK(words(binary(BinaryOperator::multiply, binary(BinaryOperator::divide, name("a"), name("b")),
                     node(Number{100, "100"}))) == "«a» ÷ «b» × 100");
}

TEST_CASE("a function keeps its name") {
  Call call;
  call.function = "ROUND";
  call.arguments.push_back(name("a"));
  call.arguments.push_back(node(Number{1, "1"}));
  CHECK(words(node(std::move(call))) == "ROUND（«a»、1）");
}
