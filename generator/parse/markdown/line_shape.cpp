#include "parse/markdown/line_shape.h"

#include <algorithm>
#include <array>
#include <string>

namespace shirube::parse {

namespace {

constexpr std::string_view blank_signs = " \t";
constexpr std::int64_t code_indent = 4;  // columns; so far in, nothing but code or text starts

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blank_signs);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::int64_t columns_of_blanks(std::string_view text) {
  std::int64_t columns = 0;
  for (const char c : text) {
    if (c == ' ') {
      ++columns;
    } else if (c == '\t') {
      columns += code_indent - columns % code_indent;
    } else {
      break;
    }
  }
  return columns;
}

// Where the tail of a line begins that holds nothing but `sign` and spaces.
std::size_t tail_of(std::string_view line, char sign) {
  const std::array<char, 3> signs = {sign, ' ', '\t'};
  const std::size_t last = line.find_last_not_of(std::string_view(signs.data(), signs.size()));
  return last == std::string_view::npos ? 0 : last + 1;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::size_t item_marker_size(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t size = 1;
  if (is_digit(text[0])) {
    while (size < text.size() && size < 9 && is_digit(text[size])) ++size;
    if (size == text.size() || (text[size] != '.' && text[size] != ')')) return 0;
    ++size;
  } else if (text[0] != '-' && text[0] != '*' && text[0] != '+') {
    return 0;
  }
  return size == text.size() || text[size] == ' ' || text[size] == '\t' ? size : 0;
}

bool is_thematic_break(std::string_view text) {
  if (text.empty() || (text[0] != '-' && text[0] != '*' && text[0] != '_')) return false;
  return tail_of(text, text[0]) == 0 && std::count(text.begin(), text.end(), text[0]) >= 3;
}

LineShape::LineShape(std::string_view whole) : line(whole), text(without_blanks(whole)), indent(columns_of_blanks(whole)) {
  // Where a thematic break may begin: found once for each character, so that a line of many markers is read once.
  const std::array<std::pair<char, std::size_t>, 2> tails = {{{'-', tail_of(line, '-')}, {'*', tail_of(line, '*')}}};
  const auto is_break = [&](std::string_view from) {
    const std::size_t offset = line.size() - from.size();
    return std::any_of(tails.begin(), tails.end(), [&](const auto& tail) {
      if (from.empty() || from[0] != tail.first || offset < tail.second) return false;
      int signs = 0;
      for (std::size_t i = 0; i < from.size() && signs < 3; ++i) signs += from[i] == tail.first ? 1 : 0;
      return signs == 3;
    });
  };
  rest = line;
  for (;;) {
    const std::string_view next = without_blanks(rest);
    blanks += code_indent * static_cast<std::int64_t>(std::count(rest.begin(), rest.end() - static_cast<std::ptrdiff_t>(next.size()), '\t'));
    blanks += static_cast<std::int64_t>(std::count(rest.begin(), rest.end() - static_cast<std::ptrdiff_t>(next.size()), ' '));
    rest = next;
    if (rest.starts_with('>')) {
      ++quotes;
      rest.remove_prefix(1);
      continue;
    }
    const std::size_t size = is_break(rest) ? 0 : item_marker_size(rest);
    if (size == 0) return;
    ++items;
    rest.remove_prefix(size);
    if (items == 1 && quotes == 0) {
      const std::int64_t gap = columns_of_blanks(rest);
      const bool code_or_nothing = gap > code_indent || without_blanks(rest).empty();
      item_width = indent + static_cast<std::int64_t>(size) + (code_or_nothing ? 1 : gap);
    }
  }
}

bool LineShape::is_plain() const {
  return !text.empty() && quotes == 0 && items == 0 &&
         std::string_view("#`~<>-*+=_|[:0123456789").find(text[0]) == std::string_view::npos;
}

bool is_heading(std::string_view text) {
  const std::size_t size = std::min(text.find_first_not_of('#'), text.size());
  return size >= 1 && size <= 6 && (size == text.size() || text[size] == ' ' || text[size] == '\t');
}

std::size_t fence_size(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return 0;
  const std::size_t end = std::min(text.find_first_not_of(text[0]), text.size());
  if (end < 3) return 0;
  if (text[0] == '`' && text.find('`', end) != std::string_view::npos) return 0;
  return end;
}

bool closes_fence(std::string_view text, char sign, std::size_t size) {
  const std::size_t end = std::min(text.find_first_not_of(sign), text.size());
  return end >= size && text.find_first_not_of(blank_signs, end) == std::string_view::npos;
}

std::string_view inside_quote(std::string_view text) {
  text.remove_prefix(1);
  if (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

bool surely_ends_paragraph(std::string_view line) {
  for (;;) {
    const std::string_view text = without_blanks(line);
    if (text.empty()) return true;
    if (columns_of_blanks(line) >= code_indent) return false;
    if (text[0] != '>') {
      if (is_thematic_break(text) || is_heading(text) || fence_size(text) > 0) return true;
      const std::size_t size = item_marker_size(text);
      return size > 0 && (size == 1 || (size == 2 && text[0] == '1')) && !without_blanks(text.substr(size)).empty();
    }
    line = inside_quote(text);
  }
}

HtmlStart html_start(std::string_view text) {
  if (!text.starts_with('<')) return HtmlStart::none;
  if (text.starts_with("<!--")) return HtmlStart::comment;
  if (text.starts_with("<?")) return contains(text, "?>") ? HtmlStart::until_blank : HtmlStart::endless;
  if (text.starts_with("<![")) return contains(text, "]]>") ? HtmlStart::until_blank : HtmlStart::endless;
  if (text.starts_with("<!")) return contains(text, ">") ? HtmlStart::until_blank : HtmlStart::endless;
  for (const std::string_view name : {"script", "pre", "style", "textarea"}) {
    std::string written(text.substr(1, name.size()));
    for (char& c : written) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (written == name) return contains(text, "</") && contains(text, ">") ? HtmlStart::until_blank : HtmlStart::endless;
  }
  return HtmlStart::until_blank;
}

std::int64_t count_cells(std::string_view row) {
  while (!row.empty() && (row.back() == ' ' || row.back() == '\t')) row.remove_suffix(1);
  if (!row.empty() && row[0] == '|') row.remove_prefix(1);
  std::int64_t cells = 0;
  bool open = !row.empty();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|') {
      ++cells;
      open = i + 1 < row.size();
    }
  }
  return cells + (open ? 1 : 0);
}

bool is_delimiter_row(std::string_view text) {
  return contains(text, "-") && text.find_first_not_of("|:- \t") == std::string_view::npos &&
         text.find_first_of("|:") != std::string_view::npos;
}

bool is_table_row(const LineShape& shape) {
  return shape.indent < code_indent && shape.quotes == 0 && shape.items == 0 && !is_thematic_break(shape.text) &&
         shape.text.find_first_not_of("| \t\\") != std::string_view::npos &&
         std::string_view("#<`~=_[").find(shape.text[0]) == std::string_view::npos;
}

}  // namespace shirube::parse
