// What is in the output folder and is not ours: it survives every build.
#pragma once

#include <string>
#include <vector>

#include "publish/edition.h"
#include "render/output.h"
#include "source/result.h"

namespace shirube::publish {

// Pointers into the edition's tree.
struct Foreign {
  std::vector<const Entry*>
      files;  // all that are not folders; also ours that somebody has changed and we no longer make
  std::vector<const Entry*> empty_folders;

  // The paths, folders with a final `/`.
  std::vector<std::string> names() const;
};

// Fails where something foreign is in the way of an output. `outputs` is sorted.
source::Result<Foreign> find_foreign(const Place& place, const Edition& edition, const render::OutputSet& outputs);

// The file at `entry` still has the bytes that the manifest says.
source::Result<bool> is_as_published(const Place& place, const Edition& edition, const Entry& entry,
                                     const ManifestFile& file);

}  // namespace shirube::publish
