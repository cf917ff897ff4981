// Line ends within a YAML text, which YAML makes a space or keeps.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shirube::parse {

// `value` is what YAML makes of the plain, quoted or folded text that begins at `begin`: its opening quote, its first
// letter, or the line after `>`. Takes out the spaces that stand for a line end between two Japanese characters, as
// Markdown does.
std::string join_folded_lines(std::string_view text, std::size_t begin, const std::string& value);

}  // namespace shirube::parse
