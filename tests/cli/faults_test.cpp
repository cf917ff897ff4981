// Faults of the environment, as a user would meet them: names that are not UTF-8, streams that take nothing, dates that are
// none, records half written, folders behind links.
#include <sys/stat.h>

#include <filesystem>

#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::Outcome;
using tests::run_program;
using tests::run_shirube;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// With streams as a shell sets them: `redirection` is >/dev/full, >&- …
Outcome run_redirected(const std::string& arguments, const std::string& redirection) {
  return run_program({"sh", "-c", std::string("'") + SHIRUBE_PROGRAM + "' " + arguments + " " + redirection});
}

struct SmallSite : TemporaryFolder {
  SmallSite() {
    write("site.yaml", "title: 試験\ntheme_overrides: theme\n");
    write("content/index.md", "# 試験\n\n本文。\n");
    write("theme/notes.txt", "");
  }
  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-r", path(), "--lang", "en"});
    return run_shirube(std::move(arguments));
  }
  Outcome run_at(const std::string& epoch, const std::string& command) const {
    return run_program({"env", "SOURCE_DATE_EPOCH=" + epoch, SHIRUBE_PROGRAM, "-r", path(), "--lang", "en", command});
  }
  bool is_tidy() const {
    for (const auto& entry : fs::directory_iterator(path())) {
      if (entry.path().filename().string().starts_with(".shirube")) return false;
    }
    return true;
  }
};

}  // namespace

TEST_CASE_METHOD(SmallSite, "a name that is not UTF-8 is one finding, wherever it is, and nothing is left over") {
  const auto name = GENERATE(as<std::string>(), "content/a\xFF.md", "content/a\xFF.png", "content/a\xFF.yaml",
                             "content/a\xFF.csv", "content/a\xFF.xlsx", "content/\x95\x5C/index.md", "content/sub/\x95\x5C.png",
                             "theme/assets/\x95\x5C.css", "theme/layouts/\x95\x5C.html", "theme/\xFF/x.css",
                             "templates/\x95\x5C.yaml", "templates/versions/\xC3.json", "content/\xED\xA0\x80.md");
  write(name, "x");
  for (const char* command : {"check", "build"}) {
    const Outcome outcome = run({command});
    INFO(command << " " << name << "\n" << outcome.err);
    CHECK(outcome.code == 1);
    CHECK(holds(outcome.err, "[name-encoding]"));
    CHECK(holds(outcome.err, "\\x"));
    CHECK(holds(outcome.err, "cp932"));
    CHECK(holds(outcome.err, "1 error,"));
    CHECK(is_tidy());
    CHECK(!fs::exists(*this / "public"));
  }
}

TEST_CASE_METHOD(SmallSite, "a Shift_JIS name is shown as it was meant") {
  write("content/\x95\x5C.png", "x");
  CHECK(holds(run({"check"}).err, "content/\\x95\\.png` is not UTF-8 (Shift_JIS: 表.png)"));
}

TEST_CASE_METHOD(SmallSite, "SOURCE_DATE_EPOCH is whole seconds up to the year 9999, or the run does not start") {
  for (const char* wrong : {"9223372036854775807", "abc", "-1", "100000000000000000000", "", " ", "1 ", "1.5", "+1", "0x10",
                            "253402300800", "１"}) {
    for (const char* command : {"check", "build"}) {
      const Outcome outcome = run_at(wrong, command);
      INFO("`" << wrong << "` " << outcome.err);
      CHECK(outcome.code == 2);
      CHECK(holds(outcome.err, "from 0 to 253402300799"));
    }
  }
  CHECK(!fs::exists(*this / "public"));
  for (const char* right : {"0", "1", "315532800", "1700000000", "253402300799"}) {
    INFO(right);
    CHECK(run_at(right, "build").code == 0);
  }
}

TEST_CASE_METHOD(SmallSite, "what standard output does not take ends with 4") {
  const std::string site = "-r '" + path() + "' --lang en ";
  write("page.md", "# x\n");
  for (const std::string& command :
       {"render '" + path() + "/page.md'", site + "evaluate --expression 1+1", site + "check --json", std::string("explain"),
        std::string("explain encoding"), std::string("--help"), std::string("--version"), site + "inspect --coverage --json",
        site + "build --help"}) {
    INFO(command);
    CHECK(run_redirected(command, ">/dev/null").code == 0);
    CHECK(run_redirected(command, ">/dev/full").code == 4);
    const Outcome closed = run_redirected(command, ">&-");
    CHECK(closed.code == 4);
    CHECK(holds(closed.err, "standard output"));
  }
}

TEST_CASE_METHOD(SmallSite, "a closed stream is never one of our files, and a reader that has gone is not reported") {
  const std::string build = "-r '" + path() + "' build";
  CHECK(run_redirected(build, "<&- >&- 2>&-").code == 0);
  CHECK(holds(read("public/manifest.json"), "index.html"));
  CHECK(run_redirected("render -", "<&-").code == 3);
  const Outcome gone = run_program({"bash", "-c", std::string("set -o pipefail; '") + SHIRUBE_PROGRAM + "' explain --json | true"});
  CHECK(gone.err.empty());
}

