#include "source/git_history.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "source/git_repository.h"

namespace shirube::source {

namespace {

namespace fs = std::filesystem;

Failure git_failure(int error) {
  return {Failure::Kind::other, "git", std::strerror(error)};
}

// Folders of PATH that are not absolute are passed over: they may be the site's.
std::string find_git() {
  const char* path = std::getenv("PATH");
  const std::string folders = path == nullptr ? "/usr/bin:/bin" : path;
  for (std::size_t begin = 0; begin <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', begin), folders.size());
    const std::string folder = folders.substr(begin, end - begin);
    if (folder.starts_with('/') && ::access((folder + "/git").c_str(), X_OK) == 0) return folder + "/git";
    begin = end + 1;
  }
  return {};
}

// A repository of ours for the time of one question: its commit is theirs, its configuration is not.
class BorrowedRepository {
 public:
  static Result<BorrowedRepository> open(const GitRepository& repository) {
    std::error_code error;
    std::string folder = (fs::temp_directory_path(error) / "shirube-git-XXXXXX").string();
    if (error || ::mkdtemp(folder.data()) == nullptr)
      return Failure{Failure::Kind::other, folder, std::strerror(errno)};
    BorrowedRepository borrowed(folder);
    const bool long_ids = repository.commit.size() == 64;
    const std::string config = std::string("[core]\nbare = true\nrepositoryformatversion = ") +
                               (long_ids ? "1\n[extensions]\nobjectformat = sha256\n" : "0\n");
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"config", config}, {"HEAD", repository.commit + "\n"}}) {
      if (auto written = write(folder + "/" + name, text); !written) return written.failure();
    }
    if (!fs::create_directory(folder + "/refs", error)) return Failure{Failure::Kind::other, folder, error.message()};
    return borrowed;
  }
  BorrowedRepository(BorrowedRepository&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
  BorrowedRepository(const BorrowedRepository&) = delete;
  BorrowedRepository& operator=(const BorrowedRepository&) = delete;
  BorrowedRepository& operator=(BorrowedRepository&&) = delete;
  ~BorrowedRepository() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  const std::string& folder() const { return folder_; }

 private:
  explicit BorrowedRepository(std::string folder) : folder_(std::move(folder)) {}

  static Result<void> write(const std::string& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return Failure{Failure::Kind::other, path, std::strerror(errno)};
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const int error = errno;
    if (::close(descriptor) != 0) return Failure{Failure::Kind::other, path, std::strerror(errno)};
    if (written == static_cast<ssize_t>(text.size())) return {};
    return Failure{Failure::Kind::disk_full, path, written < 0 ? std::strerror(error) : ""};
  }

  std::string folder_;
};

struct Answer {
  bool refused = false;  // git ended with an error
  std::string text;
};

