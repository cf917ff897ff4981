#include "model/shown_number.h"

#include <charconv>
#include <cmath>
#include <string>

#include "source/unicode.h"

namespace shirube::model {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (take(text, " ") || take(text, "\t")) continue;
}

// Digits, in groups of three if there is a comma among them; empty if they are not a number.
std::string take_digits(std::string_view& text) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  while (!text.empty() && (is_digit(text.front()) || text.front() == ',')) {
    if (text.front() == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = true;
      group = 0;
    } else {
      digits += text.front();
      ++group;
    }
    text.remove_prefix(1);
  }
  return grouped && group != 3 ? std::string() : digits;
}

}  // namespace

std::optional<ShownNumber> read_shown(std::string_view text) {
  const std::string plain = source::to_nfkc(text);
  std::string_view rest = plain;
  skip_blanks(rest);
  bool negative = false;
  for (const std::string_view sign : {"△", "▲", "−", "-", "–"}) negative = negative || take(rest, sign);
  if (!negative) take(rest, "+");
  std::string digits = take_digits(rest);
  if (digits.empty()) return std::nullopt;
  ShownNumber number;
  if (take(rest, ".")) {
    std::string decimals;
    while (!rest.empty() && is_digit(rest.front())) {
      decimals += rest.front();
      rest.remove_prefix(1);
    }
    if (decimals.empty()) return std::nullopt;
    number.precision = std::pow(10, -static_cast<int>(decimals.size()));
    digits += "." + decimals;
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  if (error != std::errc()) return std::nullopt;
  if (negative) number.value = -number.value;
  skip_blanks(rest);
  while (rest.ends_with(' ') || rest.ends_with('\t')) rest.remove_suffix(1);
  if (rest.empty()) return number;
  const auto unit = parse_unit(rest);
  if (!unit) return std::nullopt;
  number.unit = *unit;
  return number;
}

}  // namespace shirube::model
