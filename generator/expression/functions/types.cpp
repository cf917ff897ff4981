#include "expression/functions/types.h"

namespace shirube::expression::types {

using diagnostic::Kind;
using Found = std::optional<Type>;

namespace {

Type plain(Ratio ratio = Ratio::plain) {
  Type type;
  type.unit.ratio = ratio;
  return type;
}

bool is_plain_number(const TypedCall& call, const Argument& argument, TypeFaults& faults) {
  const Found number = as_number(call.function, argument, faults);
  if (!number) return false;
  if (number->unit.is_ratio()) return true;
  faults.report(Kind::formula_needs_plain, argument, {std::string(call.function), spelling(number->unit)});
  return false;
}

bool is_text(const TypedCall& call, const Argument& argument, TypeFaults& faults) {
  if (argument.type.kind == Type::Kind::text) return true;
  faults.report(Kind::formula_needs_text, argument, {std::string(call.function)});
  return false;
}

bool is_truth(const TypedCall& call, const Argument& argument, TypeFaults& faults) {
  if (argument.type.kind == Type::Kind::boolean) return true;
  faults.report(Kind::formula_needs_truth, argument, {std::string(call.function)});
  return false;
}

// What all arguments have in common, as one value.
Found common(const TypedCall& call, std::span<const Argument> arguments, TypeFaults& faults) {
  Argument result = arguments[0];
  for (const Argument& next : arguments.subspan(1)) {
    const Found both = common_type(call.function, result, next, faults);
    if (!both) return std::nullopt;
    // What gave the unit stays the left one, so that a later error names it.
    if (result.type.unit != both->unit) result.node = next.node;
    result.type = *both;
  }
  result.type.list = false;
  return result.type;
}

// A criterion in a text, such as ">=3", holds for any column.
bool fits_criterion(const TypedCall& call, TypeFaults& faults) {
  const Argument& criterion = call.arguments[1];
  if (criterion.type.kind == Type::Kind::text) return true;
  Argument cell = call.arguments[0];
  cell.type.list = false;
  return common_type(call.function, cell, criterion, faults).has_value();
}

}  // namespace

Found of_one_unit(const TypedCall& call, TypeFaults& faults) {
  for (const Argument& argument : call.arguments) {
    if (argument.type.kind == Type::Kind::number) continue;
    faults.report(Kind::formula_needs_number, argument, {std::string(call.function)});
    return std::nullopt;
  }
  return common(call, call.arguments, faults);
}

Found of_one_kind(const TypedCall& call, TypeFaults& faults) {
  if (call.arguments[0].type.kind != Type::Kind::date) return of_one_unit(call, faults);
  return common(call, call.arguments, faults);
}

Found spread(const TypedCall& call, TypeFaults& faults) {
  Found type = of_one_unit(call, faults);
  if (type && type->unit.is_ratio() && type->unit.ratio == Ratio::percent) type->unit.ratio = Ratio::point;
  return type;
}

Found first_number(const TypedCall& call, TypeFaults& faults) {
  const Found type = as_number(call.function, call.arguments[0], faults);
  for (const Argument& argument : call.arguments.subspan(1)) {
    if (!is_plain_number(call, argument, faults)) return std::nullopt;
  }
  return type;
}

Found plain_numbers(const TypedCall& call, TypeFaults& faults) {
  for (const Argument& argument : call.arguments) {
    if (!is_plain_number(call, argument, faults)) return std::nullopt;
  }
  return plain();
}

Found square_root(const TypedCall& call, TypeFaults& faults) {
  Found type = as_number(call.function, call.arguments[0], faults);
  if (!type) return std::nullopt;
  const auto root = expression::square_root(type->unit);
  if (!root) {
    faults.report(Kind::formula_root, call.arguments[0], {spelling(type->unit)});
    return std::nullopt;
  }
  type->unit = *root;
  return type;
}

Found truths(const TypedCall& call, TypeFaults& faults) {
  for (const Argument& argument : call.arguments) {
    if (!is_truth(call, argument, faults)) return std::nullopt;
  }
  return Type{Type::Kind::boolean, {}, false, false};
}

Found reached(const TypedCall& call, TypeFaults& faults) {
  if (!of_one_unit(call, faults)) return std::nullopt;
  return Type{Type::Kind::boolean, {}, false, false};
}

Found attained(const TypedCall& call, TypeFaults& faults) {
  const TypedCall numbers{call.function, call.range, call.arguments.first(3)};
  if (!of_one_unit(numbers, faults) || !is_plain_number(call, call.arguments[3], faults)) return std::nullopt;
  return plain();
}

Found counted(const TypedCall&, TypeFaults&) {
  return plain(Ratio::count);
}

Found counted_if(const TypedCall& call, TypeFaults& faults) {
  if (!fits_criterion(call, faults)) return std::nullopt;
  return plain(Ratio::count);
}

Found summed_if(const TypedCall& call, TypeFaults& faults) {
  if (!fits_criterion(call, faults)) return std::nullopt;
  Found type = as_number(call.function, call.arguments.size() > 2 ? call.arguments[2] : call.arguments[0], faults);
  if (type) type->list = false;
  return type;
}

Found products(const TypedCall& call, TypeFaults& faults) {
  Found result;
  for (const Argument& argument : call.arguments) {
    const Found factor = as_number(call.function, argument, faults);
    if (!factor) return std::nullopt;
    Type next;
    next.unit = result ? product(result->unit, factor->unit) : factor->unit;
    result = next;
  }
  return result;
}

Found factors(const TypedCall& call, TypeFaults& faults) {
  Type result;
  for (const Argument& argument : call.arguments) {
    if (argument.type.list && !is_plain_number(call, argument, faults)) return std::nullopt;
    const Found factor = as_number(call.function, argument, faults);
    if (!factor) return std::nullopt;
    result.unit = product(result.unit, factor->unit);
  }
  return result;
}

Found choice(const TypedCall& call, TypeFaults& faults) {
  if (!is_truth(call, call.arguments[0], faults) || !is_single(call.function, call.arguments[0], faults)) {
    return std::nullopt;
  }
  if (call.arguments.size() == 2) {
    if (call.arguments[1].type.kind == Type::Kind::boolean) return call.arguments[1].type;
    faults.report(Kind::formula_no_else, call.arguments[1], {});
    return std::nullopt;
  }
  return common_type(call.function, call.arguments[1], call.arguments[2], faults);
}

Found either(const TypedCall& call, TypeFaults& faults) {
  if (!is_single(call.function, call.arguments[0], faults)) return std::nullopt;
  return common_type(call.function, call.arguments[0], call.arguments[1], faults);
}

Found at_index(const TypedCall& call, TypeFaults& faults) {
  if (!is_plain_number(call, call.arguments[1], faults)) return std::nullopt;
  Type type = call.arguments[0].type;
  // Place 0 is the whole column.
  type.list = type.list && call.arguments[1].type.zero;
  return type;
}

Found position(const TypedCall& call, TypeFaults& faults) {
  Argument cell = call.arguments[1];
  cell.type.list = false;
  if (!common_type(call.function, cell, call.arguments[0], faults)) return std::nullopt;
  if (call.arguments.size() > 2 && !is_plain_number(call, call.arguments[2], faults)) return std::nullopt;
  return plain();
}

Found length(const TypedCall& call, TypeFaults& faults) {
  if (!is_text(call, call.arguments[0], faults)) return std::nullopt;
  return plain();
}

Found day(const TypedCall& call, TypeFaults& faults) {
  if (!plain_numbers(call, faults)) return std::nullopt;
  return Type{Type::Kind::date, {}, false, false};
}

Found later(const TypedCall& call, TypeFaults& faults) {
  const Argument& start = call.arguments[0];
  const Type date{Type::Kind::date, {}, false, false};
  if (!common_type(call.function, {start.node, date}, start, faults)) return std::nullopt;
  const Found months = as_number(call.function, call.arguments[1], faults);
  if (!months) return std::nullopt;
  if (months->unit != dimension({"月"}) && !is_plain_number(call, call.arguments[1], faults)) return std::nullopt;
  return date;
}

Found text(const TypedCall& call, TypeFaults& faults) {
  for (const Argument& argument : call.arguments) {
    if (!is_text(call, argument, faults)) return std::nullopt;
  }
  return Type{Type::Kind::text, {}, false, false};
}

}  // namespace shirube::expression::types
