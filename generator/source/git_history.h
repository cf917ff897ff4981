// What git knows about a folder. The `git` program is asked, about one repository: the one that holds the folder, found
// from there upwards. Of that repository it gets the objects alone, with a configuration of ours, so that nothing that
// a site brings with it can make it run a program or reach the network.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "source/result.h"

namespace shirube::source {

struct GitHistory {
  // Why there are no dates.
  enum class Gap {
    none,
    shallow,  // the clone's oldest commit would claim files that are older
    refused,  // the repository is damaged, or parts of it are elsewhere
  };
  Gap gap = Gap::none;
  // The day (YYYY-MM-DD, where the committer was) of the newest commit that changed a file, by the file's path below
  // the requested folder. A file that was only renamed keeps its day. Empty outside a repository, and where the program
  // `git` is not installed.
  std::map<std::string, std::string> days;
};

// Seconds since 1970 of the newest commit of the repository that holds `folder`; nothing where git knows none.
Result<std::optional<std::int64_t>> newest_commit_time(const std::string& folder);

// `below` is relative to `root`, in whose repository it is looked for.
Result<GitHistory> read_git_history(const std::string& root, const std::string& below);

}  // namespace shirube::source
