#include "model/unit.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "expression/decimal.h"

namespace shirube::model {

namespace {

constexpr int most_decimals = 6;

// The shortest decimal digits that mean the same double, and where the point is: 0.<digits> × 10^exponent. Rounding
// works on them, so that 0.125 and 1.005 round as they are written and not as they are stored.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

Decimal to_decimal(double magnitude) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific).ptr;
  const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = written.find('e');
  Decimal result;
  for (const char c : written.substr(0, e)) {
    if (c != '.') result.digits += c;
  }
  const std::string_view power = written.substr(e + (written[e + 1] == '+' ? 2 : 1));
  std::from_chars(power.data(), power.data() + power.size(), result.exponent);
  result.exponent += 1;
  return result;
}

// Digits of the number × 10^decimals, rounded half away from zero; at least one digit before the point.
std::string rounded_digits(const Decimal& number, int decimals) {
  const int kept = number.exponent + decimals;
  std::string digits;
  if (kept >= 0) {
    digits = number.digits.substr(0, static_cast<std::size_t>(kept));
    digits.append(static_cast<std::size_t>(kept) - digits.size(), '0');
    const bool up =
        static_cast<std::size_t>(kept) < number.digits.size() && number.digits[static_cast<std::size_t>(kept)] >= '5';
    if (up) {
      auto digit = digits.rbegin();
      while (digit != digits.rend() && *digit == '9') *digit++ = '0';
      if (digit == digits.rend()) {
        digits.insert(digits.begin(), '1');
      } else {
        ++*digit;
      }
    }
  }
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  return digits;
}

}  // namespace

std::string show(double value, int decimals) {
  if (!std::isfinite(value)) return "—";
  const std::string digits = rounded_digits(to_decimal(std::fabs(value)), std::max(decimals, 0));
  const std::size_t whole = digits.size() - static_cast<std::size_t>(std::max(decimals, 0));
  const bool zero = digits.find_first_not_of('0') == std::string::npos;
  std::string result = value < 0 && !zero ? "△" : "";
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) result += ',';
    result += digits[i];
  }
  if (whole < digits.size()) result += '.' + digits.substr(whole);
  return result;
}

std::string show(const Quantity& quantity, int decimals) {
  return show(quantity.value, decimals) + quantity.unit.symbol;
}

std::string show(const Quantity& quantity) {
  return show(quantity, std::clamp(quantity.decimals, needed_decimals(quantity.value), most_decimals));
}

int needed_decimals(double value) {
  if (!std::isfinite(value)) return 0;
  int decimals = most_decimals;
  std::string digits = rounded_digits(to_decimal(std::fabs(value)), most_decimals);
  for (; decimals > 0 && digits.back() == '0'; --decimals) digits.pop_back();
  return decimals;
}

int telling_decimals(double value) {
  if (!std::isfinite(value)) return 0;
  // On the digits that people see: 0.1 + 0.2 needs one.
  const expression::Decimal number = expression::to_decimal(std::fabs(value));
  const int needed = static_cast<int>(number.digits.size()) - number.point;
  return std::clamp(std::min(needed, 3 - number.point), 0, most_decimals);
}

}  // namespace shirube::model
