#include <optional>

#include "expression/conversion.h"
#include "expression/functions/bodies.h"

namespace shirube::expression::bodies {

namespace {

// What AND and OR look at: truth values and numbers in cells, and whatever is written in place.
struct Truths {
  bool all = true;
  bool any = false;
  bool none_found = true;
  std::optional<Error> error;

  void take(const Value& value, bool from_cells) {
    if (error) return;
    if (const List* list = value.get<List>()) {
      for (const Value& cell : *list) take(cell, true);
      return;
    }
    if (from_cells && (value.get<Blank>() != nullptr || value.get<std::string>() != nullptr)) return;
    const auto truth = to_truth(value);
    if (const Error* found = std::get_if<Error>(&truth)) {
      error = *found;
      return;
    }
    none_found = false;
    all = all && std::get<bool>(truth);
    any = any || std::get<bool>(truth);
  }
};

Truths collect(const Arguments& arguments) {
  Truths truths;
  for (std::size_t i = 0; i < arguments.count; ++i) {
    const Operand operand = arguments.at(i);
    truths.take(operand.value, operand.from_cells);
  }
  if (truths.none_found && !truths.error) truths.error = Error::value;
  return truths;
}

}  // namespace

Operand choose(const Arguments& arguments) {
  const Operand condition = arguments.at(0);
  const auto truth = to_truth(condition.value);
  if (const Error* error = std::get_if<Error>(&truth)) return Value(*error);
  if (std::get<bool>(truth)) return arguments.at(1);
  return arguments.count > 2 ? arguments.at(2) : Operand(Value(false));
}

Operand instead_of_error(const Arguments& arguments) {
  Operand first = arguments.at(0);
  const bool failed = first.value.get<Error>() != nullptr || first.value.get<List>() != nullptr;
  return failed ? arguments.at(1) : first;
}

Operand all(const Arguments& arguments) {
  const Truths truths = collect(arguments);
  return truths.error ? Value(*truths.error) : Value(truths.all);
}

Operand any(const Arguments& arguments) {
  const Truths truths = collect(arguments);
  return truths.error ? Value(*truths.error) : Value(truths.any);
}

Operand negate(const Arguments& arguments) {
  const auto truth = to_truth(arguments.at(0).value);
  if (const Error* error = std::get_if<Error>(&truth)) return Value(*error);
  return Value(!std::get<bool>(truth));
}

}  // namespace shirube::expression::bodies