TEST_CASE_METHOD(SmallSite, "a link or a pipe among the theme's files is reported") {
  const std::string what = GENERATE("link", "folder link", "pipe");
  write("theme/assets/own.css", "body{}");
  if (what == "link") fs::create_symlink("own.css", *this / "theme/assets/other.css");
  if (what == "folder link") fs::create_directory_symlink("..", *this / "theme/assets/up");
  if (what == "pipe") REQUIRE(::mkfifo((*this / "theme/assets/pipe.js").c_str(), 0600) == 0);
  const Outcome outcome = run({"check"});
  INFO(what << outcome.err);
  CHECK(outcome.code == 3);
  CHECK(holds(outcome.err, what == "pipe" ? "Not a regular file [unreadable-file]" : "[symbolic-link]"));
}

TEST_CASE_METHOD(SmallSite, "pages that were edited by hand are named before they are replaced") {
  write("content/other.md", "# 別\n");
  REQUIRE(run({"build"}).code == 0);
  write("public/index.html", "手で直した");
  const Outcome again = run({"build"});
  CHECK(again.code == 0);
  CHECK(holds(again.err, "1 files that somebody has changed by hand are replaced: index.html\n"));
  CHECK(!holds(run({"build"}).err, "by hand"));
}

TEST_CASE_METHOD(SmallSite, "an output folder that a link leads into the sources is refused") {
  fs::create_directory_symlink(*this / "content", *this / "elsewhere");
  write("templates/x.txt", "");
  for (const std::string& output : {*this / "elsewhere/public", *this / "elsewhere", *this / "templates/public", *this / "theme"}) {
    const Outcome outcome = run({"build", "-o", output});
    INFO(output << outcome.err);
    CHECK(outcome.code == 4);
    CHECK(holds(outcome.err, "[output-among-sources]"));
  }
  CHECK(!fs::exists(*this / "content/public"));
}

TEST_CASE_METHOD(SmallSite, "nothing is read in a folder that is not ours") {
  // A list of people would be reported, had it been read.
  write("foreign/people.csv", "社員番号,氏名,所属\n1,山田,営業\n");
  fs::create_directories(*this / "foreign/closed");
  fs::permissions(*this / "foreign/closed", fs::perms::none);
  const Outcome outcome = run({"build", "-o", *this / "foreign"});
  fs::permissions(*this / "foreign/closed", fs::perms::owner_all);
  INFO(outcome.err);
  CHECK(outcome.code == 4);
  CHECK(holds(outcome.err, "[output-not-ours]"));
  CHECK(!holds(outcome.err, "[personal-file]"));
}

TEST_CASE("a run that is refused memory ends with 4 and one sentence, never with a wrong edition") {
  const Outcome outcome = run_program({SHIRUBE_SOURCE_DIR "/tests/attack/memory", SHIRUBE_PROGRAM, "--points", "24"});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.code == 0);
  CHECK(holds(outcome.out, " passed, 0 failed\n"));
}

TEST_CASE_METHOD(SmallSite, "a file beyond the limit is named, in check and in build; below it is copied as it is") {
  std::string large(1'000'000, 'x');
  for (std::size_t i = 0; i < large.size(); i += 1000) large[i] = static_cast<char>('a' + i / 1000 % 26);
  write("site.yaml", "title: 試験\nfiles: [downloads]\n");
  write("content/downloads/large.zip", large);
  REQUIRE(run({"build"}).code == 0);
  CHECK(read("public/downloads/large.zip") == large);
  CHECK(holds(run({"build"}).err, "(0 written"));
  write("public/downloads/large.zip", std::string(large.size(), 'y'));
  CHECK(holds(run({"build"}).err, "are replaced: downloads/large.zip"));
  CHECK(read("public/downloads/large.zip") == large);
  write("site.yaml", "title: 試験\nfiles: [downloads]\nlimits: {asset_bytes: 999999}\n");
  for (const char* command : {"check", "build"}) {
    const Outcome outcome = run({command});
    CHECK(outcome.code == 1);
    CHECK(holds(outcome.err, "content/downloads/large.zip: error: the file has 1000000 bytes; the limit is 999999 [limit-asset]"));
  }
}

TEST_CASE_METHOD(SmallSite, "a record that was cut off is fixed by recording it again, and a full disk cuts none off") {
  write("site.yaml", "title: 試験\nworkbooks: [x]\n");
  write("templates/x.yaml",
        "id: x\nversion: 1.0.0\ntitle: X\ndescription: D\nsheets:\n  - {id: s, name: S, title: S, blocks: [{block: form, id: f, "
        "fields: [{id: b, label: B}]}]}\n");
  REQUIRE(run({"diff", "--templates", "--record"}).code == 0);
  const std::string record = read("templates/versions/x-1.0.0.json");
  for (const std::string& cut : {std::string(), record.substr(0, 20)}) {
    write("templates/versions/x-1.0.0.json", cut);
    const Outcome refused = run({"check"});
    CHECK(refused.code == 1);
    CHECK(holds(refused.err, "--record --replace"));
    const Outcome mended = run({"diff", "--templates", "--record", "--replace"});
    INFO(mended.err);
    CHECK(mended.code == 0);
    CHECK(read("templates/versions/x-1.0.0.json") == record);
  }
  write("templates/x.yaml", [&] {
    std::string text = read("templates/x.yaml");
    return text.replace(text.find("label: B"), 8, "label: C");
  }());
  const Outcome limited = run_program({"sh", "-c", std::string("ulimit -f 0; '") + SHIRUBE_PROGRAM + "' -r '" + path() +
                                                       "' -q diff --templates --record --replace 2>/dev/null"});
  CHECK(limited.code == 4);
  CHECK(read("templates/versions/x-1.0.0.json") == record);
}
