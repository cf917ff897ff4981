#include "model/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "model/unit.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

constexpr std::size_t longest = 64;  // bytes of a text that may be a number

constexpr std::string_view minus_signs[] = {"-", "△", "▲", "−", "ー", "‐", "‑", "‒", "–", "—", "―"};
// What follows digits in Japanese: a small power within a group of four digits, then a large one.
constexpr std::pair<std::string_view, int> small_powers[] = {{"十", 1}, {"百", 2}, {"千", 3}};
constexpr std::pair<std::string_view, int> large_powers[] = {{"万", 4}, {"億", 8}, {"兆", 12}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// sign? digits (. digits)?, without a zero that would look like octal
bool has_number_form(std::string_view text, bool fraction_allowed) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == 0 || (i > 1 && text[0] == '0')) return false;
  if (i == text.size()) return true;
  if (!fraction_allowed || text[i] != '.' || i + 1 == text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1, text.end(), is_digit);
}

// Full-width forms as ASCII, spaces of every kind as one, what has no width left out. Nothing else: NFKC would make 52
// of 5².
std::string narrowed(std::string_view text) {
  std::string result;
  for (const char32_t c : source::code_points(text)) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      result += static_cast<char>(c - 0xFF01 + '!');
    } else if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF) {
      continue;
    } else if (c == '\t' || source::is_white_space(c)) {
      result += c == '\n' ? '\n' : ' ';
    } else {
      source::append_utf8(result, c);
    }
  }
  return result;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (take(text, " ")) continue;
}

template <class Table>
int take_power(std::string_view& text, const Table& table) {
  for (const auto& [word, power] : table) {
    if (take(text, word)) return power;
  }
  return 0;
}

// Digits, in groups of three if there are commas; `_` is only a gap. Empty if they are not a number.
std::string take_whole(std::string_view& text) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (; !text.empty() && (is_digit(text.front()) || text.front() == ',' || text.front() == '_'); text.remove_prefix(1)) {
    if (text.front() == '_') continue;
    if (text.front() == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = true;
      group = 0;
    } else {
      digits += text.front();
      ++group;
    }
  }
  return grouped && group != 3 ? std::string() : digits;
}

// Digits without a sign, with point and exponent.
std::optional<std::string> take_digits(std::string_view& text) {
  if (text.starts_with("0x") || text.starts_with("0X")) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value, 16);
    if (error != std::errc() || value < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return std::to_string(value);
  }
  const bool starts_with_point = text.size() > 1 && text[0] == '.' && is_digit(text[1]);
  std::string digits = starts_with_point ? "0" : take_whole(text);
  if (digits.empty()) return std::nullopt;
  if (take(text, ".")) {
    digits += '.';
    while (!text.empty() && is_digit(text.front())) {
      digits += text.front();
      text.remove_prefix(1);
    }
    if (digits.back() == '.') digits.pop_back();
  }
  int exponent = 0;
  if (text.size() > 1 && (text[0] == 'e' || text[0] == 'E')) {
    std::string_view power = text.substr(1);
    take(power, "+");
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc() || std::abs(exponent) > 15) return std::nullopt;
    text = power.substr(static_cast<std::size_t>(end - power.data()));
  }
  return move_point(digits, exponent);
}

// What follows a number: no digit of any kind, or it is a second number.
bool is_unit_text(std::string_view text) {
  const std::string plain = source::to_nfkc(text);
  return std::none_of(plain.begin(), plain.end(),
                      [](char c) { return is_digit(c) || c == '\n' || c == '(' || c == ')' || c == '#'; });
}

std::string_view trimmed(std::string_view text) {
  skip_blanks(text);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// 万, 億 and 兆 after the digits, and further groups below them: 3億2,000万. Whether it was well-formed.
bool take_powers(std::string& digits, std::string_view& rest) {
  std::int64_t sum = 0;
  int before = 100;
  for (std::string group = digits;;) {
    // 1.2万円: the unit says it. Not of a further group: 1億2,000万円 is an amount of 円.
    const bool first = sum == 0;
    if (first && parse_unit(trimmed(rest))) {
      digits = group;
      return true;
    }
    const int small = take_power(rest, small_powers);
    const int large = first && parse_unit(trimmed(rest)) ? 0 : take_power(rest, large_powers);
    group = move_point(group, small + large);
    const bool more = large > 0 && !rest.empty() && is_digit(rest.front());
    if (first && !more) {
      digits = group;
      return true;
    }
    const auto whole = parse_integer(group);
    if (!whole || large >= before || *whole > 1'000'000'000'000'000) return false;
    sum += *whole;
    digits = std::to_string(sum);
    if (!more) return true;
    before = large;
    group = take_whole(rest);
    if (group.empty()) return false;
  }
}

}  // namespace

std::size_t significant_digits(std::string_view text) {
  if (!has_number_form(text, true)) return 0;
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return 1;
  return digits.find_last_not_of('0') - first + 1;
}

std::optional<double> parse_number(std::string_view text) {
  if (!has_number_form(text, true) || significant_digits(text) > most_significant_digits) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value == 0 ? 0 : value;  // no negative zero
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (!has_number_form(text, false)) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int decimals_of(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return 0;
  std::size_t end = point + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  return static_cast<int>(std::min<std::size_t>(end - point - 1, most_significant_digits));
}

std::string move_point(std::string_view text, int places) {
  const bool negative = take(text, "-");
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  int decimals = 0;
  if (point != std::string_view::npos) {
    digits += text.substr(point + 1);
    decimals = static_cast<int>(text.size() - point - 1);
  }
  const bool shortens = places != 0;
  decimals -= places;
  if (decimals < 0) digits.append(static_cast<std::size_t>(-decimals), '0');
  decimals = std::max(decimals, 0);
  const auto behind = static_cast<std::size_t>(decimals);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - behind);
  std::string fraction = digits.substr(digits.size() - behind);
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  while (shortens && !fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<MeantQuantity> meant_quantity(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  const std::string plain = narrowed(text);
  std::string_view rest = trimmed(plain);
  const bool bracketed = take(rest, "(");  // as bookkeepers write what is below zero
  skip_blanks(rest);
  bool negative = bracketed;
  if (!bracketed) {
    for (const std::string_view sign : minus_signs) negative = negative || take(rest, sign);
    if (!negative) take(rest, "+");
  }
  skip_blanks(rest);
  auto digits = take_digits(rest);
  if (!digits || !take_powers(*digits, rest)) return std::nullopt;
  if (bracketed && !take(rest, ")")) return std::nullopt;
  rest = trimmed(rest);
  if (!is_unit_text(rest) || rest.find_first_of("~:/-") == 0) return std::nullopt;
  MeantQuantity meant{(negative && digits->find_first_not_of("0.") != std::string::npos ? "-" : "") + *digits,
                      std::string(rest)};
  if (!parse_number(meant.digits)) return std::nullopt;
  return meant;
}

std::string meant_number(std::string_view text) {
  const auto meant = meant_quantity(text);
  return meant && meant->unit.empty() && meant->digits != text ? meant->digits : std::string();
}

}  // namespace shirube::model
