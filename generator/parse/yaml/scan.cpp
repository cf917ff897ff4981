#include "parse/yaml/scan.h"

#include <algorithm>

namespace shirube::parse {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_space(char c) {
  return is_blank(c) || c == '\n';
}

// A quote or `#` means something only where a token may start.
bool starts_token(std::string_view text, std::size_t offset) {
  if (offset == 0) return true;
  const char before = text[offset - 1];
  return is_space(before) || before == '[' || before == '{' || before == ',';
}

}  // namespace

std::string_view line_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  return text.substr(offset, std::min(text.find('\n', offset), text.size()) - offset);
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t before = text.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t begin = skip_blanks(line, 0);
  return begin == line.size() || line[begin] == '#';
}

bool opens_block_text(std::string_view line) {
  if (const std::size_t comment = line.find(" #"); comment != std::string_view::npos) line = line.substr(0, comment);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  for (int i = 0; i < 2 && !line.empty(); ++i) {
    const char last = line.back();
    if (last == '+' || last == '-' || (last >= '1' && last <= '9')) line.remove_suffix(1);
  }
  if (line.empty() || (line.back() != '|' && line.back() != '>')) return false;
  line.remove_suffix(1);
  return line.empty() || is_blank(line.back());
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_blank(text[offset])) ++offset;
  return offset;
}

std::size_t skip_blanks_and_comments(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (is_space(text[offset])) {
      ++offset;
    } else if (text[offset] == '#' && (offset == 0 || is_space(text[offset - 1]))) {
      offset = std::min(text.find('\n', offset), text.size());
    } else {
      break;
    }
  }
  return offset;
}

std::size_t end_of_quoted(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t i = offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != '\'') return i + 1;
      ++i;  // '' stands for one quote
    }
  }
  return std::string_view::npos;
}

std::size_t end_of_spelling(std::string_view text, std::size_t offset, std::string_view value) {
  std::size_t end = offset;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (offset < text.size() && is_space(text[offset])) ++offset;
    if (offset >= text.size() || text[offset] != c) return std::string_view::npos;
    end = ++offset;
  }
  return end;
}

std::size_t find_unclosed_quote(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const char c = text[offset];
    if (starts_token(text, offset)) {
      if (c == '#') {
        offset = std::min(text.find('\n', offset), text.size());
        continue;
      }
      if (c == '"' || c == '\'') {
        const std::size_t end = end_of_quoted(text, offset);
        if (end == std::string_view::npos) return offset;
        offset = end;
        continue;
      }
    }
    ++offset;
  }
  return std::string_view::npos;
}

std::size_t find_outdented_line(std::string_view text, std::size_t begin, std::size_t end) {
  if (text.substr(begin, end - begin).find('\n') == std::string_view::npos) return std::string_view::npos;
  const std::size_t opening = line_begin(text, begin);
  const std::size_t indent = text.find_first_not_of(' ', opening) - opening;
  for (std::size_t line = begin + line_at(text, begin).size() + 1; line < end;
       line += line_at(text, line).size() + 1) {
    const std::size_t letters = text.find_first_not_of(' ', line);
    if (letters < end && text[letters] != '\n' && letters - line <= indent) return letters;
  }
  return std::string_view::npos;
}

bool is_bracket_closed(std::string_view text, std::size_t offset) {
  std::size_t depth = 0;
  while (offset < text.size()) {
    const char c = text[offset];
    if (starts_token(text, offset) && c == '#') {
      offset = std::min(text.find('\n', offset), text.size());
      continue;
    }
    if (starts_token(text, offset) && (c == '"' || c == '\'')) {
      offset = end_of_quoted(text, offset);
      if (offset == std::string_view::npos) return false;
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return true;
    ++offset;
  }
  return false;
}

}  // namespace shirube::parse
