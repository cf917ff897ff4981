#include "expression/excel_text.h"

#include "source/unicode.h"

namespace shirube::expression {

namespace {

constexpr std::size_t longest_literal = 255;  // UTF-16 units, doubled quotes counted twice

}  // namespace

std::string text_literal(std::string_view text) {
  std::string literal = "\"";
  std::size_t length = 0;
  bool joined = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = source::code_point_at(text, i).size;
    const std::string_view sign = text.substr(i, size);
    const std::size_t units = sign == "\"" ? 2 : source::utf16_length(sign);
    // `_x0041_` is an escaped character wherever a workbook holds text: apart, its two halves are none.
    const bool escape = sign == "x" && i > 0 && text[i - 1] == '_';
    if (length + units > longest_literal || escape) {
      literal += "\"&\"";
      length = 0;
      joined = true;
    }
    literal += sign;
    if (sign == "\"") literal += sign;
    length += units;
    i += size;
  }
  literal += '"';
  return joined ? "(" + literal + ")" : literal;
}

std::string format_words(std::string_view words) {
  std::string quoted;
  std::string run;
  const auto end_run = [&] {
    if (!run.empty()) quoted += "\"" + run + "\"";
    run.clear();
  };
  for (const char c : words) {
    if (c != '"') {
      run += c;
      continue;
    }
    end_run();
    quoted += "\\\"";
  }
  end_run();
  return quoted;
}

std::string quoted_sheet(std::string_view name) {
  std::string quoted = "'";
  for (const char c : name) {
    quoted += c;
    if (c == '\'') quoted += c;
  }
  return quoted + "'";
}

}  // namespace shirube::expression
