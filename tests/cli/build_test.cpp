// The whole program on whole sites: what it publishes, twice, from anywhere, on any number of threads.
#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::Outcome;
using tests::run_shirube;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> tree(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const tests::Outcome text = tests::run_program({"cat", entry.path().string()});
    files[fs::relative(entry.path(), folder).string()] = text.out;
  }
  return files;
}

void expect_clean(const Outcome& outcome) {
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
}

}  // namespace

TEST_CASE_METHOD(TemporaryFolder, "the smallest site is site.yaml and one page") {
  write("site.yaml", "title: 小さな手引き\n");
  write("content/start.md", "# はじめに\n\nこれだけである。\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  const std::string html = read("public/index.html");
  CHECK(html.find("これだけである。") != std::string::npos);
  CHECK(html.find("小さな手引き") != std::string::npos);
}

TEST_CASE_METHOD(TemporaryFolder, "a page that is open during a build finds its style and scripts afterwards") {
  const auto publish = [&](const std::string& color) {
    write("theme/assets/own.css", "body{color:" + color + "}");
    write("content/start.md", "# はじめに\n");
    expect_clean(run_shirube({"-r", path(), "build"}));
  };
  const auto files_of_page = [&] {
    std::vector<std::string> files;
    const std::string html = read("public/search.html");
    for (const char* attribute : {"href=\"assets/", "src=\"assets/"}) {
      for (std::size_t at = html.find(attribute); at != std::string::npos; at = html.find(attribute, at + 1)) {
        const std::size_t begin = html.find('"', at) + 1;
        files.push_back(html.substr(begin, html.find('"', begin) - begin));
      }
    }
    return files;
  };
  const auto are_published = [&](const std::vector<std::string>& files) {
    return std::count_if(files.begin(), files.end(), [&](const std::string& file) { return fs::exists(*this / ("public/" + file)); });
  };
  write("site.yaml", "title: 試験\ntheme_overrides: theme\n");
  publish("red");
  const auto first = files_of_page();
  REQUIRE(first.size() > 5);
  CHECK(are_published(first) == static_cast<long>(first.size()));
  publish("green");
  const auto second = files_of_page();
  CHECK(std::find_first_of(first.begin(), first.end(), second.begin(), second.end()) == first.end());
  CHECK(are_published(first) == static_cast<long>(first.size()));
  CHECK(are_published(second) == static_cast<long>(second.size()));
  publish("blue");
  CHECK(are_published(first) == 0);
  CHECK(are_published(second) == static_cast<long>(second.size()));
}

TEST_CASE_METHOD(TemporaryFolder, "a page that is open during a build searches the new edition", "[.][javascript]") {
  write("site.yaml", "title: 試験\n");
  write("content/start.md", "# はじめに\n\n稟議の話。\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  fs::copy(*this / "public", *this / "old", fs::copy_options::recursive);
  fs::remove(*this / "content/start.md");
  write("content/index.md", "# 家\n");
  write("content/later.md", "# 後から\n\n稟議の続き。\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  CHECK(tests::run_program({"grep", "-rl", "話", *this / "public"}).out.empty());
  const Outcome found = tests::run_program({"node", SHIRUBE_SOURCE_DIR "/tests/javascript/search_anew.js", *this / "old",
                                            *this / "public", "稟議"});
  INFO(found.err);
  CHECK(found.out == "later.html\n");
}

TEST_CASE_METHOD(TemporaryFolder,
                 "our own handbook: equal to the byte on one thread, on eight, and from another folder") {
  const std::string root = SHIRUBE_SOURCE_DIR;
  expect_clean(run_shirube({"-r", root, "build", "--strict", "--jobs", "1", "-o", *this / "one"}));
  expect_clean(run_shirube({"-r", root, "build", "--strict", "--jobs", "8", "-o", *this / "eight"}));
  fs::create_directories(*this / "copy");
  for (const char* part : {"site.yaml", "content", "templates"}) {
    fs::copy(fs::path(root) / part, fs::path(*this / "copy") / part, fs::copy_options::recursive);
  }
  // The pages' dates come from the history.
  fs::create_symlink(fs::path(root) / ".git", fs::path(*this / "copy") / ".git");
  const Outcome time = tests::run_program({"git", "-C", root, "log", "-1", "--format=%ct"});
  REQUIRE(time.code == 0);
  expect_clean(tests::run_program({"env", "SOURCE_DATE_EPOCH=" + time.out.substr(0, time.out.find('\n')),
                                   SHIRUBE_PROGRAM, "-r", *this / "copy", "build", "-o", *this / "third"}));
  const auto one = tree(*this / "one");
  CHECK(one.size() > 20);
  CHECK(one == tree(*this / "eight"));
  CHECK(one == tree(*this / "third"));
  for (const char* workbook : {"mbo-sheet", "kpi-weekly", "roadmap-kit"}) {
    CHECK(one.contains("workbooks/" + std::string(workbook) + ".xlsx"));
  }
}

TEST_CASE_METHOD(TemporaryFolder, "a second build writes nothing and keeps the times of the files") {
  write("site.yaml", "title: 試験\n");
  write("content/index.md", "# 試験\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  const auto before = fs::last_write_time(*this / "public/index.html");
  const Outcome second = run_shirube({"-r", path(), "build"});
  expect_clean(second);
  CHECK(second.err.find("0 written") != std::string::npos);
  CHECK(fs::last_write_time(*this / "public/index.html") == before);
}

TEST_CASE_METHOD(TemporaryFolder, "a mistake costs nothing that was published, and all mistakes are reported") {
  write("site.yaml", "title: 試験\n");
  write("content/index.md", "# 試験\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  const auto before = tree(*this / "public");
  write("content/index.md", "# 試験\n\n[甲](no.md) [乙](nowhere.md)\n");
  const Outcome outcome = run_shirube({"-r", path(), "build", "--lang", "ja"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("content/index.md:3:5: エラー: 「no.md」というページもファイルもありません [unknown-page]") !=
        std::string::npos);
  CHECK(outcome.err.find("nowhere.md") != std::string::npos);
  CHECK(tree(*this / "public") == before);
}

TEST_CASE_METHOD(TemporaryFolder, "drafts and narrower audiences reach no file of the edition") {
  write("site.yaml", "title: 試験\n");
  write("content/index.md", "# 試験\n\n```{children}\n```\n");
  write("content/draft.md", "---\ndraft: true\n---\n# 下書きの秘密\n");
  write("content/managers.md", "---\naudience: managers\n---\n# 管理職の秘密\n");
  write("content/records.yaml",
        "checklists:\n  - {id: secret, audience: managers, title: 記録の秘密, items: [{id: a, title: 甲}]}\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  for (const auto& [name, text] : tree(*this / "public")) {
    INFO(name);
    CHECK(text.find("秘密") == std::string::npos);
  }
}

TEST_CASE_METHOD(TemporaryFolder, "clean removes what a build made and nothing else") {
  write("site.yaml", "title: 試験\n");
  write("content/index.md", "# 試験\n");
  expect_clean(run_shirube({"-r", path(), "build"}));
  write("public/letter.txt", "手紙");
  expect_clean(run_shirube({"-r", path(), "clean"}));
  CHECK(read("public/letter.txt") == "手紙");
  CHECK(tree(*this / "public").size() == 1);
}

TEST_CASE_METHOD(TemporaryFolder, "the installed program finds its theme and templates beside itself") {
  expect_clean(tests::run_program({"cmake", "--install", SHIRUBE_BINARY_DIR, "--prefix", *this / "prefix"}));
  write("site/site.yaml", "title: 試験\nworkbooks: [mbo-sheet]\n");
  write("site/content/index.md", "# 試験\n");
  write("site/content/records.yaml",
        "categories: [売上・粗利貢献, 組織貢献, 技術貢献, 人材育成, コンプライアンス]\nobjectives:\n"
        "  - {id: company, title: 会社の目標, level: company, owner: 経営層}\n"
        "  - {id: sales, title: 営業の目標, level: organisation, owner: 部門長, parent: company}\n");
  expect_clean(tests::run_program({*this / "prefix/bin/shirube", "-r", *this / "site", "build"}));
  CHECK(fs::exists(*this / "site/public/workbooks/mbo-sheet.xlsx"));
}

TEST_CASE("render says that it does not know the records of a site, and a summary counts in plain words") {
  for (const char* text : {"売上は{value}`sales`である\n", "```{phase-table}\nplan: p\n```\n"}) {
    const Outcome outcome = run_shirube({"--lang", "en", "render", "-"}, text);
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.find("[render-alone]") != std::string::npos);
  }
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: 試験\n");
  folder.write("content/index.md", "# 試験\n\n[ない](none.md)\n");
  const Outcome outcome = run_shirube({"--lang", "en", "-r", folder.path(), "check"});
  INFO(outcome.err);
  CHECK(outcome.err.find("1 page and 0 workbooks checked in ") != std::string::npos);
  CHECK(outcome.err.find("; 1 error, 0 warnings\n") != std::string::npos);
}

TEST_CASE("render prints a body's HTML and nothing else") {
  const Outcome outcome = run_shirube({"render", "-"}, "これは**「重要」**です\n");
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "<p>これは<strong>「重要」</strong>です</p>\n");
  CHECK(outcome.err.empty());
}
