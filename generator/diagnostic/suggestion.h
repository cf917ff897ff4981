// The name that somebody probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shirube::diagnostic {

// The candidate nearest to `written` by edit distance (code points, case and width folded); empty if none is near
// enough: at most a third of the longer length, and never more than 4 edits.
std::string near_miss(std::string_view written, const std::vector<std::string_view>& candidates);
std::string near_miss(std::string_view written, const std::vector<std::string>& candidates);

}  // namespace shirube::diagnostic
