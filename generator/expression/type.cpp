#include "expression/type.h"

#include <cmath>

#include "expression/decimal.h"
#include "expression/functions.h"
#include "expression/type_rules.h"

namespace shirube::expression {

using diagnostic::Kind;

namespace {

// As in evaluate.cpp: whether operators calculate columns row by row.
enum class Columns { refused, by_row };

std::string_view sign_of(BinaryOperator op) {
  constexpr std::string_view signs[] = {"+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="};
  return signs[static_cast<std::size_t>(op)];
}

// Of two ratios; nothing if they do not go together. The order matters: pt - % means nothing.
std::optional<Ratio> sum_of(BinaryOperator op, Ratio left, Ratio right) {
  const bool minus = op == BinaryOperator::subtract;
  if (left == right) return minus && left == Ratio::percent ? Ratio::point : left;
  if (left == Ratio::percent && right == Ratio::point) return Ratio::percent;
  if (left == Ratio::point && right == Ratio::percent) {
    if (minus) return std::nullopt;
    return Ratio::percent;
  }
  for (const auto& [bare, other] : {std::pair(left, right), std::pair(right, left)}) {
    if (bare != Ratio::plain && bare != Ratio::count) continue;
    if (bare == Ratio::plain && other == Ratio::count) return Ratio::count;
    if (bare == Ratio::plain && other == Ratio::point) return Ratio::point;
    if (bare == Ratio::plain) return Ratio::plain;
  }
  return std::nullopt;
}

// A number as it is written, with its sign.
std::optional<double> literal(const Node& node) {
  if (const Number* number = std::get_if<Number>(&node.value)) return number->value;
  const Unary* unary = std::get_if<Unary>(&node.value);
  const Number* number = unary == nullptr ? nullptr : std::get_if<Number>(&unary->operand->value);
  if (number == nullptr || unary->op == UnaryOperator::percent) return std::nullopt;
  return unary->op == UnaryOperator::minus ? -number->value : number->value;
}

class Inference {
 public:
  Inference(const TypesOfNames& names, diagnostic::Sink& sink) : names_(names), faults_(names, sink) {}

  std::optional<Type> infer(const Node& node, Columns columns) {
    return std::visit([&](const auto& value) { return of(value, node, columns); }, node.value);
  }
  TypeFaults& faults() { return faults_; }

 private:
  using Found = std::optional<Type>;

  Found of(const Number& number, const Node&, Columns) {
    Type type;
    type.zero = number.value == 0;
    return type;
  }
  Found of(const Text&, const Node&, Columns) { return Type{Type::Kind::text, {}, false, false}; }
  Found of(const Boolean&, const Node&, Columns) { return Type{Type::Kind::boolean, {}, false, false}; }
  Found of(const Name& name, const Node&, Columns) {
    const TypeOfName* known = names_(name.name);
    return known == nullptr ? Found() : known->type;
  }

  Found of(const Unary& unary, const Node&, Columns columns) {
    const std::string_view sign = unary.op == UnaryOperator::minus ? "-" : unary.op == UnaryOperator::plus ? "+" : "%";
    const Found operand = infer(*unary.operand, columns);
    if (!operand || !rows_allowed(sign, {unary.operand.get(), *operand}, columns)) return std::nullopt;
    Found number = as_number(sign, {unary.operand.get(), *operand}, faults_);
    if (number && unary.op == UnaryOperator::percent) number->unit = product(number->unit, {{}, Ratio::percent});
    return number;
  }

  Found of(const Binary& binary, const Node&, Columns columns) {
    const std::string_view sign = sign_of(binary.op);
    const Found first = infer(*binary.left, columns);
    const Found second = infer(*binary.right, columns);
    if (!first || !second) return std::nullopt;
    const Argument left{binary.left.get(), *first};
    const Argument right{binary.right.get(), *second};
    if (!rows_allowed(sign, left, columns) || !rows_allowed(sign, right, columns)) return std::nullopt;
    Found result = combine(binary.op, sign, left, right);
    if (result) result->list = first->list || second->list;
    return result;
  }

