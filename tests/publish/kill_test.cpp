// SIGKILL at random moments: the folder always holds one whole edition, and the next run cleans up.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <thread>

#include "publish/editions.h"
#include "publish/publish.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/seed.h"

using namespace shirube;
using tests::TemporaryFolder;

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace {

// In memory where there is such a folder: what a kill can break is the order of the calls, and waiting for the disk
// after each of hundreds of editions shows nothing more.
struct QuickFolder : TemporaryFolder {
  QuickFolder()
      : TemporaryFolder(::access("/dev/shm", W_OK) == 0 ? "/dev/shm"
                                                        : std::filesystem::temp_directory_path().string()) {}
};

// A running alternating_publisher. Its standard output is ours to read.
class Victim {
 public:
  Victim(const std::string& folder, const std::string& method) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    output_ = ends[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::array<std::string, 3> words = {SHIRUBE_ALTERNATING_PUBLISHER, folder, method};
    std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    const int spawned = posix_spawn(&id_, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    REQUIRE(spawned == 0);
  }
  ~Victim() { ::close(output_); }
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;

  void wait_for_edition() const {
    char dot = 0;
    REQUIRE(::read(output_, &dot, 1) == 1);
  }
  // How it ended.
  int wait() const {
    int status = 0;
    REQUIRE(::waitpid(id_, &status, 0) == id_);
    return status;
  }
  void kill() const {
    REQUIRE(::kill(id_, SIGKILL) == 0);
    const int status = wait();
    REQUIRE(WIFSIGNALED(status));
  }

 private:
  pid_t id_ = 0;
  int output_ = -1;
};

// Opens the two files that every edition has, again and again, and counts how often one is not there.
class Reader {
 public:
  explicit Reader(const std::string& folder)
      : thread_([this, folder] {
          while (!stop_) {
            for (const char* name : {"/index.html", "/manifest.json"}) {
              const int file = ::open((folder + name).c_str(), O_RDONLY | O_CLOEXEC);
              if (file < 0) ++missed_;
              if (file >= 0) ::close(file);
              ++opened_;
            }
            std::this_thread::sleep_for(std::chrono::microseconds(20));
          }
        }) {}
  ~Reader() {
    stop_ = true;
    thread_.join();
  }
  int missed() const { return missed_; }
  int opened() const { return opened_; }

 private:
  std::atomic<bool> stop_ = false;
  std::atomic<int> missed_ = 0;
  std::atomic<int> opened_ = 0;
  std::thread thread_;
};

bool publish_edition(const std::string& folder, char which) {
  publish::Options options;
  options.folder = folder;
  auto publication = publish::Publication::open(options);
  return publication && std::move(publication).value().publish(tests::outputs_of(tests::large_edition(which)));
}

// Nothing of ours is beside the published folder.
bool is_alone(const std::string& parent) {
  for (const auto& entry : std::filesystem::directory_iterator(parent)) {
    if (entry.path().filename() != "public") return false;
  }
  return true;
}

void kill_at_random_moments(const TemporaryFolder& folder, const std::string& method, int kills) {
  const std::string output = folder / "public";
  const unsigned seed = tests::random_seed();
  INFO("seed " << seed << ", " << method);
  std::printf("kill_test: seed %u (%s)\n", seed, method.c_str());
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> microseconds(0, 40'000);
  for (int i = 0; i < kills; ++i) {
    const Victim victim(output, method);
    victim.wait_for_edition();
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
    victim.kill();
    INFO("kill " << i);
    if (method == "exchange") CHECK(tests::problem_of_published(output) == "");
    REQUIRE(publish_edition(output, i % 2 == 0 ? 'A' : 'B'));
    CHECK(tests::problem_of_published(output) == "");
    CHECK(is_alone(folder.path()));
  }
}

}  // namespace

TEST_CASE_METHOD(QuickFolder, "killed at 50 random moments, the folder always holds one whole edition") {
  REQUIRE(publish_edition(*this / "public", 'A'));
  const Reader reader(*this / "public");
  kill_at_random_moments(*this, "exchange", 50);
  CHECK(reader.opened() > 0);
  CHECK(reader.missed() == 0);
}

TEST_CASE_METHOD(QuickFolder, "killed at random moments without exchange, the next run puts all in order") {
  kill_at_random_moments(*this, "renames", 10);
}

TEST_CASE_METHOD(TemporaryFolder,
                 "killed after all but the empty folder of the last edition was removed, the next run removes it") {
  const std::filesystem::path last = *this / ".shirube-public.last";
  REQUIRE(publish_edition(*this / "public", 'A'));
  std::filesystem::create_directory(last);
  REQUIRE(publish_edition(*this / "public", 'B'));
  CHECK(is_alone(path()));

  // A folder that holds something is not ours to remove.
  std::filesystem::create_directory(last);
  write(".shirube-public.last/note.txt", "他の人のもの");
  REQUIRE(publish_edition(*this / "public", 'A'));
  CHECK(read(".shirube-public.last/note.txt") == "他の人のもの");
}

TEST_CASE_METHOD(TemporaryFolder, "killed between the two renames, the next run finds the last edition again") {
  const Victim victim(*this / "public", "die-between-renames");
  const int status = victim.wait();
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGKILL);
  REQUIRE(!std::filesystem::exists(*this / "public"));
  CHECK(tests::problem_of_published(*this / ".shirube-public.last") == "");
  {
    publish::Options options;
    options.folder = *this / "public";
    const auto opened = publish::Publication::open(options);
    REQUIRE(opened);
    CHECK(tests::problem_of_published(*this / "public") == "");
    CHECK(read("public/index.html") == "edition A");
  }
  REQUIRE(publish_edition(*this / "public", 'B'));
  CHECK(read("public/index.html") == "edition B");
  CHECK(tests::problem_of_published(*this / "public") == "");
  CHECK(is_alone(path()));
}
