// Files that we did not make survive; folders that are not ours are refused; clean() takes only what is ours.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "publish/editions.h"
#include "publish/publish.h"
#include "publish/refusal.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using publish::Publication;
using source::Failure;
using source::Result;
using tests::Files;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const Files small = {{"a.html", "a"}, {"index.html", "home"}, {"mbo/index.html", "mbo"}};

Result<publish::Summary> publish_to(const std::string& folder, const Files& files, bool exchange = true) {
  publish::Options options;
  options.folder = folder;
  options.swap.exchange = exchange;
  auto publication = Publication::open(options);
  if (!publication) return publication.failure();
  return std::move(publication).value().publish(tests::outputs_of(files));
}

// The rule of the finding that people see.
std::string rule_of(const Failure& failure) {
  diagnostic::Sink sink;
  publish::report(failure, sink);
  REQUIRE(sink.diagnostics().size() == 1);
  CHECK(diagnostic::info(sink.diagnostics()[0].kind).exit == diagnostic::Exit::environment);
  return std::string(diagnostic::info(sink.diagnostics()[0].kind).rule);
}

std::string refusal(const std::string& folder, const Files& files = small) {
  const auto result = publish_to(folder, files);
  return result ? "published" : rule_of(result.failure());
}

}  // namespace

TEST_CASE_METHOD(TemporaryFolder, "foreign files, links and empty folders stay through every build") {
  const std::string output = *this / "public";
  REQUIRE(publish_to(output, small));
  write("public/CNAME", "handbook.example");
  write("public/mbo/notes.txt", "notes");
  fs::create_symlink("../outside", output + "/link");
  fs::create_directories(output + "/empty/inner");
  REQUIRE(::chmod((output + "/empty").c_str(), 0711) == 0);
  const auto time = fs::last_write_time(output + "/CNAME");
  const std::vector<std::string> names = {"CNAME", "empty/inner/", "link", "mbo/notes.txt"};
  for (const bool exchange : {true, false}) {
    INFO(exchange);
    auto summary = publish_to(output, {{"index.html", exchange ? "1" : "2"}}, exchange);
    REQUIRE(summary);
    CHECK(summary.value().foreign == names);
    CHECK(read("public/CNAME") == "handbook.example");
    CHECK(fs::last_write_time(output + "/CNAME") == time);
    CHECK(read("public/mbo/notes.txt") == "notes");
    CHECK(!fs::exists(output + "/mbo/index.html"));
    CHECK(fs::read_symlink(output + "/link") == "../outside");
    CHECK(fs::is_directory(output + "/empty/inner"));
    CHECK((fs::status(output + "/empty").permissions() & fs::perms::mask) == fs::perms(0711));
    CHECK(publish_to(output, small, exchange).value().foreign == names);
    CHECK(read("public/mbo/index.html") == "mbo");
  }
}

TEST_CASE_METHOD(TemporaryFolder, "a file of ours that somebody changed and we no longer make stays as his") {
  const std::string output = *this / "public";
  REQUIRE(publish_to(output, small));
  write("public/a.html", "my own words");
  const auto summary = publish_to(output, {{"index.html", "home"}});
  REQUIRE(summary);
  CHECK(summary.value().foreign == std::vector<std::string>{"a.html"});
  CHECK(summary.value().removed == 1);
  CHECK(read("public/a.html") == "my own words");
}

TEST_CASE_METHOD(TemporaryFolder, "what is in the way of an output is reported and nothing is changed") {
  const std::string output = *this / "public";
  REQUIRE(publish_to(output, small));
  write("public/new.html", "foreign");
  write("public/folder/foreign.txt", "foreign");
  fs::create_directory(output + "/void");
  const Files before = tests::files_below(output);
  for (const char* path : {"new.html", "new.html/below", "folder", "folder/foreign.txt/deep", "void"}) {
    INFO(path);
    CHECK(refusal(output, {{path, "ours"}}) == "output-taken");
    CHECK(tests::files_below(output) == before);
  }
  CHECK(refusal(output, {{"manifest.json", "{}"}}) == "output-reserved");
  CHECK(publish_to(output, {{"void/in.html", "ours"}}));
}

TEST_CASE_METHOD(TemporaryFolder, "a folder that is not ours is refused") {
  write("letters/letter.txt", "dear");
  CHECK(refusal(*this / "letters") == "output-not-ours");
  write("web/manifest.json", R"({"name": "somebody's web application"})");
  CHECK(refusal(*this / "web") == "output-not-ours");
  write("evil/manifest.json", R"({"format":1,"generator":"shirube 0","files":[{"path":"../x","bytes":1,"sha256":")" +
                                  std::string(64, '0') + "\"}]}");
  CHECK(refusal(*this / "evil") == "output-not-ours");
  write("torn/manifest.json", R"({"format":1,"generator":"shirube 0","fi)");
  CHECK(refusal(*this / "torn") == "output-not-ours");
  CHECK(read("letters/letter.txt") == "dear");
}

TEST_CASE_METHOD(TemporaryFolder, "a file, a link, a nameless folder or a missing parent is not an output folder") {
  write("file", "x");
  CHECK(refusal(*this / "file") == "output-no-folder");
  fs::create_directory(*this / "real");
  fs::create_directory_symlink("real", *this / "link");
  CHECK(refusal(*this / "link") == "output-no-folder");
  CHECK(refusal(".") == "output-nameless");
  CHECK(refusal("/") == "output-nameless");
  CHECK(refusal(*this / "real/..") == "output-nameless");
  CHECK(refusal(*this / "no/such/public") == "output-failed");
  CHECK(refusal(*this / "file/public") == "output-no-folder");
  CHECK(publish_to(*this / "real///", small));
}