  Found combine(BinaryOperator op, std::string_view sign, const Argument& left, const Argument& right) {
    switch (op) {
      case BinaryOperator::concatenate:
        return Type{Type::Kind::text, {}, false, false};
      case BinaryOperator::add:
      case BinaryOperator::subtract:
        return sum(op, sign, left, right);
      case BinaryOperator::multiply:
      case BinaryOperator::divide:
      case BinaryOperator::power: {
        const Found a = as_number(sign, left, faults_);
        const Found b = as_number(sign, right, faults_);
        if (!a || !b) return std::nullopt;
        if (op == BinaryOperator::power) return raised({left.node, *a}, {right.node, *b});
        Type result;
        result.unit = op == BinaryOperator::multiply ? product(a->unit, b->unit) : quotient(a->unit, b->unit);
        return result;
      }
      default:
        if (!common_type(sign, left, right, faults_)) return std::nullopt;
        return Type{Type::Kind::boolean, {}, false, false};
    }
  }

  Found sum(BinaryOperator op, std::string_view sign, const Argument& left, const Argument& right) {
    const bool first_is_date = left.type.kind == Type::Kind::date;
    const bool second_is_date = right.type.kind == Type::Kind::date;
    if (first_is_date || second_is_date) return date_sum(op, sign, left, right);
    const Found a = as_number(sign, left, faults_);
    const Found b = as_number(sign, right, faults_);
    if (!a || !b) return std::nullopt;
    Type result;
    if (a->unit.is_ratio() && b->unit.is_ratio() && !a->zero && !b->zero) {
      const auto ratio = sum_of(op, a->unit.ratio, b->unit.ratio);
      if (ratio) {
        result.unit.ratio = *ratio;
        return result;
      }
    } else if (const auto unit = common_unit(*a, *b)) {
      result.unit = *unit;
      result.zero = a->zero && b->zero;
      return result;
    }
    faults_.different(sign, {left.node, *a}, {right.node, *b});
    return std::nullopt;
  }

  // date - date is days; a date moves by days or by a plain number of them.
  Found date_sum(BinaryOperator op, std::string_view sign, const Argument& left, const Argument& right) {
    const Dimension day = dimension({"日"});
    const bool minus = op == BinaryOperator::subtract;
    if (left.type.kind == right.type.kind) {
      if (minus) return Type{Type::Kind::number, day, false, false};
      faults_.report(Kind::formula_date_sum, right, {std::string(sign)});
      return std::nullopt;
    }
    const Argument& other = left.type.kind == Type::Kind::date ? right : left;
    const Found days = as_number(sign, other, faults_);
    if (!days) return std::nullopt;
    if (!common_unit(*days, {Type::Kind::number, day, false, false}) && days->unit != Dimension{}) {
      faults_.report(Kind::formula_date_unit, other, {spelling(days->unit)});
      return std::nullopt;
    }
    if (minus && &other == &left) {
      faults_.report(Kind::formula_date_sum, right, {std::string(sign)});
      return std::nullopt;
    }
    return Type{Type::Kind::date, {}, false, false};
  }

  Found raised(const Argument& base, const Argument& exponent) {
    constexpr double highest = 9;
    const Dimension& by = exponent.type.unit;
    if (!by.is_ratio()) {
      faults_.report(Kind::formula_exponent, exponent, {spelling(by)});
      return std::nullopt;
    }
    Type result;
    if (base.type.unit.is_ratio()) return result;
    const auto written = literal(*exponent.node);
    if (written && *written == std::floor(*written) && std::fabs(*written) <= highest) {
      result.unit = power(base.type.unit, static_cast<int>(*written));
      return result;
    }
    faults_.report(Kind::formula_power, base, {spelling(base.type.unit)});
    return std::nullopt;
  }

