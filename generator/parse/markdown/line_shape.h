// The shape of one line of Markdown, as far as the limits ask: its prefix of quotes and items, and what may start there.
#pragma once

#include <cstdint>
#include <string_view>

namespace shirube::parse {

struct LineShape {
  explicit LineShape(std::string_view line);

  std::string_view line;
  std::string_view text;        // without the spaces at its beginning
  std::string_view rest;        // what follows all markers of quotes and items
  std::int64_t indent = 0;      // columns of spaces at the beginning; a tab goes to the next multiple of four
  std::int64_t blanks = 0;      // columns of spaces in the whole prefix, at most
  std::int64_t quotes = 0;      // markers in the prefix
  std::int64_t items = 0;
  std::int64_t item_width = 0;  // of the first item, if the line begins with one: from the line's begin to its content

  bool is_blank() const { return text.empty(); }
  bool is_quote() const { return text.starts_with('>'); }
  // A line that can only be text, whatever precedes it.
  bool is_plain() const;
};

// Length of a list's marker at the beginning of `text`; 0: there is none.
std::size_t item_marker_size(std::string_view text);
bool is_thematic_break(std::string_view text);
bool is_heading(std::string_view text);
// Length of the fence that `text` opens; 0: none.
std::size_t fence_size(std::string_view text);
bool closes_fence(std::string_view text, char sign, std::size_t size);
// `text` without a quote's marker and the space after it.
std::string_view inside_quote(std::string_view text);
// Whether a paragraph surely ends before this line, or on it: never true for a line that could go on with one.
bool surely_ends_paragraph(std::string_view line);

enum class HtmlStart {
  none,
  comment,      // ends with -->, also on this line
  until_blank,  // or no HTML at all
  endless,      // ends with a character that is not looked for
};
HtmlStart html_start(std::string_view text);

std::int64_t count_cells(std::string_view row);
bool is_delimiter_row(std::string_view text);
// A line that goes on with an open table, and with no other block.
bool is_table_row(const LineShape& shape);

}  // namespace shirube::parse
