// What an edition's folder looks like after a build, a rebuild, a failure.
#include "publish/publish.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>

#include "publish/editions.h"
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

struct Folder : TemporaryFolder {
  std::string output() const { return *this / "public"; }

  Result<publish::Summary> publish(const render::OutputSet& outputs, bool exchange = true) const {
    publish::Options options;
    options.folder = output();
    options.swap.exchange = exchange;
    auto publication = Publication::open(options);
    if (!publication) return publication.failure();
    return std::move(publication).value().publish(outputs);
  }
  publish::Summary publish(const Files& files, bool exchange = true) const {
    auto summary = publish(tests::outputs_of(files), exchange);
    if (!summary) FAIL(summary.failure().path << ": " << summary.failure().detail);
    return std::move(summary).value();
  }
  // The edition alone, without its manifest.
  Files published() const {
    Files files = tests::files_below(output());
    CHECK(files.erase("manifest.json") == 1);
    return files;
  }
  // Nothing of ours beside the output folder.
  void expect_no_traces() const {
    for (const auto& entry : fs::directory_iterator(path())) {
      CHECK(entry.path().filename().string().find(".shirube") == std::string::npos);
    }
  }
  struct stat status(const std::string& name) const {
    struct stat found {};
    REQUIRE(::lstat((*this / name).c_str(), &found) == 0);
    return found;
  }
};

const Files small = {{"a.html", "a"}, {"index.html", "home"}, {"mbo/index.html", "mbo"}};

}  // namespace

TEST_CASE_METHOD(Folder, "the first edition makes the folder") {
  const auto summary = publish(small);
  CHECK(summary.files == 3);
  CHECK(summary.written == 3);
  CHECK(published() == small);
  CHECK(tests::problem_of_published(output()) == "");
  expect_no_traces();
}

TEST_CASE_METHOD(Folder, "an empty folder is taken, with its rights") {
  fs::create_directory(output());
  REQUIRE(::chmod(output().c_str(), 02750) == 0);
  publish(small);
  CHECK(published() == small);
  CHECK((status("public").st_mode & 07777U) == 02750);
}

TEST_CASE_METHOD(Folder, "an edition without files is an edition") {
  publish(Files{});
  CHECK(published().empty());
  CHECK(publish(small).written == 3);
}

TEST_CASE_METHOD(Folder, "building the same again touches nothing") {
  publish(small);
  const auto folder = status("public");
  const auto file = status("public/mbo/index.html");
  const auto summary = publish(small);
  CHECK(summary.written == 0);
  CHECK(summary.unchanged == 3);
  CHECK(status("public").st_ino == folder.st_ino);
  CHECK(status("public").st_mtim.tv_nsec == folder.st_mtim.tv_nsec);
  CHECK(status("public/mbo/index.html").st_ino == file.st_ino);
  CHECK(status("public/mbo/index.html").st_ctim.tv_nsec == file.st_ctim.tv_nsec);
  expect_no_traces();
}

TEST_CASE_METHOD(Folder, "a changed file is written, its neighbours keep file and time, what is no longer made goes") {
  publish(small);
  const auto before = status("public/a.html");
  const Files next = {{"a.html", "a"}, {"index.html", "HOME"}, {"new/deep/x.html", "x"}};
  for (const bool exchange : {true, false}) {
    INFO(exchange);
    const auto summary = publish(next, exchange);
    CHECK(summary.written == 2);
    CHECK(summary.unchanged == 1);
    CHECK(summary.removed == 1);
    CHECK(summary.swapped_by_renames == !exchange);
    CHECK(published() == next);
    CHECK(!fs::exists(output() + "/mbo"));
    CHECK(status("public/a.html").st_ino == before.st_ino);
    CHECK(status("public/a.html").st_mtim.tv_nsec == before.st_mtim.tv_nsec);
    CHECK(tests::problem_of_published(output()) == "");
    expect_no_traces();
    publish(small, exchange);
    CHECK(published() == small);
  }
}

TEST_CASE_METHOD(Folder, "a file may become a folder, and a folder a file") {
  publish(Files{{"a", "file"}, {"b/c", "in a folder"}});
  const Files turned = {{"a/x", "in a folder"}, {"b", "file"}};
  publish(turned);
  CHECK(published() == turned);
}