  Found of(const Call& call, const Node& node, Columns columns) {
    const Function* function = find_function(call.function);
    if (function == nullptr) return std::nullopt;
    std::vector<Argument> arguments;
    bool complete = true;
    bool by_row = false;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      const Parameter kind = function->parameter(i);
      const Found found = infer(*call.arguments[i], kind == Parameter::array ? Columns::by_row : columns);
      if (!found) {
        complete = false;
        continue;
      }
      arguments.push_back({call.arguments[i].get(), *found});
      if (kind != Parameter::value || !found->list) continue;
      by_row = function->by_row() && columns == Columns::by_row;
      if (!by_row && !is_single(function->name, arguments.back(), faults_)) complete = false;
    }
    if (!complete) return std::nullopt;
    Found result = function->type({function->name, node.range, arguments}, faults_);
    if (result && by_row) result->list = true;
    return result;
  }

  bool rows_allowed(std::string_view sign, const Argument& operand, Columns columns) {
    return columns == Columns::by_row || is_single(sign, operand, faults_);
  }

  const TypesOfNames& names_;
  TypeFaults faults_;
};

// `… * 100` below a declared percent: the habit of those who calculate percents by hand.
const Node* times_hundred(const Node& root) {
  const Binary* binary = std::get_if<Binary>(&root.value);
  if (binary == nullptr || binary->op != BinaryOperator::multiply) return nullptr;
  for (const Node* side : {binary->right.get(), binary->left.get()}) {
    const Number* number = std::get_if<Number>(&side->value);
    if (number != nullptr && number->value == 100) return side;
  }
  return nullptr;
}

bool may_be_declared(const Type& found, const Dimension& declared) {
  if (found.zero || found.unit == declared) return true;
  if (!found.unit.is_ratio()) return false;
  if (found.unit.ratio == Ratio::count) return is_counter(declared) || declared == Dimension{};
  return found.unit.ratio == Ratio::plain && declared.is_ratio() && declared.ratio != Ratio::point;
}

}  // namespace

Type number_type(const Unit& unit) {
  Type type;
  if (!unit.symbol.empty()) type.unit = dimension(unit);
  return type;
}

std::optional<Type> infer(const Expression& expression, const TypesOfNames& names, diagnostic::Sink& sink) {
  Inference inference(names, sink);
  auto type = inference.infer(expression.root(), Columns::refused);
  if (type && type->list) {
    inference.faults().report(Kind::formula_column_result, {&expression.root(), *type}, {});
    return std::nullopt;
  }
  return type;
}

bool check_declared_unit(const Expression& expression, const Type& found, const source::Located<Unit>& declared,
                         const TypesOfNames& names, diagnostic::Sink& sink) {
  const Dimension wanted = number_type(declared.value).unit;
  const std::string& symbol = declared.value.symbol;
  diagnostic::Diagnostic* finding = nullptr;
  if (found.kind != Type::Kind::number) {
    if (symbol.empty()) return true;
    finding = &sink.report(Kind::formula_declared_kind, expression.range(), {symbol});
  } else if (may_be_declared(found, wanted)) {
    const bool percent = wanted.is_ratio() && (wanted.ratio == Ratio::percent || wanted.ratio == Ratio::point);
    const Node* hundred = percent ? times_hundred(expression.root()) : nullptr;
    if (hundred == nullptr) return true;
    sink.report(Kind::formula_times_hundred, hundred->range, {symbol});
    return false;
  } else if (symbol.empty()) {
    finding = &sink.report(Kind::formula_declared_none, expression.range(), {spelling(found.unit)});
  } else if (found.unit.is_ratio() && (found.unit.ratio == Ratio::plain || found.unit.ratio == Ratio::count)) {
    finding = &sink.report(Kind::formula_declared_plain, expression.range(), {symbol});
  } else if (const auto factor = conversion(found.unit, wanted)) {
    const std::string yielded = spelling(found.unit);
    const bool larger = *factor >= 1;
    finding = &sink.report(Kind::formula_declared_scale, expression.range(),
                           {yielded, symbol, larger ? yielded : symbol, larger ? symbol : yielded,
                            number_to_text(larger ? *factor : 1 / *factor)});
  } else {
    finding = &sink.report(Kind::formula_declared_unit, expression.range(), {spelling(found.unit), symbol});
  }
  if (declared.range && !symbol.empty()) finding->label(declared.range, Kind::unit_declared, {symbol});
  TypeFaults::add_labels(*finding, expression.root(), names);
  return false;
}

}  // namespace shirube::expression
