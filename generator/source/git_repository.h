// The repository that holds a folder, read without git: where its objects are, and which commit is checked out. Nothing
// of its configuration is read, for a repository may come from anybody, and git's configuration names programs to run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "source/result.h"

namespace shirube::source {

struct GitRepository {
  std::filesystem::path top;      // the folder that holds `.git`; absolute
  std::filesystem::path objects;  // absolute
  std::string commit;             // 40 or 64 hexadecimal digits; empty before the first commit
  bool shallow = false;           // its oldest commits have been cut off
};

// Found from `folder` upwards, by a `.git` folder, or the file in its place that a linked work tree or a submodule has.
// A folder below that only looks like a repository is never asked. Nothing where there is none, or none that can be
// read this way (its references are kept in a form that this program does not know). A failure is the system's: what is
// there could not be read.
Result<std::optional<GitRepository>> find_git_repository(const std::string& folder);

}  // namespace shirube::source
