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

TEST_CASE("brackets are where the meaning needs them and nowhere else") {
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

TEST_CASE("what is held between two numbers is followed by them") {
  const auto call = [](const char* function, NodePointer a, NodePointer b) {
    Call made;
    made.function = function;
    made.arguments.push_back(std::move(a));
    made.arguments.push_back(std::move(b));
    return node(std::move(made));
  };
  const auto number = [](double value, const char* spelling) { return node(Number{value, spelling}); };
  CHECK(words(call("MAX", number(0, "0"), call("MIN", number(1, "1"), name("a")))) == "«a»（0〜1）");
  CHECK(words(call("MIN", call("MAX", name("a"), number(0, "0")), number(0.5, "0.5"))) == "«a»（0〜0.5）");
  CHECK(words(call("MAX", number(2, "2"), call("MIN", number(1, "1"), name("a")))) == "MAX（2、MIN（1、«a»））");
  CHECK(words(call("MAX", name("b"), call("MIN", number(1, "1"), name("a")))) == "MAX（«b»、MIN（1、«a»））");
  CHECK(words(call("MAX", number(0, "0"), name("a"))) == "MAX（0、«a»）");
}
