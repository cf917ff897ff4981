#include "expression/evaluate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "expression/conversion.h"
#include "expression/decimal.h"
#include "expression/functions.h"

namespace shirube::expression {

namespace {

// Whether columns are calculated row by row.
enum class Columns { refused, by_row };

Value arithmetic(BinaryOperator op, double left, double right) {
  switch (op) {
    case BinaryOperator::add:
      return nearly_equal(left, -right) ? Value(0.0) : number_or_error(left + right);
    case BinaryOperator::subtract:
      return nearly_equal(left, right) ? Value(0.0) : number_or_error(left - right);
    case BinaryOperator::multiply:
      return number_or_error(left * right);
    case BinaryOperator::divide:
      return right == 0 ? Value(Error::divide_by_zero) : number_or_error(left / right);
    case BinaryOperator::power:
      if (left == 0 && right == 0) return Error::number;
      if (left == 0 && right < 0) return Error::divide_by_zero;
      return number_or_error(std::pow(left, right));
    default:
      break;
  }
  assert(false);
  return Error::value;
}

bool holds(BinaryOperator op, int order) {
  switch (op) {
    case BinaryOperator::equal:
      return order == 0;
    case BinaryOperator::not_equal:
      return order != 0;
    case BinaryOperator::less:
      return order < 0;
    case BinaryOperator::less_equal:
      return order <= 0;
    case BinaryOperator::greater:
      return order > 0;
    case BinaryOperator::greater_equal:
      return order >= 0;
    default:
      break;
  }
  assert(false);
  return false;
}

// Neither operand is a list.
Value combine(BinaryOperator op, const Value& left, const Value& right) {
  if (const Error* error = left.get<Error>()) return *error;
  if (const Error* error = right.get<Error>()) return *error;
  switch (op) {
    case BinaryOperator::concatenate: {
      const auto a = to_text(left);
      const auto b = to_text(right);
      return std::get<std::string>(a) + std::get<std::string>(b);
    }
    case BinaryOperator::equal:
    case BinaryOperator::not_equal:
    case BinaryOperator::less:
    case BinaryOperator::less_equal:
    case BinaryOperator::greater:
    case BinaryOperator::greater_equal:
      return holds(op, compare(left, right));
    default:
      break;
  }
  const auto a = to_number(left);
  if (const Error* error = std::get_if<Error>(&a)) return *error;
  const auto b = to_number(right);
  if (const Error* error = std::get_if<Error>(&b)) return *error;
  return arithmetic(op, std::get<double>(a), std::get<double>(b));
}

Value apply(UnaryOperator op, const Value& operand) {
  if (op == UnaryOperator::plus) return operand;  // Excel's plus changes nothing, not even a text
  const auto number = to_number(operand);
  if (const Error* error = std::get_if<Error>(&number)) return *error;
  const double value = std::get<double>(number);
  return number_or_error(op == UnaryOperator::minus ? -value : value / 100);
}

class Evaluator {
 public:
  explicit Evaluator(const Names& names) : names_(names) {}

  Operand evaluate(const Node& node, Columns columns) {
    return std::visit([&](const auto& value) { return of(value, columns); }, node.value);
  }

 private:
  Operand of(const Number& number, Columns) { return Value(number.value); }
  Operand of(const Text& text, Columns) { return Value(text.value); }
  Operand of(const Boolean& boolean, Columns) { return Value(boolean.value); }
  Operand of(const Name& name, Columns) { return {names_(name.name), true}; }
  Operand of(const Unary& unary, Columns columns) {
    const std::vector<Value> operands = {evaluate(*unary.operand, columns).value};
    return by_row(operands, columns, [&](const std::vector<Value>& row) { return apply(unary.op, row[0]); });
  }
  Operand of(const Binary& binary, Columns columns) {
    const std::vector<Value> operands = {evaluate(*binary.left, columns).value, evaluate(*binary.right, columns).value};
    return by_row(operands, columns, [&](const std::vector<Value>& row) { return combine(binary.op, row[0], row[1]); });
  }
  Operand of(const Call& call, Columns columns) {
    const Function* function = find_function(call.function);
    if (function == nullptr) return Value(Error::name);
    return function->by_row() ? call_by_row(*function, call, columns) : call_whole(*function, call, columns);
  }

  Operand call_by_row(const Function& function, const Call& call, Columns columns) {
    std::vector<Value> operands;
    for (const NodePointer& argument : call.arguments) operands.push_back(evaluate(*argument, columns).value);
    return by_row(operands, columns, [&](const std::vector<Value>& row) -> Value {
      for (const Value& value : row) {
        if (const Error* error = value.get<Error>()) return *error;
      }
      const std::function<Operand(std::size_t)> at = [&](std::size_t i) -> Operand { return row[i]; };
      return function.body({row.size(), at}).value;
    });
  }

  Operand call_whole(const Function& function, const Call& call, Columns columns) {
    const std::function<Operand(std::size_t)> at = [&](std::size_t i) -> Operand {
      const Parameter kind = function.parameter(i);
      Operand operand = evaluate(*call.arguments[i], kind == Parameter::array ? Columns::by_row : columns);
      if (kind == Parameter::value && operand.value.get<List>() != nullptr) return Value(Error::value);
      return operand;
    };
    return function.body({call.arguments.size(), at});
  }

  // Calls `work` once, or for each row if there is a column; single values go with every row, and a column that is
  // shorter than another ends in #N/A.
  template <class Work>
  static Operand by_row(const std::vector<Value>& operands, Columns columns, const Work& work) {
    std::size_t rows = 0;
    bool any = false;
    for (const Value& operand : operands) {
      if (const List* list = operand.get<List>()) {
        rows = std::max(rows, list->size());
        any = true;
      }
    }
    if (!any) return Value(work(operands));
    if (columns == Columns::refused) {
      for (const Value& operand : operands) {
        if (const Error* error = operand.get<Error>()) return Value(*error);
      }
      return Value(Error::value);
    }
    List results;
    for (std::size_t i = 0; i < rows; ++i) {
      std::vector<Value> row;
      for (const Value& operand : operands) {
        const List* list = operand.get<List>();
        row.push_back(list == nullptr ? operand : i < list->size() ? (*list)[i] : Value(Error::missing));
      }
      results.push_back(work(row));
    }
    return Value(std::move(results));
  }

  const Names& names_;
};

}  // namespace

Value evaluate(const Expression& expression, const Names& names) {
  Value result = Evaluator(names).evaluate(expression.root(), Columns::refused).value;
  if (result.get<Blank>() != nullptr) return 0.0;
  if (result.get<List>() != nullptr) return Error::value;
  return result;
}

}  // namespace shirube::expression