TEST_CASE_METHOD(Folder, "versioned files stay for pages that are open, until their successors are replaced too") {
  const auto publish_style = [&](const std::string& version, const std::string& page) {
    render::OutputSet outputs;
    outputs.files.push_back(render::versioned("assets/" + version + "/site.css", [version] { return version; }));
    for (render::OutputFile& file : tests::outputs_of({{"index.html", page}}).files) outputs.files.push_back(file);
    auto summary = publish(outputs);
    REQUIRE(summary);
    return summary.value().written;
  };
  publish_style("1", "one");
  CHECK(published() == Files{{"assets/1/site.css", "1"}, {"index.html", "one"}});
  publish_style("2", "two");
  CHECK(tests::problem_of_published(output()) == "");
  const Files both = {{"assets/1/site.css", "1"}, {"assets/2/site.css", "2"}, {"index.html", "two"}};
  CHECK(published() == both);
  CHECK(publish_style("2", "two") == 0);
  CHECK(published() == both);
  publish_style("2", "three");
  CHECK(published().count("assets/1/site.css") == 1);
  publish_style("3", "three");
  CHECK(published() == Files{{"assets/2/site.css", "2"}, {"assets/3/site.css", "3"}, {"index.html", "three"}});
  publish_style("2", "three");
  CHECK(published() == Files{{"assets/2/site.css", "2"}, {"assets/3/site.css", "3"}, {"index.html", "three"}});
  fs::remove(output() + "/assets/3/site.css");
  write("public/assets/2/site.css", "theirs");
  publish_style("4", "four");
  CHECK(published() == Files{{"assets/2/site.css", "theirs"}, {"assets/4/site.css", "4"}, {"index.html", "four"}});
}

TEST_CASE_METHOD(Folder, "an output where a versioned file was takes its place") {
  render::OutputSet outputs;
  outputs.files.push_back(render::versioned("a/1/x", [] { return std::string("1"); }));
  REQUIRE(publish(outputs));
  publish(Files{{"a", "a file"}});
  CHECK(published() == Files{{"a", "a file"}});
  REQUIRE(publish(outputs));
  publish(Files{{"a/1/x/y", "below"}});
  CHECK(published() == Files{{"a/1/x/y", "below"}});
}

TEST_CASE_METHOD(Folder, "what somebody did to our files is overwritten by the next build") {
  publish(small);
  write("public/a.html", "scribbled");
  fs::remove(output() + "/index.html");
  fs::create_symlink("/etc/passwd", output() + "/index.html");
  CHECK(publish(small).written == 2);
  CHECK(published() == small);
}

TEST_CASE_METHOD(Folder, "one file that cannot be made, and the last edition stays") {
  publish(small);
  auto outputs = tests::outputs_of({{"a.html", "new"}, {"index.html", "new"}, {"z.html", "new"}});
  outputs.files[1].make = []() -> Result<std::string> {
    return Failure{Failure::Kind::damaged, "index.html", "cut off"};
  };
  const auto result = publish(outputs);
  REQUIRE(!result);
  CHECK(result.failure().kind == Failure::Kind::damaged);
  CHECK(published() == small);
  expect_no_traces();
}

TEST_CASE_METHOD(Folder, "a publication that is given up leaves nothing") {
  publish(small);
  {
    publish::Options options;
    options.folder = output();
    const auto publication = Publication::open(options);
    REQUIRE(publication);
    CHECK(fs::is_directory(publication.value().temporary_folder()));
    CHECK(fs::is_empty(publication.value().temporary_folder()));
    write(fs::relative(publication.value().temporary_folder(), path()).string() + "/scrap", "x");
  }
  CHECK(published() == small);
  expect_no_traces();
}

TEST_CASE_METHOD(Folder, "what does not fit on the disk is a failure, and the last edition stays") {
  publish(small);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  auto* const handler = ::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{4096, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
  const auto result = publish(tests::outputs_of({{"index.html", std::string(100'000, 'x')}}));
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  ::signal(SIGXFSZ, handler);
  REQUIRE(!result);
  CHECK(result.failure().path == output() + "/index.html");
  CHECK(published() == small);
  expect_no_traces();
  CHECK(publish(Files{{"index.html", std::string(100'000, 'x')}}).written == 1);
}

TEST_CASE_METHOD(Folder, "the manifest is the same wherever and whenever the edition was published") {
  publish(small);
  const std::string manifest = read("public/manifest.json");
  const Folder other;
  other.publish(Files{{"a.html", "something else"}});
  other.publish(small);
  CHECK(other.read("public/manifest.json") == manifest);
  CHECK(manifest.find(path()) == std::string::npos);
}

TEST_CASE_METHOD(Folder, "progress counts every file once") {
  publish::Options options;
  options.folder = output();
  std::atomic<std::size_t> calls = 0;
  std::atomic<std::size_t> highest = 0;
  options.progress = [&](std::size_t done, std::size_t all) {
    ++calls;
    if (done == all) highest = done;
  };
  auto publication = Publication::open(options);
  REQUIRE(publication);
  REQUIRE(std::move(publication).value().publish(tests::outputs_of(small)));
  CHECK(calls == 3);
  CHECK(highest == 3);
}
