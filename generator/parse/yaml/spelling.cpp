#include "parse/yaml/spelling.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "diagnostic/suggestion.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month) - 1];
}

bool is_day(int year, int month, int day) {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// 百万 of 百万円.
std::string_view magnitude(std::string_view unit) {
  std::size_t end = 0;
  constexpr std::string_view words[] = {"十", "百", "千", "万", "億", "兆"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view word : words) {
      if (unit.substr(end).starts_with(word)) {
        end += word.size();
        found = true;
      }
    }
  }
  return unit.substr(0, end);
}

// A unit that is a slip of the pen away, but never one that makes another number of it: neither 円 nor 千円 for M円.
std::string nearest_unit(const std::string& written) {
  // In a word of one character every other character is one edit away, and means nothing.
  if (source::code_points(written).size() < 2) return {};
  std::vector<std::string_view> candidates;
  for (const std::string_view symbol : model::unit_symbols()) {
    if (magnitude(symbol) == magnitude(written)) candidates.push_back(symbol);
  }
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::any_of(written.begin(), written.end(), is_letter)) return {};
  return diagnostic::near_miss(written, candidates);
}

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 100) return false;
  char before = '.';
  for (const char c : text) {
    const bool joint = c == '-' || c == '.';
    if (joint ? before == '-' || before == '.' : !is_lower(c) && !is_digit(c)) return false;
    before = c;
  }
  return before != '-' && before != '.';
}

bool has_date_form(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

bool is_date(std::string_view text) {
  return has_date_form(text) && is_day(to_int(text.substr(0, 4)), to_int(text.substr(5, 2)), to_int(text.substr(8, 2)));
}

std::string meant_boolean(std::string_view text) {
  if (text.size() > 16) return {};
  const std::string folded = source::fold_case(source::to_nfkc(text));
  for (const std::string_view yes : {"true", "yes", "y", "on", "1", "はい", "有", "○", "〇"}) {
    if (folded == yes) return "true";
  }
  for (const std::string_view no : {"false", "no", "n", "off", "0", "いいえ", "無", "×"}) {
    if (folded == no) return "false";
  }
  return diagnostic::near_miss(text, std::vector<std::string_view>{"true", "false"});
}

std::string meant_date(std::string_view text) {
  if (text.size() > 40) return {};
  const std::string plain = source::to_nfkc(text);
  std::vector<std::string> parts;
  bool in_number = false;
  for (const char c : plain) {
    if (is_digit(c)) {
      if (!in_number) parts.emplace_back();
      parts.back() += c;
    }
    in_number = is_digit(c);
  }
  if (parts.size() == 1 && parts[0].size() == 8) {
    parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
  }
  if (parts.size() != 3 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return {};
  const int year = to_int(parts[0]);
  const int month = to_int(parts[1]);
  const int day = to_int(parts[2]);
  if (!is_day(year, month, day)) return {};
  return source::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string meant_id(std::string_view text) {
  if (text.size() > 100) return {};
  std::string result;
  for (const char c : source::fold_case(source::to_nfkc(text))) {
    const bool letter = is_lower(c) || is_digit(c);
    if (!letter && c != '-' && c != '_' && c != ' ' && c != '.' && c != '/') return {};
    if (letter) {
      result += c;
    } else if (!result.empty() && result.back() != '-' && result.back() != '.') {
      result += c == '.' ? '.' : '-';
    }
  }
  while (!result.empty() && (result.back() == '-' || result.back() == '.')) result.pop_back();
  return is_id(result) ? result : std::string();
}

std::string meant_unit(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> synonyms[] = {
      {"ポイント", "pt"}, {"パーセント", "%"}, {"パーセントポイント", "pt"},
      {"%pt", "pt"},      {"か月", "ヶ月"},    {"カ月", "ヶ月"},
      {"ヵ月", "ヶ月"},   {"ケ月", "ヶ月"},    {"箇月", "ヶ月"},
      {"h", "時間"},      {"個", "件"},        {"週間", "週"},
      {"日間", "日"},     {"分間", "分"},      {"年間", "年"},
      {"yen", "円"},      {"percent", "%"},    {"¥", "円"},
      {"憶円", "億円"}};
  if (text.size() > 64) return {};
  std::string result;
  for (std::string rest = source::to_nfkc(text); !rest.empty();) {
    const std::size_t slash = rest.find('/');
    std::string part = rest.substr(0, slash);
    rest = slash == std::string::npos ? std::string() : rest.substr(slash + 1);
    std::erase(part, ' ');
    if (!model::parse_unit(part)) {
      const std::string written = part;
      part.clear();
      for (const auto& [word, symbol] : synonyms) {
        if (source::fold_case(written) == word) part = symbol;
      }
      if (part.empty()) part = nearest_unit(written);
      if (part.empty()) return {};
    }
    result += (result.empty() ? "" : "/") + part;
  }
  return result;
}

}  // namespace shirube::parse
