// The Markdown of a page as lines, numbered as cmark-gfm numbers them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/range.h"

namespace shirube::parse {

class PageText {
 public:
  // `text` is the whole file and must outlive this; lines are counted from byte `body_begin`.
  PageText(std::string_view text, source::FileId file, std::uint32_t body_begin);

  std::string_view body() const { return text_.substr(body_begin_); }
  std::string_view whole() const { return text_; }
  int line_count() const { return static_cast<int>(starts_.size()); }
  // Byte of the file at which line `number` (1-based) starts; past the last line, the end.
  std::uint32_t line_start(int number) const;
  // Without its line end. Empty past the last line.
  std::string_view line(int number) const;
  std::uint32_t line_end(int number) const;
  source::SourceRange range(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }
  // From the first character of line `first` to the last one of line `last` that is not a space.
  source::SourceRange lines(int first, int last) const;

 private:
  std::string_view text_;
  source::FileId file_;
  std::uint32_t body_begin_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace shirube::parse
