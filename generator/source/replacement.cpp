#include "source/replacement.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace shirube::source {

namespace {

// A new file in `folder`. Threads and other runs may be writing there too: the first free name is ours.
Descriptor open_beside(const Descriptor& folder, std::string& name) {
  const std::string base = ".shirube-partial-" + std::to_string(::getpid()) + "-";
  for (int i = 0;; ++i) {
    name = base + std::to_string(i);
    Descriptor file = open_below(folder.get(), name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file || errno != EEXIST) return file;
  }
}

}  // namespace

Result<void> replace_file(const Descriptor& folder, const std::string& name, std::string_view bytes,
                          const std::string& shown) {
  struct stat old {};
  const bool exists = ::fstatat(folder.get(), name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0;
  if (!exists && errno != ENOENT) return failure_from_errno(errno, shown);
  if (exists && S_ISLNK(old.st_mode)) return failure_from_errno(ELOOP, shown);
  if (exists && !S_ISREG(old.st_mode)) return not_a_file(old.st_mode, shown);
  if (exists && ::faccessat(folder.get(), name.c_str(), W_OK, 0) != 0) return failure_from_errno(errno, shown);
  std::string partial;
  Descriptor file = open_beside(folder, partial);
  if (!file) return failure_from_errno(errno, shown);
  Result<void> done;
  if (exists && ::fchmod(file.get(), old.st_mode & 07777U) != 0) done = failure_from_errno(errno, shown);
  if (done) done = write_all(std::move(file), bytes, shown);
  if (done && ::renameat(folder.get(), partial.c_str(), folder.get(), name.c_str()) != 0) {
    done = failure_from_errno(errno, shown);
  }
  if (!done) ::unlinkat(folder.get(), partial.c_str(), 0);
  return done;
}

Result<void> rename_into_place(const std::string& made, const std::string& target) {
  const Descriptor file(::open(made.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || ::fsync(file.get()) != 0 || ::rename(made.c_str(), target.c_str()) != 0) {
    return failure_from_errno(errno, target);
  }
  return {};
}

}  // namespace shirube::source
