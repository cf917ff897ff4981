#include "render/html/views/formula_words.h"

#include <string_view>
#include <type_traits>
#include <utility>

namespace shirube::render::html {
namespace {

using expression::BinaryOperator;
using expression::Node;
using expression::UnaryOperator;
using Label = std::function<std::string(const std::string&)>;

// How tightly an operator binds, as in Excel; a part that binds looser than its whole is bracketed.
enum Strength { comparison, joining, addition, multiplication, power, percent, sign, single };

struct Spelling {
  const char* sign;
  Strength strength;
};

Spelling spelling(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return {" ＋ ", addition};
    case BinaryOperator::subtract:
      return {" − ", addition};
    case BinaryOperator::multiply:
      return {" × ", multiplication};
    case BinaryOperator::divide:
      return {" ÷ ", multiplication};
    case BinaryOperator::power:
      return {" ^ ", power};
    case BinaryOperator::concatenate:
      return {" & ", joining};
    case BinaryOperator::equal:
      return {" ＝ ", comparison};
    case BinaryOperator::not_equal:
      return {" ≠ ", comparison};
    case BinaryOperator::less:
      return {" ＜ ", comparison};
    case BinaryOperator::less_equal:
      return {" ≦ ", comparison};
    case BinaryOperator::greater:
      return {" ＞ ", comparison};
    case BinaryOperator::greater_equal:
      break;
  }
  return {" ≧ ", comparison};
}

// The number and the other argument of MIN(…) or MAX(…) with one number and something else.
struct Bound {
  const expression::Number* number = nullptr;
  const Node* other = nullptr;
};

Bound bound(const Node& node, std::string_view function) {
  const auto* call = std::get_if<expression::Call>(&node.value);
  if (call == nullptr || call->function != function || call->arguments.size() != 2) return {};
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const auto* number = std::get_if<expression::Number>(&call->arguments[i]->value);
    if (number != nullptr) return {number, call->arguments[1 - i].get()};
  }
  return {};
}

std::string words(const Node& node, const Label& label, int context) {
  // What is held between two numbers: x（0〜1）.
  for (const auto& [outer, inner] : {std::pair{"MAX", "MIN"}, std::pair{"MIN", "MAX"}}) {
    const Bound first = bound(node, outer);
    const Bound second = first.other == nullptr ? Bound{} : bound(*first.other, inner);
    if (second.other == nullptr) continue;
    const bool least_first = std::string_view(outer) == "MAX";
    const expression::Number& least = *(least_first ? first : second).number;
    const expression::Number& most = *(least_first ? second : first).number;
    if (least.value > most.value) continue;
    return words(*second.other, label, single) + "（" + least.spelling + "〜" + most.spelling + "）";
  }
  const auto bracketed = [context](std::string text, int strength) {
    return strength < context ? "（" + std::move(text) + "）" : std::move(text);
  };
  return std::visit(
      [&](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, expression::Number>) {
          return value.spelling;
        } else if constexpr (std::is_same_v<Value, expression::Text>) {
          return "「" + value.value + "」";
        } else if constexpr (std::is_same_v<Value, expression::Boolean>) {
          return value.value ? "TRUE" : "FALSE";
        } else if constexpr (std::is_same_v<Value, expression::Name>) {
          return label(value.name);
        } else if constexpr (std::is_same_v<Value, expression::Unary>) {
          if (value.op == UnaryOperator::percent)
            return bracketed(words(*value.operand, label, percent) + "%", percent);
          const char* mark = value.op == UnaryOperator::minus ? "−" : "＋";
          return bracketed(mark + words(*value.operand, label, sign), sign);
        } else if constexpr (std::is_same_v<Value, expression::Binary>) {
          const Spelling spelt = spelling(value.op);
          return bracketed(
              words(*value.left, label, spelt.strength) + spelt.sign + words(*value.right, label, spelt.strength + 1),
              spelt.strength);
        } else {
          static_assert(std::is_same_v<Value, expression::Call>);
          std::string text = value.function + "（";
          for (std::size_t i = 0; i < value.arguments.size(); ++i) {
            if (i > 0) text += "、";
            text += words(*value.arguments[i], label, comparison);
          }
          return text + "）";
        }
      },
      node.value);
}

}  // namespace

std::string formula_words(const expression::Expression& formula, const Label& label) {
  return words(formula.root(), label, comparison);
}

}  // namespace shirube::render::html
