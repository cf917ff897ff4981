// What git knows about a folder. Asked through the `git` program; without it, or outside a repository, the answer is
// nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace shirube::source {

// Seconds since 1970 of the newest commit of the repository that holds `folder`.
std::optional<std::int64_t> newest_commit_time(const std::string& folder);

}  // namespace shirube::source
