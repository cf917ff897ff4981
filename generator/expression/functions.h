// The functions of the language, one complete row each.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "expression/ast.h"
#include "expression/type_rules.h"
#include "expression/value.h"

namespace shirube::expression {

// A value, and whether it was read from cells (then an aggregate leaves out texts and truth values).
struct Operand {
  Value value;
  bool from_cells = false;

  Operand(Value computed) : value(std::move(computed)) {}  // NOLINT(google-explicit-constructor)
  Operand(Value read, bool cells) : value(std::move(read)), from_cells(cells) {}
};

enum class Parameter {
  value,   // one value; a function that has these only is calculated row by row below SUMPRODUCT
  branch,  // one value, calculated only if the function needs it
  values,  // a value or a column
  array,   // as `values`, and its contents are calculated row by row
  column   // cells, named; Excel refuses anything else here
};

// How readers see a call.
enum class MathShape { call, cases, root, absolute, floor, exponential, negation, conjunction, disjunction };

// The arguments of one call. at(i) calculates: a `value` is then never a column.
struct Arguments {
  std::size_t count;
  const std::function<Operand(std::size_t)>& at;
};

// No part of a row has a default: an incomplete one does not compile. Other faces add their column here.
class Function {
 public:
  using Body = Operand (*)(const Arguments&);

  consteval Function(std::string_view function_name, std::size_t fewest_arguments, std::size_t most_arguments,
                     std::array<Parameter, 3> kinds, Body meaning, std::string_view excel_name,
                     std::string_view javascript_method, MathShape mathml_shape, std::string_view documentation,
                     TypeRule type_rule)
      : name(function_name),
        fewest(fewest_arguments),
        most(most_arguments),
        parameters(kinds),
        body(meaning),
        excel(excel_name),
        javascript(javascript_method),
        mathml(mathml_shape),
        doc(documentation),
        type(type_rule) {}

  // The third kind holds for all that follow.
  constexpr Parameter parameter(std::size_t index) const { return parameters[index < 3 ? index : 2]; }
  constexpr bool by_row() const {
    return parameters[0] == Parameter::value && parameters[1] == Parameter::value && parameters[2] == Parameter::value;
  }

  std::string_view name;
  std::size_t fewest;
  std::size_t most;
  std::array<Parameter, 3> parameters;
  Body body;
  std::string_view excel;  // a name, or a formula with {0}, {1} … for the arguments where Excel has no such function
  std::string_view javascript;  // of F in themes/default/assets/formula.js
  MathShape mathml;
  std::string_view doc;
  TypeRule type;
};

// Sorted by name.
std::span<const Function> all_functions();
// `name` in upper case. Null if there is none.
const Function* find_function(std::string_view name);
std::vector<std::string_view> function_names();
// A formula whose result is TRUE or FALSE.
bool yields_truth(const Expression& expression);

}  // namespace shirube::expression
