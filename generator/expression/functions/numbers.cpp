#include <cmath>

#include "expression/conversion.h"
#include "expression/decimal.h"
#include "expression/functions/bodies.h"
#include "expression/reach.h"

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

// On the 15 digits that people see: 4.35 * 100 is 435.
double floor_decimal(double number) {
  return round_decimal(number, 0, number < 0 ? Rounding::away_from_zero : Rounding::towards_zero);
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

Operand whole(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [](double number) { return number_or_error(floor_decimal(number)); });
}

Operand remainder(const Arguments& arguments) {
  constexpr double largest_exact = 9007199254740992.0;
  return of_number(arguments.at(0).value, [&](double number) {
    return of_number(arguments.at(1).value,
                     [&](double divisor) -> Value {
                       if (divisor == 0) return Error::divide_by_zero;
                       const double times = floor_decimal(number / divisor);
                       if (!(std::fabs(times) < largest_exact)) return Error::number;
                       const double taken = times * divisor;
                       return nearly_equal(number, taken) ? Value(0.0) : number_or_error(number - taken);
                     })
        .value;
  });
}

Operand reaches_goal(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [&](double number) {
    return of_number(arguments.at(1).value, [&](double goal) { return Value(reaches(number, goal)); }).value;
  });
}

Operand attained_share(const Arguments& arguments) {
  double numbers[4] = {};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto number = to_number(arguments.at(i).value);
    if (const Error* error = std::get_if<Error>(&number)) return Value(*error);
    numbers[i] = std::get<double>(number);
  }
  return number_or_error(attained(numbers[0], numbers[1], numbers[2], numbers[3]));
}

Operand exponential(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [](double number) { return number_or_error(std::exp(number)); });
}

Operand natural_logarithm(const Arguments& arguments) {
  return of_number(arguments.at(0).value, [](double number) -> Value {
    if (number <= 0) return Error::number;
    return number_or_error(std::log(number));
  });
}

}  // namespace shirube::expression::bodies
