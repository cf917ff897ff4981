// The folder beside the output folder in which the next edition is put together.
//
// .shirube-<name>.staging-<pid>/   .shirube-staging  our marker: locked while its run lives; holds the SHA-256 of the
//                                                    manifest that is about to be published
//                                  tree/             the next edition; after an exchange, the last one
//                                  temporary/        for files that a library insists on writing itself
#pragma once

#include <string>

#include "publish/place.h"
#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::publish {

// Removed when destroyed, whatever it holds. `place` must outlive it.
class Staging {
 public:
  // The lock on `place` is held.
  static source::Result<Staging> create(const Place& place);
  ~Staging();
  Staging(Staging&&) noexcept = default;
  Staging& operator=(Staging&&) = delete;

  const source::Descriptor& tree() const { return tree_; }
  std::string tree_name() const { return name_ + "/tree"; }  // from the place's parent
  const std::string& temporary_folder() const { return temporary_folder_; }

  // To be called before the manifest is written into the tree: a later run can then distinguish a tree that was never
  // published from an edition that was.
  source::Result<void> announce(const std::string& manifest_text);

 private:
  Staging(const Place& place, std::string name) : place_(&place), name_(std::move(name)) {}

  const Place* place_;
  std::string name_;
  source::Descriptor marker_;
  source::Descriptor tree_;
  std::string temporary_folder_;
};

// Removes what killed runs left: only folders that carry our marker and whose lock is free. What cannot be removed
// stays. The lock on `place` is held.
void remove_leftovers(const Place& place);

}  // namespace shirube::publish
