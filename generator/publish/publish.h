// Puts an OutputSet in the place of the last edition: all of it or nothing, at one instant.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "render/output.h"
#include "source/result.h"

namespace shirube::publish {

struct Summary {
  std::size_t files = 0;
  std::size_t written = 0;           // new or changed
  std::size_t unchanged = 0;         // kept with their times
  std::size_t removed = 0;           // named by the last manifest, no longer made
  std::vector<std::string> foreign;  // files in the folder that we did not make; they stay
  bool swapped_by_renames = false;   // the file system cannot exchange: for an instant there was no folder
};

struct Options {
  std::string folder;                                               // the output folder; its parent must exist
  int jobs = 0;                                                     // 0: as many as there are cores
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be empty; called from any thread
};

// Holds the lock on the output folder and a staging folder beside it. Leftovers of killed runs are removed when it
// opens. A folder that is not empty and has no manifest of ours is refused (Failure::Kind::unsupported).
class Publication {
 public:
  static source::Result<Publication> open(Options options);
  ~Publication();  // without publish(): the staging folder is removed, the last edition stays
  Publication(Publication&&) noexcept;
  Publication& operator=(Publication&&) noexcept;

  // An empty folder inside the staging area for temporary files; never published.
  const std::string& temporary_folder() const;

  // Makes, writes, verifies and swaps in. On failure the last edition is untouched.
  source::Result<Summary> publish(const render::OutputSet& outputs) &&;

 private:
  Publication();
  struct State;
  std::unique_ptr<State> state_;
};

// Removes what the manifest in `folder` names, then the manifest and empty folders. Files that we did not make stay and
// are named.
source::Result<Summary> clean(const std::string& folder);

}  // namespace shirube::publish
