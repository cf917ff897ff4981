// Puts an OutputSet in the place of the last edition: all of it or nothing, at one instant.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "publish/swap.h"
#include "render/output.h"
#include "source/result.h"

namespace shirube::publish {

struct Summary {
  std::size_t files = 0;
  std::size_t written = 0;           // new or changed
  std::size_t unchanged = 0;         // kept with their times
  std::size_t removed = 0;           // named by the last manifest, no longer made
  std::vector<std::string> foreign;  // in the folder, not made by us; they stay. Sorted; empty folders end in `/`
  bool swapped_by_renames = false;   // the file system cannot exchange: for an instant there was no folder
};

struct Options {
  std::string folder;                                               // the output folder; its parent must exist
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be empty; called from any thread
  // Called just before the swap with the files of ours that somebody has changed and that it replaces; may be empty.
  std::function<void(const std::vector<std::string>& edited)> replacing;
  SwapMethod swap;  // for tests
};

// Holds the lock on the output folder and a staging folder beside it. Leftovers of killed runs are removed when it
// opens. A folder that is not empty and has no manifest of ours is refused (Failure::Kind::unsupported).
// publish/refusal.h turns the failures into findings.
class Publication {
 public:
  static source::Result<Publication> open(Options options);
  ~Publication();  // without publish(): the staging folder is removed, the last edition stays
  Publication(Publication&&) noexcept;
  Publication& operator=(Publication&&) noexcept;

  // An empty folder inside the staging area for temporary files; never published.
  const std::string& temporary_folder() const;

  // Makes, writes and swaps in, on as many threads as the caller's graph::Jobs allows. On failure the last edition is
  // untouched. If nothing changed, nothing is touched at all.
  source::Result<Summary> publish(const render::OutputSet& outputs) &&;

 private:
  Publication();
  struct State;
  std::unique_ptr<State> state_;
};

// Removes what the manifest in `folder` names, then the manifest and the folders that this leaves empty. Files that we
// did not make, or that somebody changed, stay and are named. No folder, or an empty one: nothing to do.
source::Result<Summary> clean(const std::string& folder);

}  // namespace shirube::publish
