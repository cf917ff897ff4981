#include "publish/staging.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <vector>

#include "publish/manifest.h"
#include "publish/removal.h"
#include "publish/sha256.h"
#include "publish/tree.h"

namespace shirube::publish {

using source::Descriptor;
using source::failure_from_errno;
using source::open_below;
using source::Result;

namespace {

constexpr const char* marker_name = ".shirube-staging";

// The tree's manifest is the one that was announced, or it has none: nobody ever saw it.
bool was_never_published(const Descriptor& folder, const std::string& announced) {
  const auto text = read_below(folder, std::string("tree/") + manifest_name, "");
  if (!text) return text.failure().kind == source::Failure::Kind::not_found;
  return !parse_manifest(text.value()) || sha256(text.value()) == announced;
}

// False if something must stay.
bool remove_staged_tree(const Place& place, const std::string& name, const Descriptor& folder) {
  struct stat status {};
  if (::fstatat(folder.get(), "tree", &status, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT;
  const auto announced = read_below(folder, marker_name, "");
  const auto presence = look(place);
  if (!announced || !presence) return false;
  if (presence.value() == Presence::absent || was_never_published(folder, announced.value())) {
    return static_cast<bool>(remove_tree(folder, "tree", name + "/tree"));
  }
  return static_cast<bool>(retire(place, name + "/tree"));
}

void discard(const Place& place, const std::string& name) {
  const Descriptor folder = open_below(place.parent.get(), name, O_RDONLY | O_DIRECTORY);
  if (!folder) return;
  const Descriptor marker = open_below(folder.get(), marker_name, O_RDWR | O_NONBLOCK);
  if (marker) {
    if (::flock(marker.get(), LOCK_EX | LOCK_NB) != 0 || !remove_staged_tree(place, name, folder)) return;
    if (auto removed = remove_tree(folder, "temporary", name + "/temporary"); !removed) {
      if (removed.failure().kind != source::Failure::Kind::not_found) return;
    }
    ::unlinkat(folder.get(), marker_name, 0);
  }
  // Without a marker it is either somebody else's, which is not empty, or a run was killed right after making it.
  ::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR);
}

std::vector<std::string> staging_folders(const Place& place) {
  std::vector<std::string> names;
  Descriptor folder = open_below(place.parent.get(), "", O_RDONLY | O_DIRECTORY);
  if (!folder) return names;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
  if (!stream) return names;
  folder.release();
  const std::string prefix = place.staging_prefix();
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = entry->d_name;
    if (!name.starts_with(prefix) || name.size() == prefix.size()) continue;
    if (name.find_first_not_of("0123456789-", prefix.size()) == std::string::npos) names.push_back(name);
  }
  return names;
}

}  // namespace

Result<Staging> Staging::create(const Place& place) {
  const std::string base = place.staging_prefix() + std::to_string(::getpid());
  std::string name = base;
  // A container gives every run the same process id: a folder that could not be removed must not block the next run.
  for (int i = 2; ::mkdirat(place.parent.get(), name.c_str(), 0700) != 0; ++i) {
    if (errno != EEXIST || i > 100) return failure_from_errno(errno, place.parent_path + name);
    name = base + "-" + std::to_string(i);
  }
  const std::string shown = place.parent_path + name;
  Staging staging(place, name);
  const Descriptor folder = open_below(place.parent.get(), name, O_RDONLY | O_DIRECTORY);
  if (!folder) return failure_from_errno(errno, shown);
  staging.marker_ = open_below(folder.get(), marker_name, O_RDWR | O_CREAT | O_EXCL, 0600);
  if (!staging.marker_ || ::flock(staging.marker_.get(), LOCK_EX | LOCK_NB) != 0) {
    return failure_from_errno(errno, shown);
  }
  if (::mkdirat(folder.get(), "temporary", 0700) != 0 || ::mkdirat(folder.get(), "tree", 0777) != 0) {
    return failure_from_errno(errno, shown);
  }
  staging.tree_ = open_below(folder.get(), "tree", O_RDONLY | O_DIRECTORY);
  if (!staging.tree_) return failure_from_errno(errno, shown);
  staging.temporary_folder_ = shown + "/temporary";
  return staging;
}

Staging::~Staging() {
  if (!marker_) return;
  marker_.reset();  // its lock is ours: discard() takes it again
  discard(*place_, name_);
}

Result<void> Staging::announce(const std::string& manifest_text) {
  const std::string hash = sha256(manifest_text);
  if (::pwrite(marker_.get(), hash.data(), hash.size(), 0) != static_cast<ssize_t>(hash.size())) {
    return failure_from_errno(errno, place_->parent_path + name_);
  }
  return {};
}

void remove_leftovers(const Place& place) {
  for (const std::string& name : staging_folders(place)) discard(place, name);
}

}  // namespace shirube::publish
