// Findings that only follow from another: nothing can be said about names that stand in a file that could not be read.
#pragma once

#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace shirube::check {

// Takes back every finding that some name is unknown if that name stands in one of `unread`, the texts of files of
// records and templates that gave nothing: such a file has its own finding, which is the cause.
void drop_follow_ups(const std::vector<std::string_view>& unread, diagnostic::Sink& sink);

}  // namespace shirube::check
