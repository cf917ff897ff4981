// How messages quote what an author wrote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/yaml/yaml.h"

namespace shirube::parse {

inline constexpr std::size_t longest_quote = 40;  // code points

// In YAML's own notation, which reads well in every language: […], {…}, null, the scalar with its quotes.
std::string spelling_of(const YamlNode& node);
// The same of a text alone, a key for example.
std::string spelling_of(const std::string& text);
// `a, b, c`
std::string joined(const std::vector<std::string_view>& words);

}  // namespace shirube::parse
