#include "publish/swap.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>

#include "publish/refusal.h"
#include "publish/removal.h"

namespace shirube::publish {

using source::Failure;
using source::failure_from_errno;
using source::Result;

namespace {

bool cannot_exchange(int system_error) {
  switch (system_error) {
    case EINVAL:  // FAT, SMB, NFS
    case ENOSYS:
    case EOPNOTSUPP:
    case EPERM:  // a container's filter
      return true;
    default:
      return false;
  }
}

Failure swap_failure(const Place& place) {
  if (errno == EBUSY) return {Failure::Kind::unsupported, place.path(), mount_point};
  if (errno == EEXIST || errno == ENOTEMPTY) return {Failure::Kind::unsupported, place.path(), not_ours};
  return failure_from_errno(errno, place.path());
}

Result<Swapped> swap_by_renames(const Place& place, const std::string& from, const SwapMethod& method) {
  const int parent = place.parent.get();
  const std::string last = place.last_name();
  if (::renameat(parent, place.name.c_str(), parent, last.c_str()) != 0) {
    if (errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR) {
      return Failure{Failure::Kind::other, place.parent_path + last, "is in the way"};
    }
    return swap_failure(place);
  }
  if (method.between_renames) method.between_renames();
  if (::renameat(parent, from.c_str(), parent, place.name.c_str()) != 0) {
    const Failure failure = swap_failure(place);
    // Should this fail too, the next run puts it back.
    [[maybe_unused]] const int back = ::renameat(parent, last.c_str(), parent, place.name.c_str());
    return failure;
  }
  return Swapped::renamed;
}

}  // namespace

Result<Swapped> swap_in(const Place& place, const std::string& from, const Edition& last, const SwapMethod& method) {
  const int parent = place.parent.get();
  if (!last.exists()) {  // rename(2) replaces an empty folder at one instant
    if (::renameat(parent, from.c_str(), parent, place.name.c_str()) != 0) return swap_failure(place);
    return Swapped::placed;
  }
  if (method.exchange) {
    if (::renameat2(parent, from.c_str(), parent, place.name.c_str(), RENAME_EXCHANGE) == 0) return Swapped::exchanged;
    if (!cannot_exchange(errno)) return swap_failure(place);
  }
  return swap_by_renames(place, from, method);
}

Result<void> recover_last(const Place& place) {
  const int parent = place.parent.get();
  const std::string last = place.last_name();
  const source::Descriptor folder = source::open_below(parent, last, O_RDONLY | O_DIRECTORY);
  if (!folder) return {};
  const auto text = read_below(folder, manifest_name, last);
  if (!text || !parse_manifest(text.value())) {
    // Not ours, unless it is empty: then a run was killed after it had retired all that was in it.
    ::unlinkat(parent, last.c_str(), AT_REMOVEDIR);
    return {};
  }
  const auto published = read_edition(place);
  if (!published) return published.failure();
  if (published.value().exists()) {
    if (const auto retired = retire(place, last); !retired) return retired.failure();
    return {};
  }
  if (::renameat(parent, last.c_str(), parent, place.name.c_str()) != 0) return swap_failure(place);
  return {};
}

}  // namespace shirube::publish
