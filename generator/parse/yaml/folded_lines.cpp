#include "parse/yaml/folded_lines.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::size_t end_of_spaces(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_space(text[offset])) ++offset;
  return offset;
}

// Bytes of the escape at a backslash in "…"; 0 if it ends a line, which then means nothing at all.
std::size_t escape_size(std::string_view text, std::size_t offset) {
  if (offset + 1 >= text.size()) return 1;
  switch (text[offset + 1]) {
    case '\n':
      return 0;
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

}  // namespace

std::string join_folded_lines(std::string_view text, std::size_t begin, const std::string& value) {
  if (value.find(' ') == std::string::npos) return value;
  const char quote = begin < text.size() && (text[begin] == '"' || text[begin] == '\'') ? text[begin] : '\0';
  std::size_t at = begin + (quote == '\0' ? 0 : 1);
  std::string result;
  for (std::size_t i = 0; i < value.size();) {
    if (at < text.size() && is_space(text[at])) {
      const std::size_t end = end_of_spaces(text, at);
      const std::size_t value_end = end_of_spaces(value, i);
      const std::string_view gap = std::string_view(value).substr(i, value_end - i);
      const bool folded = text.substr(at, end - at).find('\n') != std::string_view::npos &&
                          gap.find('\n') == std::string_view::npos;
      const bool joins = folded && source::joins_lines(result, std::string_view(value).substr(value_end));
      if (!joins) result += gap;
      at = end;
      i = value_end;
      continue;
    }
    std::size_t size = std::max<std::size_t>(source::code_point_at(value, i).size, 1);
    if (quote == '"' && at < text.size() && text[at] == '\\') {
      const std::size_t escape = escape_size(text, at);
      if (escape == 0) {
        at = end_of_spaces(text, at + 1);
        continue;
      }
      at += escape;
    } else {
      at += size;
      if (quote == '\'' && value[i] == '\'') ++at;
    }
    result.append(value, i, size);
    i += size;
  }
  return result;
}

}  // namespace shirube::parse
