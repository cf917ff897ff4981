// Text cut into lines for drawings, where no browser does it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::html {

// Lines of at most `columns` columns (a Japanese character takes two), broken between Japanese characters or at spaces:
// never before a closing bracket, full stop or small kana, never after an opening bracket, and before a word if that
// takes no more lines. What does not fit into `max_lines` is replaced by `…`.
std::vector<std::string> text_lines(std::string_view text, int columns, std::size_t max_lines);

}  // namespace shirube::render::html
