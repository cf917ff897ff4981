// clean(): takes an edition away again, and nothing else.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "publish/edition.h"
#include "publish/foreign.h"
#include "publish/lock.h"
#include "publish/publish.h"
#include "publish/staging.h"

namespace shirube::publish {

using source::failure_from_errno;
using source::Result;

namespace {

Result<void> remove_file(const Place& place, const Edition& edition, const std::string& path) {
  const Leaf leaf = open_leaf(edition.folder, path);
  if (!leaf.folder || ::unlinkat(leaf.folder.get(), leaf.name.c_str(), 0) != 0) {
    return failure_from_errno(errno, place.path_of(path));
  }
  return {};
}

// The folders in which our files were, as far as they are empty now; the deepest first.
void remove_empty_folders(const Place& place, const Edition& edition) {
  std::set<std::string, std::greater<>> folders;
  for (const ManifestFile& file : edition.manifest.files) {
    for (std::size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1)) {
      folders.insert(file.path.substr(0, slash));
    }
  }
  for (const std::string& folder : folders) {
    const Leaf leaf = open_leaf(edition.folder, folder);
    if (leaf.folder) ::unlinkat(leaf.folder.get(), leaf.name.c_str(), AT_REMOVEDIR);
  }
  ::unlinkat(place.parent.get(), place.name.c_str(), AT_REMOVEDIR);
}

}  // namespace

Result<Summary> clean(const std::string& folder) {
  auto found = find_place(folder);
  if (!found) return found.failure();
  const Place place = std::move(found).value();
  if (const auto presence = look(place); !presence) return presence.failure();
  auto lock = Lock::acquire(place);
  if (!lock) return lock.failure();
  if (auto recovered = recover_last(place); !recovered) return recovered.failure();
  remove_leftovers(place);
  const auto read = read_edition(place);
  if (!read) return read.failure();
  const Edition& edition = read.value();
  Summary summary;
  if (!edition.exists()) return summary;
  const auto foreign = find_foreign(place, edition, {});
  if (!foreign) return foreign.failure();
  summary.foreign = foreign.value().names();
  for (const ManifestFile& file : edition.manifest.files) {
    if (edition.tree.find(file.path) == nullptr) continue;
    if (std::binary_search(summary.foreign.begin(), summary.foreign.end(), file.path)) continue;
    if (auto removed = remove_file(place, edition, file.path); !removed) return removed.failure();
    ++summary.removed;
  }
  if (auto removed = remove_file(place, edition, manifest_name); !removed) return removed.failure();
  remove_empty_folders(place, edition);
  return summary;
}

}  // namespace shirube::publish
