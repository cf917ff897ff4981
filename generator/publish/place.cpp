#include "publish/place.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "publish/refusal.h"

namespace shirube::publish {

using source::Failure;
using source::Result;

Result<Place> find_place(std::string_view folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  const std::size_t slash = folder.rfind('/');
  Place place;
  place.parent_path = slash == std::string_view::npos ? "" : std::string(folder.substr(0, slash + 1));
  place.name = std::string(slash == std::string_view::npos ? folder : folder.substr(slash + 1));
  if (place.name.empty() || place.name == "." || place.name == "..") {
    return Failure{Failure::Kind::unsupported, std::string(folder), nameless_folder};
  }
  const std::string parent = place.parent_path.empty() ? "." : place.parent_path;
  place.parent = source::Descriptor(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!place.parent) return source::failure_from_errno(errno, parent);
  return place;
}

Result<Presence> look(const Place& place) {
  struct statx status {};
  if (::statx(place.parent.get(), place.name.c_str(), AT_SYMLINK_NOFOLLOW, STATX_TYPE, &status) != 0) {
    if (errno == ENOENT) return Presence::absent;
    return source::failure_from_errno(errno, place.path());
  }
  if (S_ISLNK(status.stx_mode)) return Failure{Failure::Kind::symbolic_link, place.path(), ""};
  if (!S_ISDIR(status.stx_mode)) return Failure{Failure::Kind::not_a_directory, place.path(), ""};
  if ((status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0) {
    return Failure{Failure::Kind::unsupported, place.path(), mount_point};
  }
  return Presence::folder;
}

}  // namespace shirube::publish
