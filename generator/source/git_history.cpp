#include "source/git_history.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <vector>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves the declaration to the program

namespace shirube::source {

namespace {

// Standard output of a program, nothing if it could not run or failed. Its standard error is thrown away.
std::optional<std::string> output_of(std::vector<std::string> arguments) {
  std::array<int, 2> pipe_ends{};
  if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  const int spawned = ::posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe_ends[1]);
  std::string text;
  if (spawned == 0) {
    std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t got = ::read(pipe_ends[0], buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      text.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  ::close(pipe_ends[0]);
  if (spawned != 0) return std::nullopt;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::int64_t> newest_commit_time(const std::string& folder) {
  const auto text = output_of({"git", "-C", folder.empty() ? "." : folder, "log", "-1", "--format=%ct"});
  if (!text) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
  if (error != std::errc() || seconds <= 0) return std::nullopt;
  return seconds;
}

std::map<std::string, std::string> last_changes(const std::string& folder) {
  std::map<std::string, std::string> days;
  const auto shallow = output_of({"git", "-C", folder, "rev-parse", "--is-shallow-repository"});
  if (!shallow || *shallow != "false\n") return days;
  // Names end in a zero byte, unquoted; a commit is told apart by its first byte. TZ matters to --date=format-local.
  const auto log = output_of({"env", "TZ=UTC", "git", "-C", folder, "log", "--no-renames", "--relative", "-z",
                              "--name-only", "--date=format-local:%Y-%m-%d", "--format=%x01%cd", "--", "."});
  if (!log) return days;
  std::string day;
  for (std::size_t begin = 0; begin < log->size();) {
    std::size_t end = log->find_first_of(std::string_view("\0\n", 2), begin);
    if (end == std::string::npos) end = log->size();
    std::string_view part(log->data() + begin, end - begin);
    if (part.starts_with('\x01')) {
      day = part.substr(1);
    } else if (!part.empty()) {
      days.emplace(part, day);  // the newest commit comes first
    }
    begin = end + 1;
  }
  return days;
}

}  // namespace shirube::source
