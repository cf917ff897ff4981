#include "publish/removal.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>

#include "publish/edition.h"

namespace shirube::publish {

using source::Descriptor;
using source::failure_from_errno;
using source::Result;

namespace {

std::string link_target(const Descriptor& root, const std::string& path) {
  const Leaf leaf = open_leaf(root, path);
  std::array<char, PATH_MAX> target{};
  const ssize_t size = ::readlinkat(leaf.folder.get(), leaf.name.c_str(), target.data(), target.size());
  return {target.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

// The published folder has it too: the very same file, or the copy that carry() made of it.
bool was_carried(const Descriptor& from, const Entry& entry, const Edition& published) {
  const Entry* there = published.tree.find(entry.path);
  if (there == nullptr) return false;
  const struct stat& a = entry.status;
  const struct stat& b = there->status;
  if (a.st_dev == b.st_dev && a.st_ino == b.st_ino) return true;
  if (S_ISLNK(a.st_mode) && S_ISLNK(b.st_mode)) {
    return link_target(from, entry.path) == link_target(published.folder, entry.path);
  }
  return entry.is_file() && there->is_file() && a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

Result<void> rescue(const Leaf& from, const std::string& path, const Tree& old, const Edition& published,
                    const std::string& shown) {
  if (const std::size_t slash = path.rfind('/'); slash != std::string::npos) {
    auto made = make_folders(published.folder, path.substr(0, slash), old, shown);
    if (!made) return made;
  }
  const Leaf to = open_leaf(published.folder, path);
  if (!to.folder || ::renameat(from.folder.get(), from.name.c_str(), to.folder.get(), to.name.c_str()) != 0) {
    return failure_from_errno(errno, shown + "/" + path);
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> retire(const Place& place, const std::string& name) {
  std::vector<std::string> rescued;
  const std::string shown = place.parent_path + name;
  auto published = read_edition(place);
  if (!published) return published.failure();
  {
    const Descriptor folder = source::open_below(place.parent.get(), name, O_RDONLY | O_DIRECTORY);
    if (!folder) return failure_from_errno(errno, shown);
    const auto tree = scan(folder, shown);
    if (!tree) return tree.failure();
    Manifest manifest;
    if (tree.value().find(manifest_name) != nullptr) {
      const auto text = read_below(folder, manifest_name, shown);
      if (!text) return text.failure();
      manifest = parse_manifest(text.value()).value_or(Manifest{});
    }
    for (auto entry = tree.value().entries.rbegin(); entry != tree.value().entries.rend(); ++entry) {
      const std::string& path = entry->path;
      if (path == manifest_name) continue;  // goes last: a run killed here must still know what is ours
      const Leaf leaf = open_leaf(folder, path);
      if (!leaf.folder) return failure_from_errno(errno, shown + "/" + path);
      const bool ours = manifest.find(path) != nullptr || published.value().manifest.find(path) != nullptr;
      if (!entry->is_directory() && !ours && !was_carried(folder, *entry, published.value())) {
        auto moved = rescue(leaf, path, tree.value(), published.value(), place.path());
        if (!moved) return moved.failure();
        rescued.push_back(path);
      } else if (::unlinkat(leaf.folder.get(), leaf.name.c_str(), entry->is_directory() ? AT_REMOVEDIR : 0) != 0) {
        return failure_from_errno(errno, shown + "/" + path);
      }
    }
    if (::unlinkat(folder.get(), manifest_name, 0) != 0 && errno != ENOENT) return failure_from_errno(errno, shown);
  }
  if (::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR) != 0) return failure_from_errno(errno, shown);
  return rescued;
}

}  // namespace shirube::publish
