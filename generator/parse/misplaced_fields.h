// Front matter that does not begin in line 1: as Markdown it would be text, and its draft or audience would not count.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::parse {

// Which of `lines`, those after the page's front matter or all, begins something that its author took for front matter.
// `keys` are those that front matter may have; `after_own`: the page has front matter of its own above.
std::optional<std::size_t> find_misplaced_fields(const std::vector<std::string_view>& lines,
                                                 const std::vector<std::string>& keys, bool after_own);

}  // namespace shirube::parse
