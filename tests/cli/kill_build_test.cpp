// The real program on the real site, killed at random moments: readers see a whole edition, and the next build
// succeeds.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string_view>

#include "publish/editions.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/seed.h"

using namespace shirube;
using tests::run_shirube;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE_METHOD(TemporaryFolder, "our own handbook, killed at 50 random moments of its build, is never broken") {
  const std::string root = *this / "site";
  fs::create_directory(root);
  for (const char* part : {"site.yaml", "content", "templates"}) {
    fs::copy(fs::path(SHIRUBE_SOURCE_DIR) / part, fs::path(root) / part, fs::copy_options::recursive);
  }
  const std::string output = root + "/public";
  const std::string config = read("site/site.yaml");
  REQUIRE(config.starts_with("title: "));
  constexpr std::size_t title = std::string_view("title: ").size();
  const auto build = [&] {
    const auto outcome = run_shirube({"-r", root, "build"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
  };
  const auto start = std::chrono::steady_clock::now();
  build();
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  REQUIRE(tests::problem_of_published(output) == "");

  const unsigned seed = tests::random_seed();
  INFO("seed " << seed);
  std::printf("kill_build_test: seed %u\n", seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::int64_t> delay(0, whole.count());
  int killed = 0;
  for (int i = 0; i < 50; ++i) {
    // Every page holds the title: the whole handbook changes with each round.
    std::string changed = config;
    write("site/site.yaml", changed.insert(title, "第" + std::to_string(i) + "版 "));
    killed += tests::kill_shirube({"-r", root, "build", "--quiet"}, std::chrono::microseconds(delay(random))) ? 1 : 0;
    INFO("kill " << i);
    REQUIRE(tests::problem_of_published(output) == "");
  }
  CHECK(killed > 0);

  build();
  CHECK(tests::problem_of_published(output) == "");
  for (const auto& entry : fs::directory_iterator(root)) {
    CHECK(entry.path().filename().string().find(".shirube") == std::string::npos);
  }
  // As if nothing had ever happened.
  REQUIRE(run_shirube({"-r", root, "build", "-o", *this / "fresh"}).code == 0);
  CHECK(tests::files_below(output) == tests::files_below(*this / "fresh"));
}
