// Bare addresses in text: www.…, http(s)://…, mail addresses. GFM's rules, and an address ends before Japanese text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::parse {

struct Autolink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t trigger = 0;  // the character that makes it one: `:`, `.` or `@`
  std::string destination;
};

// In order, none overlapping.
std::vector<Autolink> find_autolinks(std::string_view text);

}  // namespace shirube::parse
