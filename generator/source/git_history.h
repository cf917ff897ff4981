// What git knows about a folder. Asked through the `git` program; without it, or outside a repository, the answer is
// nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace shirube::source {

// Seconds since 1970 of the newest commit of the repository that holds `folder`.
std::optional<std::int64_t> newest_commit_time(const std::string& folder);

// The day (YYYY-MM-DD, in UTC) of the newest commit of every file below `folder`, by its path from there. Empty where
// git knows nothing, and in a shallow clone, whose oldest commit would claim files that are older.
std::map<std::string, std::string> last_changes(const std::string& folder);

}  // namespace shirube::source
