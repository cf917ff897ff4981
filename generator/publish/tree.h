// What is below a folder, seen without following a single link, and how it is carried or removed.
#pragma once

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <vector>

#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::publish {

struct Entry {
  std::string path;       // from the folder, `/` between the parts
  struct stat status {};  // of the link itself, where it is one

  bool is_directory() const { return S_ISDIR(status.st_mode); }
  bool is_file() const { return S_ISREG(status.st_mode); }
};

// Sorted by path: a folder comes before what is in it.
struct Tree {
  std::vector<Entry> entries;

  const Entry* find(std::string_view path) const;
  bool has_below(std::string_view folder) const;
};

// `shown` is how a failure names the folder.
source::Result<Tree> scan(const source::Descriptor& folder, const std::string& shown);

// Whether nothing is in `folder`; nothing of it is opened.
source::Result<bool> is_empty(const source::Descriptor& folder, const std::string& shown);

// A path as the kernel's *at calls want it: the folder that holds it, opened without following links, and a name.
struct Leaf {
  source::Descriptor folder;
  std::string name;
};
// No folder, and errno, if it cannot be opened.
Leaf open_leaf(const source::Descriptor& root, const std::string& path);

// The bytes of the regular file at `path` below `folder`.
source::Result<std::string> read_below(const source::Descriptor& folder, const std::string& path,
                                       const std::string& shown);

// Makes `path` and the folders above it below `to`. Those that `old` has keep their mode and, if allowed, their owner.
source::Result<void> make_folders(const source::Descriptor& to, const std::string& path, const Tree& old,
                                  const std::string& shown);

// Makes `entry` of `from` appear at the same path below `to`, where its folder exists already: by a hard link where the
// file system can, else as a copy with the same time. Not for folders.
source::Result<void> carry(const source::Descriptor& from, const Entry& entry, const source::Descriptor& to,
                           const std::string& shown);

// Removes the folder `name` in `parent` and everything in it. Links are removed, never followed.
source::Result<void> remove_tree(const source::Descriptor& parent, const std::string& name, const std::string& shown);

}  // namespace shirube::publish
