// Refused and discouraged words are found however they are written, and only there.
#include <string>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

const std::string list = R"(wording:
  - {term: ふるい, level: refused, instead: 学習目標と支援の合意, allow: [ふるいち町], pages: [words.md, history/]}
  - {term: 布教, level: refused, instead: 技術広報}
  - {term: 布教活動, level: discouraged, instead: ナレッジ発信}
  - {term: Draft, level: discouraged, instead: 版の状態}
)";

std::string findings_on(const std::string& body, const std::string& page = "content/page.md") {
  const tests::MemorySite site({{"site.yaml", "title: 試験\nrules: {style-polite: off}\n"},
                                {"content/wording.yaml", list},
                                {page, "---\ntitle: 試験\n---\n" + body}});
  return site.findings();
}

}  // namespace

TEST_CASE("a word is found across emphasis, line ends and width") {
  CHECK(findings_on("段階的なふるい\n") == "content/page.md:4:5 wording-refused\n");
  CHECK(findings_on("段階的な**ふる**い\n") == "content/page.md:4:7 wording-refused\n");
  CHECK(findings_on("段階的なふる\nい\n") == "content/page.md:4:5 wording-refused\n");
  CHECK(findings_on("ﾌﾙｲ と ふ\u200bるい\n") == "content/page.md:4:7 wording-refused\n");
  CHECK(findings_on("> 引用の中のふる\n> い\n").find("wording-refused") != std::string::npos);
}

TEST_CASE("a Latin word is found whole, in either case and width") {
  CHECK(findings_on("（draft）とＤＲＡＦＴ\n") ==
        "content/page.md:4:2 wording-discouraged\ncontent/page.md:4:9 wording-discouraged\n");
  CHECK(findings_on("drafting と overdraft は別の語である\n").empty());
}

TEST_CASE("of two words in one place the longer is reported, once") {
  CHECK(findings_on("布教活動と布教\n") ==
        "content/page.md:4:1 wording-discouraged\ncontent/page.md:4:6 wording-refused\n");
}

TEST_CASE("harmless phrases and pages that may use a word are left alone") {
  CHECK(findings_on("ふるいち町に行く\n").empty());
  CHECK(findings_on("ふるいち町のふるい\n") == "content/page.md:4:7 wording-refused\n");
  CHECK(findings_on("ふるい\n", "content/words.md").empty());
  CHECK(findings_on("ふるい\n", "content/history/old.md").empty());
  CHECK(findings_on("ふるい\n", "content/words-2.md") == "content/words-2.md:4:1 wording-refused\n");
}

TEST_CASE("titles, directives, records and templates are looked through; code, keys and comments are not") {
  const tests::MemorySite site({
      {"site.yaml", "title: 試験\nworkbooks: [book]\nrules: {risk-incomplete: off}\n"},
      {"content/wording.yaml", list},
      {"content/page.md",
       "---\ntitle: ふるい\n---\n```{cards}\ncards:\n  - {title: 布教, text: 文, link: "
       "index.md}\n```\n\n```text\n布教\n```\n"},
      {"content/records.yaml",
       "# ふるい\nterms:\n  - {id: one, name: 一つ, reading: ひとつ, definition: 人の布教, avoid: [ふるい]}\n"},
      {"templates/book.yaml",
       "id: book\nversion: 1.0.0\ntitle: 帳票\ndescription: 説明\nsheets:\n  - name: 表\n    title: 布教の記録\n    "
       "blocks: []\n"},
  });
  const std::string findings = site.findings();
  INFO(findings);
  CHECK(findings.find("content/page.md:2:8 wording-refused") != std::string::npos);
  CHECK(findings.find("content/page.md:6:13 wording-refused") != std::string::npos);
  CHECK(findings.find("content/records.yaml:3:53 wording-refused") != std::string::npos);
  CHECK(findings.find("templates/book.yaml:7:12 wording-refused") != std::string::npos);
  CHECK(findings.find("content/page.md:10") == std::string::npos);
  CHECK(findings.find("content/records.yaml:1") == std::string::npos);
}

TEST_CASE("a site without a list refuses no word") {
  const tests::MemorySite site(
      {{"site.yaml", "title: 試験\n"}, {"content/page.md", "# 試験\n\n布教とふるいである。\n"}});
  CHECK(site.findings().empty());
  CHECK(site.loaded);
}
