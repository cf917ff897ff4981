#include <cmath>

#include "expression/conversion.h"
#include "expression/decimal.h"
#include "expression/functions/bodies.h"

namespace shirube::expression::bodies {

namespace {

template <class Result>
Operand of_number(const Value& value, const Result& result) {
  const auto number = to_number(value);
  if (const Error* error = std::get_if<Error>(&number)) return Value(*error);
  return Value(result(std::get<double>(number)));
}

Operand rounded(const Arguments& arguments, Rounding rounding) {
  return of_number(arguments.at(0).value, [&](double number) {
    return of_number(arguments.at(1).value,
                     [&](double decimals) { return number_or_error(round_decimal(number, decimals, rounding)); })
        .value;
  });
}

}  // namespace

Operand absolute(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [](double number) { return Value(std::fabs(number)); });
}

Operand square_root(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [](double number) -> Value {
    if (number < 0) return Error::number;
    return std::sqrt(number);
  });
}

Operand round_half(const Arguments& arguments) {
  return rounded(arguments, Rounding::half_away_from_zero);
}
Operand round_up(const Arguments& arguments) {
  return rounded(arguments, Rounding::away_from_zero);
}
Operand round_down(const Arguments& arguments) {
  return rounded(arguments, Rounding::towards_zero);
}

}  // namespace shirube::expression::bodies
