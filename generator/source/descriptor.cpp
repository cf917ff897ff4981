#include "source/descriptor.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>

namespace shirube::source {

namespace {

// Offsets are 32 bits wide, and ICU counts in signed ones.
constexpr auto largest_file = static_cast<off_t>(std::numeric_limits<std::int32_t>::max());

// openat2 alone would allow `a/..`, the walk could not detect it; neither makes sense in a name that we store.
bool leaves_folder(std::string_view path) {
  if (path.starts_with('/')) return true;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

// O_DIRECTORY makes the kernel say ENOTDIR of a symbolic link; people should hear that it is a link.
Descriptor open_one(int folder, const std::string& name, int flags, mode_t mode) {
  Descriptor opened;
  do {
    opened = Descriptor(::openat(folder, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, mode));
  } while (!opened && errno == EINTR);
  if (opened || errno != ENOTDIR) return opened;
  struct stat status {};
  const bool link = ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
  errno = link ? ELOOP : ENOTDIR;
  return opened;
}

}  // namespace

void Descriptor::reset() {
  if (value_ >= 0) ::close(release());
}

Descriptor open_below_by_walking(int folder, const std::string& path, int flags, mode_t mode) {
  if (leaves_folder(path)) {
    errno = EXDEV;
    return {};
  }
  Descriptor holder;
  int here = folder;
  std::size_t begin = 0;
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', begin)) {
    if (slash > begin) {
      holder = open_one(here, path.substr(begin, slash - begin), O_PATH | O_DIRECTORY, 0);
      if (!holder) return {};
      here = holder.get();
    }
    begin = slash + 1;
  }
  const std::string last = path.substr(begin);
  return open_one(here, last.empty() ? "." : last, flags, mode);
}

Descriptor open_below(int folder, const std::string& path, int flags, mode_t mode) {
  if (leaves_folder(path)) {
    errno = EXDEV;
    return {};
  }
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.mode = mode;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  const char* name = path.empty() ? "." : path.c_str();
  Descriptor opened;
  do {
    opened = Descriptor(static_cast<int>(::syscall(SYS_openat2, folder, name, &how, sizeof how)));
  } while (!opened && errno == EINTR);
  // EPERM is what a container's filter says; where it was meant, the walk meets it again. EAGAIN: a rename somewhere
  // made the kernel unsure.
  if (opened || (errno != ENOSYS && errno != EPERM && errno != EAGAIN)) return opened;
  return open_below_by_walking(folder, path, flags, mode);
}

Failure not_a_file(unsigned mode, const std::string& path) {
  return {Failure::Kind::not_a_file, path, S_ISDIR(mode) ? std::strerror(EISDIR) : ""};
}

Result<std::string> read_all(const Descriptor& file, const std::string& path) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure_from_errno(errno, path);
  if (!S_ISREG(status.st_mode)) return not_a_file(status.st_mode, path);
  if (status.st_size > largest_file) return Failure{Failure::Kind::unsupported, path, "larger than 2 GiB"};
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 4096);
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) continue;
      return failure_from_errno(errno, path);
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Result<void> read_in_pieces(const Descriptor& file, const std::string& path,
                            const std::function<Result<void>(std::string_view)>& take) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure_from_errno(errno, path);
  if (!S_ISREG(status.st_mode)) return not_a_file(status.st_mode, path);
  std::string piece(std::size_t{1} << 18, '\0');
  for (;;) {
    const ssize_t got = ::read(file.get(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure_from_errno(errno, path);
    if (got == 0) return {};
    if (auto taken = take(std::string_view(piece).substr(0, static_cast<std::size_t>(got))); !taken) return taken;
  }
}

Result<void> write_piece(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return failure_from_errno(errno, path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> write_all(Descriptor file, std::string_view bytes, const std::string& path) {
  if (auto written = write_piece(file, bytes, path); !written) return written;
  if (::close(file.release()) != 0) return failure_from_errno(errno, path);
  return {};
}

}  // namespace shirube::source
