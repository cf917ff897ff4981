// A text as a reader takes it in, for finding words: without width, case, emphasis marks and line ends, with the way
// back to the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/range.h"

namespace shirube::check {

class FoldedText {
 public:
  explicit FoldedText(std::string_view text);

  const std::string& text() const { return text_; }
  // The place of `[begin, begin + size)` of text() in the file, if the whole is at `whole`.
  source::SourceRange range(std::size_t begin, std::size_t size, const source::SourceRange& whole) const;
  // Whether [begin, end) is a whole word: no Latin letter continues it on either side.
  bool is_whole(std::size_t begin, std::size_t end) const;
  // Where `word`, folded too, is from `from` on; npos if nowhere. Latin words are found whole.
  std::size_t find(std::string_view word, std::size_t from) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> offsets_;  // for each byte of text_, and its end
};

std::string fold_word(std::string_view word);

}  // namespace shirube::check
