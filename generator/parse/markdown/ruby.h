// {漢字|かんじ}: a word and how it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace shirube::parse {

struct FoundRuby {
  std::size_t begin = 0;  // of the `{`
  std::size_t bar = 0;
  std::size_t end = 0;  // after the `}`
};

// In order, on one line each. A reading is kana; whatever else is in braces is text.
std::vector<FoundRuby> find_ruby(std::string_view text);

// Its bars would end the cells of a table, so that the library sees another character in their place, which is never
// part of a text: U+FDD1.
inline constexpr std::string_view ruby_bar_utf8 = "\xEF\xB7\x91";
std::string hide_ruby_bars(std::string text);
void show_ruby_bars(std::string& text);

// A text of one line with its ruby.
model::Inlines read_ruby(std::string_view text);

}  // namespace shirube::parse
