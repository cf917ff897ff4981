// What the environment refuses: one clear error, the right exit code, and the last edition as it was.
#include <sys/stat.h>

#include <filesystem>

#include "cli/report.h"
#include "publish/publish.h"
#include "publish/refusal.h"
#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::Outcome;
using tests::run_shirube;
using tests::TemporaryFolder;

namespace {

struct SmallSite : TemporaryFolder {
  SmallSite() {
    write("site.yaml", "title: 試験\n");
    write("content/index.md", "# 試験\n\n本文。\n");
  }

  // Runs a command with --json; its one finding must be of this rule.
  void expect(int code, const std::string& rule, const std::string& command, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"-r", path(), command, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = run_shirube(arguments);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == code);
    const auto findings = source::Json::parse(outcome.out);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0]["rule"] == rule);
  }
};

}  // namespace

TEST_CASE_METHOD(TemporaryFolder, "a folder without site.yaml is not a site") {
  const Outcome outcome = run_shirube({"-r", path(), "build", "--json"});
  CHECK(outcome.code == 3);
  CHECK(source::Json::parse(outcome.out)[0]["rule"] == "no-site");
  CHECK(!std::filesystem::exists(*this / "public"));
}

TEST_CASE_METHOD(SmallSite, "a symbolic link is not followed, wherever it leads") {
  std::filesystem::create_directory_symlink("..", *this / "content/loop");
  expect(3, "symbolic-link", "check");
}

TEST_CASE_METHOD(SmallSite, "a pipe among the pages is reported and does not hang the build") {
  REQUIRE(mkfifo((*this / "content/pipe.md").c_str(), 0600) == 0);
  expect(3, "unreadable-file", "check");
}

TEST_CASE_METHOD(SmallSite, "an output folder that cannot be made") {
  expect(4, "output-failed", "build", {"-o", "/proc/no-such-folder/public"});
}

TEST_CASE_METHOD(SmallSite, "an output folder with files of others is left alone") {
  write("public/letter.txt", "大事な手紙");
  expect(4, "output-not-ours", "build");
  CHECK(read("public/letter.txt") == "大事な手紙");
}

TEST_CASE_METHOD(SmallSite, "an output folder that is not a folder") {
  write("letter.txt", "手紙");
  expect(4, "output-no-folder", "build", {"-o", *this / "letter.txt"});
  CHECK(read("letter.txt") == "手紙");
  expect(4, "output-mount-point", "build", {"-o", "/proc"});
}

TEST_CASE_METHOD(SmallSite, "nothing takes the name of the list of published files") {
  write("site.yaml", "title: 試験\nfile_types: [json]\n");
  write("content/index.md", "# 試験\n\n[一覧](manifest.json)\n");
  write("content/manifest.json", "{}");
  expect(1, "name-reserved", "check");
  expect(1, "name-reserved", "build");
  CHECK(!std::filesystem::exists(*this / "public"));

  // What reached the publisher all the same would be refused there.
  render::OutputSet outputs;
  outputs.files.push_back({publish::manifest_name, [] { return source::Result<std::string>(std::string("{}")); }});
  publish::Options options;
  options.folder = *this / "public";
  auto publication = publish::Publication::open(options);
  REQUIRE(publication);
  const auto published = std::move(publication).value().publish(outputs);
  REQUIRE(!published);
  diagnostic::Sink sink;
  cli::report_failure(published.failure(), false, sink);
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).rule == "output-reserved");
  CHECK(!std::filesystem::exists(*this / "public"));
}

TEST_CASE_METHOD(SmallSite, "a file of others that is where a page belongs is not overwritten") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  write("public/guide.html", "他人のファイル");
  write("content/guide.md", "# 案内\n");
  expect(4, "output-taken", "build");
  CHECK(read("public/guide.html") == "他人のファイル");
}

TEST_CASE_METHOD(SmallSite, "the site's own folders are not a place to publish") {
  expect(4, "output-among-sources", "build", {"-o", path()});
  expect(4, "output-among-sources", "build", {"-o", *this / "content/public"});
}

TEST_CASE_METHOD(SmallSite, "two builds of one folder do not mix") {
  publish::Options options;
  options.folder = *this / "public";
  const auto held = publish::Publication::open(options);
  REQUIRE(held);
  expect(4, "output-busy", "build");
}

TEST_CASE_METHOD(SmallSite, "a full disk costs nothing that was published") {
  write("site.yaml", "title: 試験\nfiles: [downloads]\n");
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  const std::string script = "mount -t tmpfs -o size=2m none '" + path() + "/disk' && cp -a '" + path() + "/public' '" +
                             path() + "/disk/public' && head -c 1500000 /dev/zero > '" + path() +
                             "/content/downloads/big.zip' && '" + SHIRUBE_PROGRAM + "' -r '" + path() + "' build --json -o '" +
                             path() + "/disk/public'; code=$?; cat '" + path() + "/disk/public/index.html' > '" +
                             path() + "/after.html'; exit $code";
  std::filesystem::create_directory(*this / "disk");
  if (tests::run_program({"unshare", "-rm", "true"}).code != 0) {
    WARN("SKIPPED: this machine lets nobody mount a small disk; the full disk was not tried");
    return;
  }
  write("content/downloads/second.zip", std::string(1'500'000, 'x'));
  const Outcome outcome = tests::run_program({"unshare", "-rm", "sh", "-c", script});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.code == 4);
  const auto findings = source::Json::parse(outcome.out);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["rule"] == "disk-full");
  CHECK(read("after.html") == read("public/index.html"));
}

TEST_CASE("a folder without a name cannot be swapped") {
  diagnostic::Sink sink;
  cli::report_failure({source::Failure::Kind::unsupported, ".", publish::nameless_folder}, false, sink);
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).rule == "output-nameless");
}

TEST_CASE("what a workbook reads back wrongly is reported as a damaged file") {
  diagnostic::Sink sink;
  cli::report_failure({source::Failure::Kind::damaged, "workbooks/a.xlsx", "sheet1.xml"}, false, sink);
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).rule == "damaged-output");
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).exit == diagnostic::Exit::environment);
}

TEST_CASE("what no workbook can contain is reported as its template's error") {
  diagnostic::Sink sink;
  cli::report_failure({source::Failure::Kind::unwritable, "a.xlsx", "記入: the text of row 3 needs 500 points"}, false,
                      sink);
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).rule == "workbook-fault");
  CHECK(diagnostic::info(sink.diagnostics().at(0).kind).exit == diagnostic::Exit::content);
}

TEST_CASE("a command line that makes no sense ends with 2, help with 0") {
  CHECK(run_shirube({"bild"}).code == 2);
  CHECK(run_shirube({"build", "--no-such-option"}).code == 2);
  CHECK(run_shirube({}).code == 2);
  CHECK(run_shirube({"--help"}).code == 0);
  CHECK(run_shirube({"--version"}).out.starts_with("shirube "));
  CHECK(run_shirube({"--help", "--lang", "ja"}).out.find("終了コード") != std::string::npos);
}
