// What the rules of operators and functions share: typed arguments, how two go together, how an error is reported.
#pragma once

#include <span>
#include <string_view>

#include "expression/type.h"

namespace shirube::expression {

struct Argument {
  const Node* node;
  Type type;
};

// A call whose arguments have types of their own.
struct TypedCall {
  std::string_view function;
  SourceRange range;
  std::span<const Argument> arguments;
};

// Reports at an argument, with the places where the units of its names were declared.
class TypeFaults {
 public:
  TypeFaults(const TypesOfNames& names, diagnostic::Sink& sink) : names_(names), sink_(sink) {}

  void report(diagnostic::Kind kind, const Argument& at, std::vector<std::string> arguments);
  // `right` does not go with `left`.
  void different(std::string_view what, const Argument& left, const Argument& right);
  // To the last finding: where the names below `node` were declared.
  static void add_labels(diagnostic::Diagnostic& finding, const Node& node, const TypesOfNames& names);

 private:
  const TypesOfNames& names_;
  diagnostic::Sink& sink_;
};

// A function's column: the type of its call. Nothing if an error was reported.
using TypeRule = std::optional<Type> (*)(const TypedCall& call, TypeFaults& faults);

// The unit of two numbers of which either may be the result, as in IF, MIN and comparisons.
std::optional<Dimension> common_unit(const Type& left, const Type& right);
// The same for values of any kind; an error is reported at `right`.
std::optional<Type> common_type(std::string_view what, const Argument& left, const Argument& right, TypeFaults& faults);
// A number, or TRUE or FALSE as a plain one; else an error. Columns pass.
std::optional<Type> as_number(std::string_view what, const Argument& argument, TypeFaults& faults);
// An error if it is a column.
bool is_single(std::string_view what, const Argument& argument, TypeFaults& faults);

}  // namespace shirube::expression
