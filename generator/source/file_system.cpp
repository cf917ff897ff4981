// The three file systems. The real one never follows a symbolic link and never leaves its root: openat2 decides.
#include "source/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace shirube::source {

Failure failure_from_errno(int system_error, std::string path) {
  using Kind = Failure::Kind;
  Kind kind = Kind::other;
  switch (system_error) {
    case ENOENT:
      kind = Kind::not_found;
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      kind = Kind::permission;
      break;
    case EISDIR:
      kind = Kind::not_a_file;
      break;
    case ENOTDIR:
      kind = Kind::not_a_directory;
      break;
    case ELOOP:
      kind = Kind::symbolic_link;
      break;
    case EXDEV:
      kind = Kind::outside_root;
      break;
    case ENOSPC:
    case EDQUOT:
      kind = Kind::disk_full;
      break;
    default:
      break;
  }
  return {kind, std::move(path), std::strerror(system_error)};
}

namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

int open_below(int root, const std::string& path, int flags, mode_t mode = 0) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.mode = mode;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
}

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return failure_from_errno(errno, path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> make_parents(int root, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (::mkdirat(root, folder.c_str(), 0777) != 0 && errno != EEXIST) return failure_from_errno(errno, folder);
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<RealFileSystem>> RealFileSystem::open(std::string root) {
  const int descriptor = ::open(root.empty() ? "." : root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failure_from_errno(errno, root);
  return std::unique_ptr<RealFileSystem>(new RealFileSystem(std::move(root), descriptor));
}

RealFileSystem::~RealFileSystem() {
  ::close(descriptor_);
}

Result<std::string> RealFileSystem::read(std::string_view path_view) {
  const std::string path(path_view);
  const Descriptor file(open_below(descriptor_, path, O_RDONLY | O_NONBLOCK));
  if (file.get() < 0) return failure_from_errno(errno, path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure_from_errno(errno, path);
  if (!S_ISREG(status.st_mode)) return Failure{Failure::Kind::not_a_file, path, ""};
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

Result<std::vector<DirectoryEntry>> RealFileSystem::list(std::string_view directory) {
  const std::string path(directory);
  Descriptor folder(open_below(descriptor_, path.empty() ? "." : path, O_RDONLY | O_DIRECTORY));
  if (folder.get() < 0) return failure_from_errno(errno, path);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
  if (!stream) return failure_from_errno(errno, path);
  folder.release();
  std::vector<DirectoryEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) {
      if (errno != 0) return failure_from_errno(errno, path);
      break;
    }
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status {};
    if (::fstatat(::dirfd(stream.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return failure_from_errno(errno, path.empty() ? name : path + "/" + name);
    }
    auto kind = DirectoryEntry::Kind::other;
    if (S_ISREG(status.st_mode)) kind = DirectoryEntry::Kind::file;
    if (S_ISDIR(status.st_mode)) kind = DirectoryEntry::Kind::directory;
    if (S_ISLNK(status.st_mode)) kind = DirectoryEntry::Kind::symbolic_link;
    entries.push_back({name, kind});
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

Result<void> RealFileSystem::write(std::string_view path_view, std::string_view bytes) {
  const std::string path(path_view);
  constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
  int opened = open_below(descriptor_, path, flags, 0666);
  if (opened < 0 && errno == ENOENT) {
    if (auto made = make_parents(descriptor_, path); !made) return made;
    opened = open_below(descriptor_, path, flags, 0666);
  }
  Descriptor file(opened);
  if (file.get() < 0) return failure_from_errno(errno, path);
  if (auto written = write_all(file.get(), bytes, path); !written) return written;
  if (::close(file.release()) != 0) return failure_from_errno(errno, path);
  return {};
}

Result<std::string> MemoryFileSystem::read(std::string_view path) {
  const std::scoped_lock lock(mutex_);
  if (const auto failure = failures_.find(path); failure != failures_.end()) {
    return Failure{failure->second, std::string(path), ""};
  }
  const auto file = files_.find(path);
  if (file == files_.end()) return Failure{Failure::Kind::not_found, std::string(path), ""};
  return file->second;
}

Result<std::vector<DirectoryEntry>> MemoryFileSystem::list(std::string_view directory) {
  const std::scoped_lock lock(mutex_);
  if (const auto failure = failures_.find(directory); failure != failures_.end()) {
    return Failure{failure->second, std::string(directory), ""};
  }
  const std::string prefix = directory.empty() ? "" : std::string(directory) + "/";
  std::map<std::string, DirectoryEntry::Kind> names;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string rest = file->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos) {
      names.emplace(rest, DirectoryEntry::Kind::file);
    } else {
      names.emplace(rest.substr(0, slash), DirectoryEntry::Kind::directory);
    }
  }
  if (names.empty() && !directory.empty()) return Failure{Failure::Kind::not_found, std::string(directory), ""};
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, kind] : names) entries.push_back({name, kind});
  return entries;
}

Result<void> MemoryFileSystem::write(std::string_view path, std::string_view bytes) {
  const std::scoped_lock lock(mutex_);
  if (const auto failure = failures_.find(path); failure != failures_.end()) {
    return Failure{failure->second, std::string(path), ""};
  }
  files_.insert_or_assign(std::string(path), std::string(bytes));
  return {};
}

void MemoryFileSystem::fail(std::string path, Failure::Kind kind) {
  const std::scoped_lock lock(mutex_);
  failures_.insert_or_assign(std::move(path), kind);
}

Result<std::string> RecordingFileSystem::read(std::string_view path) {
  auto result = inner_.read(path);
  const std::scoped_lock lock(mutex_);
  (result ? record_.read : record_.missed).emplace(path);
  return result;
}

Result<std::vector<DirectoryEntry>> RecordingFileSystem::list(std::string_view directory) {
  auto result = inner_.list(directory);
  const std::scoped_lock lock(mutex_);
  (result ? record_.listed : record_.missed).emplace(directory);
  return result;
}

Result<void> RecordingFileSystem::write(std::string_view path, std::string_view bytes) {
  auto result = inner_.write(path, bytes);
  if (result) {
    const std::scoped_lock lock(mutex_);
    record_.written.emplace(path);
  }
  return result;
}

AccessRecord RecordingFileSystem::record() const {
  const std::scoped_lock lock(mutex_);
  return record_;
}

}  // namespace shirube::source
