// The ids of a page's headings: given with {#id}, or made from the text; unique and stable.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace shirube::parse {

class HeadingIds {
 public:
  // False if the id is taken.
  bool reserve(std::string id);
  // Made from the heading's text, Japanese kept; a second one of the same text ends in -1, the next in -2 …
  std::string make(std::string_view text);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> next_;
};

// At the end of a heading's text: the place of `{#id}`, npos if there is none.
std::size_t find_explicit_id(std::string_view text);

}  // namespace shirube::parse
