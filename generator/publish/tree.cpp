#include "publish/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>

namespace shirube::publish {

using source::Descriptor;
using source::Failure;
using source::failure_from_errno;
using source::open_below;
using source::Result;

namespace {

auto lower_bound(const std::vector<Entry>& entries, std::string_view path) {
  return std::lower_bound(entries.begin(), entries.end(), path,
                          [](const Entry& entry, std::string_view wanted) { return entry.path < wanted; });
}

// Adds what is directly in `path`; what vanishes meanwhile was not there.
Result<void> scan_folder(const Descriptor& root, const std::string& path, const std::string& shown,
                         std::vector<Entry>& entries) {
  Descriptor folder = open_below(root.get(), path, O_RDONLY | O_DIRECTORY);
  const std::string name = path.empty() ? shown : shown + "/" + path;
  if (!folder) return failure_from_errno(errno, name);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder.get()), ::closedir);
  if (!stream) return failure_from_errno(errno, name);
  folder.release();
  for (;;) {
    errno = 0;
    const dirent* found = ::readdir(stream.get());
    if (found == nullptr) break;
    const std::string_view last = found->d_name;
    if (last == "." || last == "..") continue;
    Entry entry;
    if (::fstatat(::dirfd(stream.get()), found->d_name, &entry.status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) continue;
      return failure_from_errno(errno, name + "/" + found->d_name);
    }
    entry.path = path.empty() ? std::string(last) : path + "/" + std::string(last);
    entries.push_back(std::move(entry));
  }
  if (errno != 0) return failure_from_errno(errno, name);
  return {};
}

bool cannot_link(int system_error) {
  switch (system_error) {
    case EPERM:  // also what FAT says, and the kernel of files that are somebody else's
    case EMLINK:
    case EXDEV:
    case ENOSYS:
    case EOPNOTSUPP:
    case EINVAL:
      return true;
    default:
      return false;
  }
}

Result<void> copy_symlink(const Leaf& from, const Leaf& to, const std::string& shown) {
  std::array<char, PATH_MAX> target{};
  const ssize_t size = ::readlinkat(from.folder.get(), from.name.c_str(), target.data(), target.size() - 1);
  if (size < 0 || ::symlinkat(target.data(), to.folder.get(), to.name.c_str()) != 0) {
    return failure_from_errno(errno, shown);
  }
  return {};
}

Result<void> copy_file(const Leaf& from, const Leaf& to, mode_t mode, const std::string& shown) {
  const Descriptor input = open_below(from.folder.get(), from.name, O_RDONLY | O_NONBLOCK);
  if (!input) return failure_from_errno(errno, shown);
  Descriptor output = open_below(to.folder.get(), to.name, O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!output || ::fchmod(output.get(), mode & 07777U) != 0) return failure_from_errno(errno, shown);
  auto copied = source::read_in_pieces(
      input, shown, [&](std::string_view piece) { return source::write_piece(output, piece, shown); });
  if (!copied) return copied;
  return source::write_all(std::move(output), "", shown);
}

}  // namespace

const Entry* Tree::find(std::string_view path) const {
  const auto found = lower_bound(entries, path);
  return found != entries.end() && found->path == path ? &*found : nullptr;
}

bool Tree::has_below(std::string_view folder) const {
  const std::string prefix = std::string(folder) + "/";
  const auto found = lower_bound(entries, prefix);
  return found != entries.end() && found->path.starts_with(prefix);
}

Result<Tree> scan(const Descriptor& folder, const std::string& shown) {
  Tree tree;
  if (auto done = scan_folder(folder, "", shown, tree.entries); !done) return done.failure();
  for (std::size_t i = 0; i < tree.entries.size(); ++i) {  // grows as it goes
    if (!tree.entries[i].is_directory()) continue;
    const std::string path = tree.entries[i].path;
    if (auto done = scan_folder(folder, path, shown, tree.entries); !done) return done.failure();
  }
  std::sort(tree.entries.begin(), tree.entries.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
  return tree;
}

Result<bool> is_empty(const Descriptor& folder, const std::string& shown) {
  std::vector<Entry> entries;
  if (auto done = scan_folder(folder, "", shown, entries); !done) return done.failure();
  return entries.empty();
}

Leaf open_leaf(const Descriptor& root, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {open_below(root.get(), "", O_PATH | O_DIRECTORY), path};
  return {open_below(root.get(), path.substr(0, slash), O_PATH | O_DIRECTORY), path.substr(slash + 1)};
}

Result<std::string> read_below(const Descriptor& folder, const std::string& path, const std::string& shown) {
  const Descriptor file = open_below(folder.get(), path, O_RDONLY | O_NONBLOCK);
  if (!file) return failure_from_errno(errno, shown);
  return source::read_all(file, shown);
}

Result<void> make_folders(const Descriptor& to, const std::string& path, const Tree& old, const std::string& shown) {
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const std::string here = path.substr(0, end);
    if (::mkdirat(to.get(), here.c_str(), 0777) == 0) {
      const Entry* before = old.find(here);
      const Descriptor made = before == nullptr ? Descriptor() : open_below(to.get(), here, O_RDONLY | O_DIRECTORY);
      if (made && before->is_directory()) {
        // Only root may give away; everybody else keeps what he could not have changed.
        [[maybe_unused]] const int given = ::fchown(made.get(), before->status.st_uid, before->status.st_gid);
        if (::fchmod(made.get(), before->status.st_mode & 07777U) != 0) return failure_from_errno(errno, shown + here);
      }
    } else if (errno != EEXIST) {
      return failure_from_errno(errno, shown + "/" + here);
    }
    if (end == std::string::npos) return {};
  }
}

Result<void> carry(const Descriptor& from, const Entry& entry, const Descriptor& to, const std::string& shown) {
  const Leaf source = open_leaf(from, entry.path);
  if (!source.folder) return failure_from_errno(errno, shown);
  const Leaf target = open_leaf(to, entry.path);
  if (!target.folder) return failure_from_errno(errno, shown);
  if (::linkat(source.folder.get(), source.name.c_str(), target.folder.get(), target.name.c_str(), 0) == 0) return {};
  const bool link = S_ISLNK(entry.status.st_mode);
  if (!cannot_link(errno) || (!entry.is_file() && !link)) return failure_from_errno(errno, shown);
  auto copied = link ? copy_symlink(source, target, shown) : copy_file(source, target, entry.status.st_mode, shown);
  if (!copied) return copied;
  const timespec times[] = {entry.status.st_atim, entry.status.st_mtim};
  if (::utimensat(target.folder.get(), target.name.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0) {
    return failure_from_errno(errno, shown);
  }
  return {};
}

Result<void> remove_tree(const Descriptor& parent, const std::string& name, const std::string& shown) {
  {
    const Descriptor folder = open_below(parent.get(), name, O_RDONLY | O_DIRECTORY);
    if (!folder) return failure_from_errno(errno, shown);
    const auto tree = scan(folder, shown);
    if (!tree) return tree.failure();
    for (auto entry = tree.value().entries.rbegin(); entry != tree.value().entries.rend(); ++entry) {
      const Leaf leaf = open_leaf(folder, entry->path);
      const int flags = entry->is_directory() ? AT_REMOVEDIR : 0;
      if (!leaf.folder || ::unlinkat(leaf.folder.get(), leaf.name.c_str(), flags) != 0) {
        return failure_from_errno(errno, shown + "/" + entry->path);
      }
    }
  }
  if (::unlinkat(parent.get(), name.c_str(), AT_REMOVEDIR) != 0) return failure_from_errno(errno, shown);
  return {};
}

}  // namespace shirube::publish
