// The three file systems, and what the real one refuses.
#include "source/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>

#include "source/descriptor.h"
#include "source/discovery.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube::source;
using shirube::tests::TemporaryFolder;
namespace fs = std::filesystem;
using Kind = Failure::Kind;

namespace {

struct Tree : TemporaryFolder {
  Tree() {
    write("content/a.md", "a");
    write("content/sub/b.md", "b");
    write("secret.txt", "secret");
  }
  std::unique_ptr<RealFileSystem> open() const {
    auto opened = RealFileSystem::open(*this / "content");
    REQUIRE(opened);
    return std::move(opened).value();
  }
};

Kind kind_of(const Result<std::string>& result) {
  REQUIRE(!result);
  return result.failure().kind;
}

}  // namespace

TEST_CASE_METHOD(Tree, "files below the root are read and listed") {
  const auto files = open();
  CHECK(files->read("sub/b.md").value() == "b");
  const auto listing = files->list("");
  REQUIRE(listing);
  REQUIRE(listing.value().size() == 2);
  CHECK(listing.value()[0].name == "a.md");
  CHECK(listing.value()[1].kind == DirectoryEntry::Kind::directory);
  CHECK(kind_of(files->read("none.md")) == Kind::not_found);
  CHECK(kind_of(files->read("sub")) == Kind::not_a_file);
  CHECK(kind_of(files->read("a.md/b.md")) == Kind::not_a_directory);
  CHECK(!RealFileSystem::open(*this / "nowhere"));
}

