#include "expression/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "source/format.h"

namespace shirube::expression {

namespace {

constexpr int precision = 15;

Decimal decompose(double number) {
  char buffer[32];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, std::fabs(number), std::chars_format::scientific, precision - 1);
  (void)error;  // 15 digits fit
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = text.find('e');
  Decimal result;
  result.digits = std::string(text.substr(0, 1)) + std::string(text.substr(2, e - 2));
  int exponent = 0;
  const char* first = text.data() + e + 1;
  if (*first == '+') ++first;
  std::from_chars(first, end, exponent);
  result.point = exponent + 1;
  return result;
}

double compose(const Decimal& decimal, bool negative) {
  const std::string text = source::format("{}0.{}e{}", negative ? "-" : "", decimal.digits, decimal.point);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  (void)end;
  if (error == std::errc::result_out_of_range) return decimal.point > 0 ? (negative ? -HUGE_VAL : HUGE_VAL) : 0;
  return number;
}

void add_one(Decimal& decimal) {
  for (std::size_t i = decimal.digits.size(); i-- > 0;) {
    if (decimal.digits[i] != '9') {
      ++decimal.digits[i];
      return;
    }
    decimal.digits[i] = '0';
  }
  decimal.digits.insert(0, 1, '1');
  ++decimal.point;
}

}  // namespace

std::string number_to_text(double number) {
  constexpr int widest = 20;
  if (number == 0) return "0";
  const Decimal decimal = to_decimal(number);
  const int count = static_cast<int>(decimal.digits.size());
  const std::string sign = number < 0 ? "-" : "";
  if (decimal.point > widest || count - decimal.point > widest) {
    const int exponent = decimal.point - 1;
    const std::string fraction = count > 1 ? "." + decimal.digits.substr(1) : "";
    return source::format("{}{}{}E{}{:02}", sign, decimal.digits[0], fraction, exponent < 0 ? '-' : '+',
                          std::abs(exponent));
  }
  if (decimal.point <= 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-decimal.point), '0') + decimal.digits;
  const auto point = static_cast<std::size_t>(decimal.point);
  if (decimal.digits.size() <= point) return sign + decimal.digits + std::string(point - decimal.digits.size(), '0');
  return sign + decimal.digits.substr(0, point) + "." + decimal.digits.substr(point);
}

namespace {

// Digits in groups of three lose their commas; commas elsewhere make it no number.
std::optional<std::string> without_groups(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789,"), text.size());
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (std::size_t i = 0; i < end; ++i) {
    if (text[i] != ',') {
      digits += text[i];
      ++group;
      continue;
    }
    if (grouped ? group != 3 : (group == 0 || group > 3)) return std::nullopt;
    grouped = true;
    group = 0;
  }
  if (grouped && group != 3) return std::nullopt;
  return digits + std::string(text.substr(end));
}

}  // namespace

std::optional<double> text_to_number(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  bool negative = false;
  if (text.starts_with('+') || text.starts_with('-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  // from_chars would take a second sign, inf and nan too.
  if (text.empty() || text.find_first_not_of("0123456789.,eE+-") != std::string_view::npos) return std::nullopt;
  if (text.find_first_of("0123456789.") != 0) return std::nullopt;
  const std::optional<std::string> digits = without_groups(text);
  if (!digits) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
  if (error != std::errc() || end != digits->data() + digits->size()) return std::nullopt;
  if (percent) number /= 100;
  return negative ? -number : number;
}

double round_decimal(double number, double decimals, Rounding rounding) {
  if (number == 0) return 0;
  const int places = static_cast<int>(std::clamp(std::trunc(decimals), -400.0, 400.0));
  Decimal decimal = decompose(number);
  const int kept = decimal.point + places;
  if (kept >= precision) return number;
  bool up = rounding == Rounding::away_from_zero;
  if (rounding == Rounding::half_away_from_zero)
    up = kept >= 0 && decimal.digits[static_cast<std::size_t>(kept)] >= '5';
  if (kept <= 0) {
    if (!up) return 0;
    return compose({"1", 1 - places}, number < 0);
  }
  const auto split = static_cast<std::size_t>(kept);
  if (rounding == Rounding::away_from_zero) up = decimal.digits.find_first_not_of('0', split) != std::string::npos;
  decimal.digits.resize(split);
  if (up) add_one(decimal);
  return compose(decimal, number < 0);
}

Decimal to_decimal(double number) {
  if (number == 0) return {};
  Decimal decimal = decompose(number);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  return decimal;
}

Decimal round_digits(Decimal decimal, int shift, int places) {
  if (decimal.digits.empty()) return {};
  decimal.point += shift;
  const int kept = decimal.point + places;
  if (kept >= static_cast<int>(decimal.digits.size())) return decimal;
  if (kept < 0) return {};
  const bool up = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
  if (kept == 0) return up ? Decimal{"1", 1 - places} : Decimal{};
  decimal.digits.resize(static_cast<std::size_t>(kept));
  if (up) add_one(decimal);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  return decimal;
}

bool nearly_equal(double a, double b) {
  if (a == b) return true;
  if (a == 0 || b == 0) return false;
  constexpr double largest_exact = 9007199254740992.0;
  if (std::fabs(a) <= largest_exact && std::fabs(b) <= largest_exact && a == std::floor(a) && b == std::floor(b)) {
    return false;
  }
  const double allowed = std::ldexp(std::min(std::fabs(a), std::fabs(b)), -48);
  return std::fabs(a - b) < allowed;
}

}  // namespace shirube::expression
