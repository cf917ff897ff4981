// Numbers as people write them: to decimal text, from it, and rounded in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shirube::expression {

// As Excel joins a number to a text: 15 significant digits; with an exponent (1E+20, 1.5E-20) from 21 digits before the
// point, or after it, on. `number` is finite.
std::string number_to_text(double number);

// Spaces, a sign, digits (also in groups: 1,000) with a point, an exponent, `%`; nothing else is a number, no date and
// no currency. Overflow is none either.
std::optional<double> text_to_number(std::string_view text);

enum class Rounding { half_away_from_zero, away_from_zero, towards_zero };
// To `decimals` places (below 0: tens, hundreds …), on the 15 significant digits that people see: 1.005 to two places
// is 1.01, although the binary number is below. May overflow to infinity.
double round_decimal(double number, double decimals, Rounding rounding);

// 0.<digits> × 10^point, without a sign. The first digit is not 0; no digits: zero.
struct Decimal {
  std::string digits;
  int point = 0;
};
// The 15 significant digits that people see, without zeros at their end. `number` is finite.
Decimal to_decimal(double number);
// The decimal × 10^shift, rounded half away from zero to `places` decimals.
Decimal round_digits(Decimal decimal, int shift, int places);

// Equal to the precision that people see; whole numbers are compared exactly.
bool nearly_equal(double a, double b);

}  // namespace shirube::expression