TEST_CASE_METHOD(Tree, "a large file and one that reports no size are read whole") {
  std::string large;
  for (int i = 0; i < 100'000; ++i) large += std::to_string(i);
  write("content/large", large);
  CHECK(open()->read("large").value() == large);
  const auto proc = RealFileSystem::open("/proc/self");
  REQUIRE(proc);
  CHECK(proc.value()->read("status").value().starts_with("Name:"));
}

TEST_CASE_METHOD(Tree, "a link is refused at the end of a path and in its middle, wherever it leads") {
  fs::create_symlink("../secret.txt", *this / "content/out.md");
  fs::create_symlink("a.md", *this / "content/in.md");
  fs::create_directory_symlink("sub", *this / "content/folder");
  fs::create_directory_symlink(".", *this / "content/loop");
  fs::create_symlink("gone", *this / "content/dangling.md");
  const auto files = open();
  for (const char* path : {"out.md", "in.md", "folder/b.md", "loop/loop/a.md", "dangling.md"}) {
    INFO(path);
    CHECK(kind_of(files->read(path)) == Kind::symbolic_link);
    CHECK(!files->write(path, "overwritten"));
    CHECK(!files->write(std::string(path) + "/new/deep.md", "x"));
  }
  const auto listed = files->list("loop");
  REQUIRE(!listed);
  CHECK(listed.failure().kind == Kind::symbolic_link);
  CHECK(read("content/sub/b.md") == "b");
  CHECK(read("secret.txt") == "secret");
  CHECK(!fs::exists(*this / "content/gone"));
}

TEST_CASE_METHOD(Tree, "a path that leaves the root is refused") {
  const auto files = open();
  for (const char* path : {"../secret.txt", "sub/../../secret.txt", "sub/../a.md", "..", "/etc/passwd"}) {
    INFO(path);
    CHECK(kind_of(files->read(path)) == Kind::outside_root);
    CHECK(!files->list(path));
    CHECK(!files->write(path, "x"));
    CHECK(!files->write(std::string("new/") + path, "x"));
  }
  CHECK(read("secret.txt") == "secret");
}

TEST_CASE_METHOD(Tree, "walking the path opens and refuses what openat2 does") {
  fs::create_symlink("a.md", *this / "content/in.md");
  fs::create_directory_symlink("sub", *this / "content/folder");
  const Descriptor root(::open((*this / "content").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  REQUIRE(root);
  const auto outcome = [](Descriptor opened) { return opened ? 0 : errno; };
  for (const char* path :
       {"", ".", "a.md", "sub", "sub/b.md", "sub/", "sub//b.md", "./a.md", "none", "none/b.md", "in.md", "folder",
        "folder/b.md", "a.md/b.md", "..", "sub/../a.md", "../secret.txt", "/etc/passwd"}) {
    for (const int flags : {O_RDONLY, O_RDONLY | O_DIRECTORY, O_PATH | O_DIRECTORY}) {
      INFO(path << ", flags " << flags);
      const int with_openat2 = outcome(open_below(root.get(), path, flags));
      const int walked = outcome(open_below_by_walking(root.get(), path, flags));
      // For a link where a folder was requested, openat2 says ELOOP or ENOTDIR, as the kernel's version pleases.
      if (with_openat2 == ENOTDIR && walked == ELOOP) continue;
      CHECK(with_openat2 == walked);
    }
  }
  CHECK(outcome(open_below_by_walking(root.get(), "folder/b.md", O_RDONLY)) == ELOOP);
  CHECK(outcome(open_below_by_walking(root.get(), "in.md", O_RDONLY)) == ELOOP);
  CHECK(outcome(open_below_by_walking(root.get(), "sub/../a.md", O_RDONLY)) == EXDEV);
}

TEST_CASE_METHOD(Tree, "a pipe or a socket is not a file, and nobody waits for it") {
  REQUIRE(::mkfifo((*this / "content/pipe.md").c_str(), 0600) == 0);
  REQUIRE(::mknod((*this / "content/socket.md").c_str(), S_IFSOCK | 0600, 0) == 0);
  const auto files = open();
  for (const char* path : {"pipe.md", "socket.md"}) {
    INFO(path);
    CHECK(kind_of(files->read(path)) == Kind::not_a_file);
    CHECK(!files->write(path, "x"));
  }
  const auto found = discover(*files, "", {".md"});
  CHECK(found.files == std::vector<std::string>{"a.md", "sub/b.md"});
  CHECK(found.failures.size() == 2);
}

TEST_CASE_METHOD(Tree, "writing makes folders and replaces the whole file") {
  const auto files = open();
  REQUIRE(files->write("new/deep/c.md", "a long first text"));
  REQUIRE(files->write("new/deep/c.md", "short"));
  CHECK(read("content/new/deep/c.md") == "short");
  const auto refused = files->write("a.md/c.md", "x");
  REQUIRE(!refused);
  CHECK(refused.failure().kind == Kind::not_a_directory);
}

TEST_CASE("a full device is reported") {
  const auto devices = RealFileSystem::open("/dev");
  REQUIRE(devices);
  const auto written = devices.value()->write("full", "x");
  REQUIRE(!written);
  CHECK(written.failure().kind == Kind::not_a_file);
}

TEST_CASE_METHOD(Tree, "discovery sorts by bytes, leaves hidden names out and names what it could not enter") {
  write("content/_draft.md", "");
  write("content/.hidden/x.md", "");
  write("content/sub-b.md", "");
  write("content/sub/\xE3\x81\x82.md", "");
  write("content/Z.md", "");
  write("content/picture.png", "");
  write("content/.md", "");
  fs::create_directory_symlink("..", *this / "content/up");
  const auto files = open();
  const auto found = discover(*files, "", {".md", ".yaml"});
  CHECK(found.files == std::vector<std::string>{"Z.md", "a.md", "sub-b.md", "sub/b.md", "sub/\xE3\x81\x82.md"});
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].kind == Kind::symbolic_link);
  CHECK(found.failures[0].path == "up");
  CHECK(discover(*files, "", {}).files.size() == 6);
  CHECK(discover(*files, "none", {}).failures.empty());
  CHECK(discover(*files, "a.md", {}).failures.size() == 1);
}

TEST_CASE("the tree in memory behaves like the real one") {
  MemoryFileSystem files({{"a.md", "a"}, {"sub/b.md", "b"}, {"sub-b.md", ""}});
  CHECK(files.read("sub/b.md").value() == "b");
  CHECK(kind_of(files.read("c.md")) == Kind::not_found);
  CHECK(files.list("").value().size() == 3);
  CHECK(files.list("sub").value().size() == 1);
  CHECK(!files.list("none"));
  REQUIRE(files.write("x/y.md", "y"));
  CHECK(discover(files, "", {".md"}).files == std::vector<std::string>{"a.md", "sub-b.md", "sub/b.md", "x/y.md"});
  files.fail("a.md", Kind::permission);
  files.fail("sub", Kind::permission);
  CHECK(kind_of(files.read("a.md")) == Kind::permission);
  CHECK(!files.write("a.md", ""));
  CHECK(discover(files, "", {}).failures.size() == 1);
}

TEST_CASE("the recorder remembers what was there and what was not") {
  MemoryFileSystem inner({{"a.md", "a"}, {"sub/b.md", "b"}});
  RecordingFileSystem files(inner);
  CHECK(files.read("a.md"));
  CHECK(!files.read("none.md"));
  CHECK(files.list("sub"));
  CHECK(!files.list("nowhere"));
  CHECK(files.write("out.html", "x"));
  inner.fail("broken", Kind::disk_full);
  CHECK(!files.write("broken", "x"));
  const AccessRecord record = files.record();
  CHECK(record.read == std::set<std::string>{"a.md"});
  CHECK(record.missed == std::set<std::string>{"none.md", "nowhere"});
  CHECK(record.listed == std::set<std::string>{"sub"});
  CHECK(record.written == std::set<std::string>{"out.html"});
}
