// check and build come to the same verdict, over every case there is and over what only a whole edition shows.
#include <set>

#include "source/discovery.h"
#include "source/json.h"
#include "source/unicode.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/program.h"
#include "support/txtar.h"

using namespace shirube;
using tests::Outcome;
using tests::run_shirube;
using tests::TemporaryFolder;

namespace {

// Rule and path of each finding.
std::multiset<std::string> findings_of(const Outcome& outcome) {
  std::multiset<std::string> findings;
  for (const auto& found : source::Json::parse(outcome.out)) {
    findings.insert(found["rule"].get<std::string>() + " " + found.value("path", std::string()));
  }
  return findings;
}

std::multiset<std::string> agreed_verdict(const std::string& root) {
  const Outcome check = run_shirube({"-r", root, "check", "--json"});
  const Outcome build = run_shirube({"-r", root, "-o", root + "/../out", "build", "--json"});
  INFO(check.err << build.err);
  CHECK(check.code == build.code);
  const auto findings = findings_of(check);
  CHECK(findings == findings_of(build));
  return findings;
}

std::string unescaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool byte = text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x';
    const bool point = text[i] == '\\' && i + 5 < text.size() && text[i + 1] == 'u';
    if (point) {
      source::append_utf8(result, static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else if (byte) {
      result += static_cast<char>(std::stoul(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

TEST_CASE("check and build agree on every case of a finding") {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  for (const std::string& path : source::discover(*checkout.value(), "tests/cases/kinds", {".case"}).files) {
    INFO(path);
    const TemporaryFolder folder;
    folder.write("site/site.yaml", "title: 試験\nrules: {practice: off}\n");
    folder.write("site/content/index.md", "# 試験\n");
    for (const auto& [name, text] : tests::parse_txtar(tests::read_checkout(path)).files) {
      folder.write("site/" + name, unescaped(text));
    }
    (void)agreed_verdict(folder / "site");
  }
}

TEST_CASE("a name that the handbook uses itself is reported at the author's file, by check too") {
  const auto page = [](const std::string& name, const std::string& text = "# 頁\n") {
    const TemporaryFolder folder;
    folder.write("site/site.yaml", "title: 試験\nbase_url: https://handbook.example/\n");
    folder.write("site/content/index.md", "# 試験\n");
    folder.write("site/content/" + name, text);
    return agreed_verdict(folder / "site");
  };
  using Findings = std::multiset<std::string>;
  for (const std::string name : {"404.md", "search.md", "print.md"}) {
    INFO(name);
    CHECK(page(name) == Findings{"name-reserved content/" + name});
  }
  CHECK(page("Search.md") == Findings{"name-reserved content/Search.md"});
  CHECK(page("other.md").empty());
  CHECK(page("assets.md").empty());
  CHECK(page("searching.md").empty());

  const auto file = [](const std::string& name) {
    const TemporaryFolder folder;
    folder.write("site/site.yaml", "title: 試験\nbase_url: https://handbook.example/\nfile_types: [json, xml, webmanifest, css]\n");
    folder.write("site/content/index.md", "# 試験\n\n[a](" + name + ")\n");
    folder.write("site/content/" + name, "文");
    return agreed_verdict(folder / "site");
  };
  for (const std::string name : {"robots.txt", "manifest.json", "sitemap.xml", "feed.xml", "site.webmanifest"}) {
    INFO(name);
    CHECK(file(name) == Findings{"name-reserved content/" + name});
  }
  CHECK(file("Robots.txt") == Findings{"name-reserved content/Robots.txt"});
  CHECK(page("old.md", "---\naliases: [404.html]\n---\n# 旧\n") == Findings{"name-reserved content/old.md"});
}

TEST_CASE("names that are one file or folder elsewhere collide, with both named") {
  const auto verdict = [](const std::map<std::string, std::string>& files) {
    const TemporaryFolder folder;
    folder.write("site/site.yaml", "title: 試験\nfiles: [f]\n");
    folder.write("site/content/index.md", "# 試験\n");
    for (const auto& [name, text] : files) folder.write("site/content/" + name, text);
    return agreed_verdict(folder / "site");
  };
  CHECK(verdict({{"A/x.md", "# 一"}, {"a/y.md", "# 二"}}).contains("name-collision content/a/y.md"));
  CHECK(verdict({{"A/x.md", "# 一"}, {"A/y.md", "# 二"}}).empty());
  CHECK(verdict({{"f/x.html/y.png", "a"}, {"f/x.md", "# 二"}}).contains("name-collision content/f/x.html/y.png"));
  CHECK(verdict({{"f/Ｘ.png", "a"}, {"f/x.png", "b"}}).contains("name-collision content/f/Ｘ.png"));
  for (const std::string name : {"COM¹", "CONIN$", "conout$.x", "con .a", "lpt³"}) {
    INFO(name);
    CHECK(verdict({{name + ".md", "# 一"}}).contains("name-windows content/" + name + ".md"));
  }
  CHECK(verdict({{"a\u202Eb.md", "# 一"}}).contains("name-hidden content/a\u202Eb.md"));
  CHECK(verdict({{"a\x7F.md", "# 一"}}).contains("name-hidden content/a\x7F.md"));
}
