#include "support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "support/catch.h"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace shirube::tests {

namespace {

// Those of `words`, which have to outlive them.
std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input) {
  const TemporaryFolder folder;
  folder.write("in", input);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, (folder / "in").c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  std::vector<std::string> copies = arguments;
  const std::vector<char*> pointers = pointers_to(copies);
  pid_t child = 0;
  const int spawned = posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  INFO(arguments.front());
  REQUIRE(spawned == 0);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  Outcome outcome;
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = folder.read("out");
  outcome.err = folder.read("err");
  return outcome;
}

Outcome run_shirube(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), SHIRUBE_PROGRAM);
  return run_program(arguments, input);
}

bool kill_shirube(std::vector<std::string> arguments, std::chrono::microseconds delay) {
  arguments.insert(arguments.begin(), SHIRUBE_PROGRAM);
  const std::vector<char*> pointers = pointers_to(arguments);
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0);
  std::this_thread::sleep_for(delay);
  REQUIRE(::kill(child, SIGKILL) == 0);  // until we wait for it, the id is its own
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFEXITED(status)) CHECK(WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

TemporaryFolder::TemporaryFolder() : TemporaryFolder(std::filesystem::temp_directory_path().string()) {}

TemporaryFolder::TemporaryFolder(const std::string& parent) {
  std::string pattern = (std::filesystem::path(parent) / "shirube-test-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& text) const {
  const std::filesystem::path path = std::filesystem::path(path_) / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string TemporaryFolder::read(const std::string& name) const {
  std::ifstream file(std::filesystem::path(path_) / name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace shirube::tests
