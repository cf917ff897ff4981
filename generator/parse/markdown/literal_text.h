// Which lines of a page are surely the inside of a fence or a comment, where nothing is markup. Where that cannot be
// given line by line, they are not: whoever measures then measures text that is perhaps code.
#pragma once

#include <cstdint>
#include <vector>

#include "parse/markdown/line_shape.h"

namespace shirube::parse {

class LiteralText {
 public:
  // Takes the next line. True if it is literal; its last line is, its first line is not.
  bool take(const LineShape& shape);

  // What is known after the line that was taken last.
  bool is_certain() const { return doubt_ == Doubt::none && !html_; }
  // No paragraph was open before that line.
  bool was_fresh() const { return was_fresh_; }
  // A list's item surely starts with that line.
  bool starts_item() const { return starts_item_; }

 private:
  enum class Literal { none, fence, quoted_fence, comment };
  enum class Doubt {
    none,
    until_outside,  // a literal text inside a quote or an item may be open: a line at the margin ends it
    for_good,
  };

  bool go_on(const LineShape& shape);
  void follow_containers(const LineShape& shape);
  void open(const LineShape& shape);
  void doubt(const LineShape& shape);
  std::int64_t width() const { return widths_.empty() ? 0 : widths_.back(); }
  void leave_items(std::int64_t indent);

  Literal literal_ = Literal::none;
  char fence_sign_ = '`';
  std::size_t fence_ = 0;
  std::int64_t literal_width_ = 0;  // of the item that holds the literal text

  Doubt doubt_ = Doubt::none;
  bool html_ = false;               // perhaps inside HTML that a blank line ends
  std::vector<std::int64_t> widths_;  // of the open items, from the outermost
  bool known_ = true;               // the open items are those, and no quote is open
  bool fresh_ = true;               // no paragraph is open
  bool was_fresh_ = true;
  bool plain_ = false;              // a paragraph is open: what is at the margin continues it
  bool item_ = false;               // and it is the first of an item
  bool starts_item_ = false;
};

}  // namespace shirube::parse
