#include "source/git_repository.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

namespace shirube::source {

namespace {

namespace fs = std::filesystem;

Failure failure_of(const fs::path& path, int error) {
  return {error == EACCES ? Failure::Kind::permission : Failure::Kind::other, path.string(), std::strerror(error)};
}

struct Closer {
  int descriptor;
  ~Closer() { ::close(descriptor); }
};

// The text of a regular file; nothing if there is none of that name. O_NONBLOCK: a pipe of that name must not be waited
// for.
Result<std::optional<std::string>> read_regular(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<std::string>();
    return failure_of(path, errno);
  }
  const Closer closer{descriptor};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return failure_of(path, errno);
  if (!S_ISREG(status.st_mode)) return std::optional<std::string>();
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure_of(path, errno);
    if (got == 0) return std::optional<std::string>(std::move(text));
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

bool is_commit_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What a reference's name may be, so that it stays below the repository's folder.
bool is_reference(std::string_view name) {
  return name.starts_with("refs/") && name.find("..") == std::string_view::npos &&
         name.find_first_of(std::string_view("\0\\", 2)) == std::string_view::npos;
}

// In packed-refs a line is `id name`.
std::string packed_commit(std::string_view packed, std::string_view name) {
  while (!packed.empty()) {
    const std::string_view line = first_line(packed);
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos && line.substr(blank + 1) == name && is_commit_id(line.substr(0, blank))) {
      return std::string(line.substr(0, blank));
    }
    packed.remove_prefix(std::min(line.size() + 1, packed.size()));
  }
  return {};
}

// The commit of a reference: in a file of its own, else in packed-refs.
Result<std::string> commit_of(const fs::path& common, std::string_view name) {
  if (!is_reference(name)) return std::string();
  const auto loose = read_regular(common / name);
  if (!loose) return loose.failure();
  if (loose.value() && is_commit_id(first_line(*loose.value()))) return std::string(first_line(*loose.value()));
  const auto packed = read_regular(common / "packed-refs");
  if (!packed) return packed.failure();
  return packed.value() ? packed_commit(*packed.value(), name) : std::string();
}

// `.git` is the repository's folder, or a file `gitdir: PATH`.
Result<std::optional<fs::path>> folder_of(const fs::path& dot_git) {
  std::error_code error;
  if (fs::is_directory(dot_git, error)) return std::optional<fs::path>(dot_git);
  const auto text = read_regular(dot_git);
  if (!text) return text.failure();
  constexpr std::string_view key = "gitdir: ";
  if (!text.value() || !text.value()->starts_with(key)) return std::optional<fs::path>();
  return std::optional<fs::path>(dot_git.parent_path() /
                                 first_line(std::string_view(*text.value()).substr(key.size())));
}

Result<std::optional<GitRepository>> open_repository(const fs::path& top, const fs::path& folder) {
  const auto head = read_regular(folder / "HEAD");
  if (!head) return head.failure();
  if (!head.value()) return std::optional<GitRepository>();
  // A linked work tree has a HEAD of its own, and shares the rest with the repository that `commondir` names.
  const auto shared = read_regular(folder / "commondir");
  if (!shared) return shared.failure();
  const fs::path common = shared.value() ? folder / first_line(*shared.value()) : folder;
  GitRepository repository;
  repository.top = top;
  repository.objects = common / "objects";
  const std::string_view line = first_line(*head.value());
  constexpr std::string_view reference = "ref: ";
  if (line.starts_with(reference)) {
    auto commit = commit_of(common, line.substr(reference.size()));
    if (!commit) return commit.failure();
    repository.commit = std::move(commit).value();
  } else if (is_commit_id(line)) {
    repository.commit = line;
  }
  const auto shallow = read_regular(common / "shallow");
  if (!shallow) return shallow.failure();
  repository.shallow = shallow.value() && !shallow.value()->empty();
  return std::optional<GitRepository>(std::move(repository));
}

}  // namespace

Result<std::optional<GitRepository>> find_git_repository(const std::string& folder) {
  std::error_code error;
  fs::path top = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return failure_of(folder, error.value());
  for (;; top = top.parent_path()) {
    const auto found = folder_of(top / ".git");
    if (!found) return found.failure();
    if (found.value()) {
      auto repository = open_repository(top, *found.value());
      if (!repository || repository.value()) return repository;
    }
    if (top == top.parent_path()) return std::optional<GitRepository>();
  }
}

}  // namespace shirube::source
