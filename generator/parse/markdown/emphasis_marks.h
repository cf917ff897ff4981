// Emphasis next to Japanese text and punctuation, as the CJK-friendly amendment of CommonMark defines it.
//
// cmark-gfm decides by the two neighbours of a run of `*` and knows whitespace, punctuation and the rest. Where the
// amendment decides otherwise, a noncharacter is put between the run and its neighbour: the library takes it for a
// letter. It is taken out of everything that the library gives back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shirube::parse {

// U+FDD0 is never in text that is meant for interchange (unlike the private use area, where 外字 live).
inline constexpr char32_t emphasis_mark = 0xFDD0;
inline constexpr std::string_view emphasis_mark_utf8 = "\xEF\xB7\x90";

struct Flanking {
  bool left = false;
  bool right = false;
};
// Of the run [begin, end) of delimiters. The ends of `text` and line ends count as whitespace.
Flanking flanking(std::string_view text, std::size_t begin, std::size_t end);

// The text with marks where they are needed, and the bars of ruby hidden (ruby.h).
std::string mark_emphasis(std::string_view text);
void strip_marks(std::string& text);

}  // namespace shirube::parse
