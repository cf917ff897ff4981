// Where an edition is: its folder, the folder's parent, and the names beside it that are ours.
#pragma once

#include <string>
#include <string_view>

#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::publish {

struct Place {
  source::Descriptor parent;
  std::string parent_path;  // as the user would write it, with a final `/`; empty: the current folder
  std::string name;         // of the folder, in its parent

  std::string path() const { return parent_path + name; }
  std::string path_of(std::string_view file) const { return path() + "/" + std::string(file); }
  std::string lock_name() const { return ".shirube-" + name + ".lock"; }
  // The last edition, for the instant between two renames where the file system cannot exchange.
  std::string last_name() const { return ".shirube-" + name + ".last"; }
  // A process id follows.
  std::string staging_prefix() const { return ".shirube-" + name + ".staging-"; }
};

// The parent must exist.
source::Result<Place> find_place(std::string_view folder);

enum class Presence { absent, folder };
// What is at the place; a file, a symbolic link or a mount point (which cannot be renamed) is a failure.
source::Result<Presence> look(const Place& place);

}  // namespace shirube::publish
