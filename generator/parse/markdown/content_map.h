// The text of one paragraph, heading or table cell as cmark-gfm sees it (prefixes of quotes and lists gone), and where
// each of its bytes is in the file. cmark-gfm's own columns are not used: they are wrong after an indented line, a
// title over two lines, an escaped bar in a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown/page_text.h"
#include "source/range.h"

namespace shirube::parse {

class ContentMap {
 public:
  explicit ContentMap(const PageText& page) : page_(&page) {}

  // A paragraph or a heading with an underline, somewhere in the lines from `first` on.
  static ContentMap of_lines(const PageText& page, std::string content, int first);
  // The content of a `#` heading in line `line`, at or after byte `from` of that line.
  static ContentMap of_heading(const PageText& page, std::string content, int line, std::size_t from);
  // A table cell at or after byte `from` of line `line`; `\|` in the file is `|` in the content. `from` is moved past
  // the bar that ends the cell.
  static ContentMap of_cell(const PageText& page, std::string content, int line, std::size_t& from);

  std::string_view text() const { return text_; }
  source::SourceRange range(std::size_t begin, std::size_t end) const;
  // Line of the file in which the content starts, and the one in which it ends.
  int first_line() const { return first_line_; }
  int last_line() const { return last_line_; }

 private:
  struct Piece {
    std::uint32_t content;
    std::uint32_t source;
  };
  std::uint32_t source(std::size_t at) const;

  const PageText* page_;
  std::string text_;
  std::vector<Piece> pieces_;  // sorted; each holds until the next
  int first_line_ = 1;
  int last_line_ = 1;
};

// The lines of `text` without their ends, a last empty one left out.
std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace shirube::parse
