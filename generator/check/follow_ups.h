// Findings that only follow from another: nothing can be said about records that are there but could not be read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace shirube::check {

// Takes back every finding that some name is unknown if that name is in one of `unread`, the texts of files of
// records and templates that gave nothing, or is among `written`, all records of the files that were read, as family/id.
// Such a file or record has its own finding, which is the cause.
void drop_follow_ups(const std::vector<std::string_view>& unread,
                     const std::map<std::string, source::SourceRange>& written, diagnostic::Sink& sink);

}  // namespace shirube::check