TEST_CASE("a mount point is refused, because it cannot be swapped") {
  CHECK(refusal("/proc") == "output-mount-point");
}

TEST_CASE_METHOD(TemporaryFolder, "a second build of the same folder reports who holds the lock") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    publish::Options options;
    options.folder = *this / "public";
    const auto held = Publication::open(options);
    [[maybe_unused]] const auto written = ::write(ends[1], held ? "y" : "n", 1);
    ::pause();
    ::_exit(0);
  }
  char answer = 0;
  REQUIRE(::read(ends[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  const auto refused = publish_to(*this / "public", small);
  REQUIRE(!refused);
  CHECK(refused.failure().kind == Failure::Kind::busy);
  CHECK(refused.failure().detail.starts_with("pid " + std::to_string(child) + ", since 2"));
  CHECK(rule_of(refused.failure()) == "output-busy");
  CHECK(!publish::clean(*this / "public"));
  CHECK(publish_to(*this / "other", small));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  ::close(ends[1]);
  CHECK(publish_to(*this / "public", small));
  CHECK(!fs::exists(*this / ".shirube-public.lock"));
}

TEST_CASE_METHOD(TemporaryFolder, "only staging folders that are ours and whose run is dead are removed") {
  write(".shirube-public.staging-11/.shirube-staging", "");
  write(".shirube-public.staging-11/tree/half.html", "x");
  write(".shirube-public.staging-11/temporary/y", "x");
  write(".shirube-public.staging-12/theirs", "no marker");
  write(".shirube-public.staging-13/.shirube-staging", "");
  write(".shirube-public.staging-x/.shirube-staging", "");
  fs::create_directory(*this / ".shirube-public.staging-14");
  const int living = ::open((*this / ".shirube-public.staging-13/.shirube-staging").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(::flock(living, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(publish_to(*this / "public", small));
  CHECK(!fs::exists(*this / ".shirube-public.staging-11"));
  CHECK(fs::exists(*this / ".shirube-public.staging-12/theirs"));
  CHECK(fs::exists(*this / ".shirube-public.staging-13"));
  CHECK(!fs::exists(*this / ".shirube-public.staging-14"));
  CHECK(fs::exists(*this / ".shirube-public.staging-x"));
  ::close(living);
}

TEST_CASE_METHOD(TemporaryFolder, "a last edition left in a staging folder gives back what was put into it meanwhile") {
  const std::string output = *this / "public";
  REQUIRE(publish_to(output, small));
  fs::create_directory(*this / ".shirube-public.staging-11");
  write(".shirube-public.staging-11/.shirube-staging", "another manifest was announced");
  fs::copy(output, *this / ".shirube-public.staging-11/tree", fs::copy_options::recursive);
  write(".shirube-public.staging-11/tree/uploads/late.txt", "late");
  const auto summary = publish_to(output, small);
  REQUIRE(summary);
  CHECK(summary.value().foreign == std::vector<std::string>{"uploads/late.txt"});
  CHECK(read("public/uploads/late.txt") == "late");
  CHECK(!fs::exists(*this / ".shirube-public.staging-11"));
}

TEST_CASE_METHOD(TemporaryFolder, "clean removes what we made and nothing else") {
  const std::string output = *this / "public";
  REQUIRE(publish_to(output, small));
  write("public/mbo/notes.txt", "notes");
  write("public/a.html", "my own words");
  auto cleaned = publish::clean(output);
  REQUIRE(cleaned);
  CHECK(cleaned.value().removed == 2);
  CHECK(cleaned.value().foreign == std::vector<std::string>{"a.html", "mbo/notes.txt"});
  CHECK(tests::files_below(output) == Files{{"a.html", "my own words"}, {"mbo/notes.txt", "notes"}});
  const auto again = publish::clean(output);
  REQUIRE(!again);
  CHECK(rule_of(again.failure()) == "output-not-ours");
}

TEST_CASE_METHOD(TemporaryFolder, "clean of an edition that nobody touched removes its folder") {
  REQUIRE(publish_to(*this / "public", small));
  const auto cleaned = publish::clean(*this / "public");
  REQUIRE(cleaned);
  CHECK(cleaned.value().removed == 3);
  CHECK(fs::is_empty(path()));
  CHECK(publish::clean(*this / "public"));
  fs::create_directory(*this / "public");
  CHECK(publish::clean(*this / "public"));
  CHECK(fs::exists(*this / "public"));
}

TEST_CASE_METHOD(TemporaryFolder, "a full disk is reported as such, and the last edition stays") {
  fs::create_directory(*this / "disk");
  if (::mount("none", (*this / "disk").c_str(), "tmpfs", 0, "size=256k") != 0) {
    WARN("SKIPPED: only root can mount a small disk; the full disk was not tried");
    return;
  }
  {
    const std::string output = *this / "disk/public";
    REQUIRE(publish_to(output, small));
    const auto full = publish_to(output, {{"index.html", std::string(400'000, 'x')}});
    REQUIRE(!full);
    CHECK(rule_of(full.failure()) == "disk-full");
    CHECK(full.failure().path == output + "/index.html");
    CHECK(tests::problem_of_published(output) == "");
    CHECK(read("disk/public/index.html") == "home");
    CHECK(publish_to(output, {{"index.html", std::string(100'000, 'x')}}));
    CHECK(std::distance(fs::directory_iterator(*this / "disk"), fs::directory_iterator()) == 1);
  }
  CHECK(::umount2((*this / "disk").c_str(), MNT_DETACH) == 0);
}
