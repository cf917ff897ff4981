// Words that authors write where a key has another name: `name` for `label`, `department` for `organisation`, 題 for `title`.
#pragma once

#include <string_view>
#include <vector>

namespace shirube::parse {

// The keys that may be meant by `word`, the likeliest first; it is not among them.
std::vector<std::string_view> other_names(std::string_view word);

}  // namespace shirube::parse