// Standard output of git; its standard error is thrown away.
Result<Answer> ask(const std::string& program, const GitRepository& repository, std::vector<std::string> arguments) {
  auto borrowed = BorrowedRepository::open(repository);
  if (!borrowed) return borrowed.failure();
  std::vector<std::string> environment = {"GIT_DIR=" + borrowed.value().folder(),
                                          "GIT_OBJECT_DIRECTORY=" + repository.objects.string(),
                                          "GIT_CONFIG_NOSYSTEM=1",
                                          "GIT_CONFIG_GLOBAL=/dev/null",
                                          "GIT_ATTR_NOSYSTEM=1",
                                          "GIT_NO_REPLACE_OBJECTS=1",
                                          "GIT_NO_LAZY_FETCH=1",
                                          "GIT_ALLOW_PROTOCOL=",
                                          "GIT_TERMINAL_PROMPT=0",
                                          "LC_ALL=C",
                                          "PATH=/usr/local/bin:/usr/bin:/bin"};
  arguments.insert(arguments.begin(), {program, "--no-pager", "--literal-pathspecs"});
  const auto pointers_of = [](std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
  };
  std::array<int, 2> pipe_ends{};
  if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return git_failure(errno);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  pid_t child = 0;
  const int spawned = ::posix_spawn(&child, program.c_str(), &actions, nullptr, pointers_of(arguments).data(),
                                    pointers_of(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe_ends[1]);
  Answer answer;
  int unread = 0;
  std::array<char, 65536> buffer{};
  while (spawned == 0) {
    const ssize_t got = ::read(pipe_ends[0], buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) unread = errno;
    if (got <= 0) break;
    answer.text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(pipe_ends[0]);
  if (spawned != 0) return git_failure(spawned);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return git_failure(errno);
  }
  if (unread != 0) return git_failure(unread);
  if (!WIFEXITED(status)) return Failure{Failure::Kind::other, "git", "ended by a signal"};
  answer.refused = WEXITSTATUS(status) != 0;
  return answer;
}

// Reads `git log --name-status -z` with commits newest first.
class ChangeReader {
 public:
  // `prefix` is cut off the paths.
  ChangeReader(std::string_view log, std::string_view prefix) : log_(log), prefix_(prefix) {}

  std::map<std::string, std::string> read() {
    while (!log_.empty()) {
      std::string_view part = next();
      if (part.starts_with('\n')) part.remove_prefix(1);  // after a commit's line
      if (part.starts_with('\x01')) {
        day_ = part.substr(1);
      } else if (part.starts_with('R')) {
        const std::string_view old_path = next();
        rename(old_path, next());
      } else if (!part.empty()) {
        change(next());
      }
    }
    return std::move(days_);
  }

 private:
  std::string_view next() {
    const std::size_t end = std::min(log_.find('\0'), log_.size());
    const std::string_view part = log_.substr(0, end);
    log_.remove_prefix(std::min(end + 1, log_.size()));
    return part;
  }

  // The name that the file has today; empty if another file has taken its place since.
  std::string name_today(std::string_view path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? std::string(path) : found->second;
  }

  void change(std::string_view path) {
    const std::string today = name_today(path);
    if (today.starts_with(prefix_)) days_.emplace(today.substr(prefix_.size()), day_);
  }

  void rename(std::string_view from, std::string_view to) {
    const std::string today = name_today(to);
    names_.insert_or_assign(std::string(to), std::string());
    names_.insert_or_assign(std::string(from), today);
  }

  std::string_view log_;
  std::string_view prefix_;
  std::string_view day_;
  std::map<std::string, std::string> days_;
  std::map<std::string, std::string, std::less<>> names_;
};

// What can be asked: a program and a repository with a commit. Nothing where one of them is missing.
struct Source {
  std::string program;
  GitRepository repository;
};

Result<std::optional<Source>> find_source(const std::string& folder) {
  std::string program = find_git();
  if (program.empty()) return std::optional<Source>();
  auto repository = find_git_repository(folder);
  if (!repository) return repository.failure();
  if (!repository.value() || repository.value()->commit.empty()) return std::optional<Source>();
  return std::optional<Source>(Source{std::move(program), *std::move(repository).value()});
}

}  // namespace

Result<std::optional<std::int64_t>> newest_commit_time(const std::string& folder) {
  const auto source = find_source(folder);
  if (!source) return source.failure();
  if (!source.value()) return std::optional<std::int64_t>();
  const auto answer =
      ask(source.value()->program, source.value()->repository, {"log", "-1", "--no-walk", "--format=%ct"});
  if (!answer) return answer.failure();
  const std::string& text = answer.value().text;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (answer.value().refused || error != std::errc() || seconds <= 0) return std::optional<std::int64_t>();
  return std::optional<std::int64_t>(seconds);
}

Result<GitHistory> read_git_history(const std::string& root, const std::string& below) {
  const auto source = find_source(root);
  if (!source) return source.failure();
  GitHistory history;
  if (!source.value()) return history;
  const GitRepository& repository = source.value()->repository;
  if (repository.shallow) {
    history.gap = GitHistory::Gap::shallow;
    return history;
  }
  std::error_code error;
  const fs::path folder = fs::canonical(fs::path(root.empty() ? "." : root) / below, error);
  if (error) return Failure{Failure::Kind::not_found, below, error.message()};
  const std::string path = folder.lexically_relative(repository.top).generic_string();
  if (path.starts_with("..")) return history;  // the content is elsewhere, and a link leads there
  const bool whole = path == "." || path.empty();
  // Only whole files are compared (100%): telling that a page moved needs no look into it.
  std::vector<std::string> arguments = {
      "log",    "--date-order", "--no-show-signature", "--no-ext-diff",          "--no-textconv",
      "-M100%", "-z",           "--name-status",       "--date=format:%Y-%m-%d", "--format=%x01%cd"};
  if (!whole) arguments.insert(arguments.end(), {"--", path});
  const auto answer = ask(source.value()->program, repository, std::move(arguments));
  if (!answer) return answer.failure();
  if (answer.value().refused) {
    history.gap = GitHistory::Gap::refused;
    return history;
  }
  history.days = ChangeReader(answer.value().text, whole ? std::string() : path + "/").read();
  return history;
}

}  // namespace shirube::source
