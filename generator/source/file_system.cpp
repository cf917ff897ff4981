// The three file systems. The real one never follows a symbolic link and never leaves its root: open_below decides.
#include "source/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "source/descriptor.h"
#include "source/replacement.h"

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
    case ENXIO:  // a FIFO without a reader, a socket
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

// Folder after folder through descriptors, so that no link is followed on the way.
Result<void> make_parents(int root, const std::string& path) {
  std::string parent;
  for (std::size_t begin = 0, slash = path.find('/'); slash != std::string::npos; slash = path.find('/', begin)) {
    const Descriptor folder = open_below(root, parent, O_PATH | O_DIRECTORY);
    const std::string here = path.substr(0, slash);
    if (!folder) return failure_from_errno(errno, parent);
    const std::string name = path.substr(begin, slash - begin);
    if (::mkdirat(folder.get(), name.c_str(), 0777) != 0 && errno != EEXIST) return failure_from_errno(errno, here);
    parent = here;
    begin = slash + 1;
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
  const Descriptor file = open_below(descriptor_, path, O_RDONLY | O_NONBLOCK);  // a FIFO must not make us wait
  if (!file) return failure_from_errno(errno, path);
  return read_all(file, path);
}

Result<std::vector<DirectoryEntry>> RealFileSystem::list(std::string_view directory) {
  const std::string path(directory);
  Descriptor folder = open_below(descriptor_, path, O_RDONLY | O_DIRECTORY);
  if (!folder) return failure_from_errno(errno, path);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
  if (!stream) return failure_from_errno(errno, path);
  folder.release();
  std::vector<DirectoryEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) {
      // The folder was there: ENOENT must not make it one that never was, and its files vanish.
      if (errno != 0) return Failure{Failure::Kind::other, path, std::strerror(errno)};
      break;
    }
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status {};
    if (::fstatat(::dirfd(stream.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) continue;  // an editor's temporary file, gone by now
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
  const std::size_t slash = path.rfind('/');
  const std::string parent = slash == std::string::npos ? "" : path.substr(0, slash);
  Descriptor folder = open_below(descriptor_, parent, O_PATH | O_DIRECTORY);
  if (!folder && errno == ENOENT) {
    if (auto made = make_parents(descriptor_, path); !made) return made;
    folder = open_below(descriptor_, parent, O_PATH | O_DIRECTORY);
  }
  if (!folder) return failure_from_errno(errno, path);
  return replace_file(folder, path.substr(slash == std::string::npos ? 0 : slash + 1), bytes, path);
}

Result<void> RealFileSystem::read_in_pieces(std::string_view path_view, const Take& take) {
  const std::string path(path_view);
  const Descriptor file = open_below(descriptor_, path, O_RDONLY | O_NONBLOCK);
  if (!file) return failure_from_errno(errno, path);
  return source::read_in_pieces(file, path, take);
}

Result<std::uint64_t> RealFileSystem::size(std::string_view path_view) {
  const std::string path(path_view);
  const Descriptor file = open_below(descriptor_, path, O_PATH);
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return failure_from_errno(errno, path);
  if (!S_ISREG(status.st_mode)) return not_a_file(status.st_mode, path);
  return static_cast<std::uint64_t>(status.st_size);
}

Result<void> RealFileSystem::sync() {
  const Descriptor root = open_below(descriptor_, "", O_RDONLY | O_DIRECTORY);  // the root's own was opened as a path
  if (!root || ::syncfs(root.get()) != 0) return failure_from_errno(errno, root_);
  return {};
}

Result<void> FileSystem::read_in_pieces(std::string_view path, const Take& take) {
  const auto bytes = read(path);
  if (!bytes) return bytes.failure();
  return take(bytes.value());
}

Result<std::uint64_t> FileSystem::size(std::string_view path) {
  const auto bytes = read(path);
  if (!bytes) return bytes.failure();
  return static_cast<std::uint64_t>(bytes.value().size());
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

Result<void> RecordingFileSystem::read_in_pieces(std::string_view path, const Take& take) {
  auto result = inner_.read_in_pieces(path, take);
  const std::scoped_lock lock(mutex_);
  (result ? record_.read : record_.missed).emplace(path);
  return result;
}

Result<std::uint64_t> RecordingFileSystem::size(std::string_view path) {
  auto result = inner_.size(path);
  const std::scoped_lock lock(mutex_);
  (result ? record_.read : record_.missed).emplace(path);
  return result;
}

AccessRecord RecordingFileSystem::record() const {
  const std::scoped_lock lock(mutex_);
  return record_;
}

}  // namespace shirube::source
