// What authors wrote wrongly, or could not write, on whole sites: what is refused, reported and published.
#include <utility>
#include <vector>

#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::Outcome;
using tests::run_shirube;
using tests::TemporaryFolder;

namespace {

struct Site : TemporaryFolder {
  Site() {
    write("site.yaml", "title: 試験\nrules: {practice: off}\n");
    write("content/index.md", "---\ntitle: ホーム\n---\n\n本文\n");
  }
  Outcome build() const { return run_shirube({"-r", path(), "build", "--lang", "en"}); }
  // The page as it is published, which must be without a finding.
  std::string published(const std::string& page) const {
    const Outcome outcome = build();
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.find("warning:") == std::string::npos);
    return read("public/" + page);
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const std::string fields = "title: 改定案\ndraft: true\n";

}  // namespace

TEST_CASE_METHOD(Site, "front matter that does not begin in line 1 is an error, and nothing is published") {
  const std::vector<std::pair<std::string, int>> pages = {
      {"\n---\n" + fields + "audience: board\nneeds_approval: true\n---\n\n秘密\n", 2},
      {" ---\n" + fields + "---\n\n秘密\n", 1},
      {"----\n" + fields + "----\n\n# 題名\n\n秘密\n", 1},
      {"———\n" + fields + "———\n\n# 題名\n\n秘密\n", 1},
      {"－－－\n" + fields + "－－－\n\n# 題名\n\n秘密\n", 1},
      {"\uFEFF\n---\n" + fields + "---\n\n秘密\n", 2},
      // Others of the kind.
      {"　\n---\n" + fields + "---\n秘密\n", 2},
      {"\u200B---\n" + fields + "---\n秘密\n", 1},
      {"---　\n" + fields + "---\n秘密\n", 1},
      {"--\n" + fields + "--\n秘密\n", 1},
      {"ーーー\n" + fields + "ーーー\n秘密\n", 1},
      {"+++\ntitle = \"改定案\"\ndraft = true\n+++\n秘密\n", 1},
      {"---\n題名: x\nDraft：true\n---\n秘密\n", 0},
      {"    ---\n    title: 改定案\n    draft: true\n    ---\n秘密\n", 1},
      {fields + "---\n秘密\n", 1},
      {"draft: true\n\n秘密\n", 1},
      {"# 改定案\n\n---\n" + fields + "---\n\n秘密\n", 3},
      {"<!-- メモ -->\n---\n" + fields + "---\n\n秘密\n", 2},
      {"---\ntitle: a\n---\n---\ndraft: true\n---\n秘密\n", 4},
      {"```yaml\n" + fields + "```\n秘密\n", 1},
      {"\r\n---\r\ntitle: 改定案\r\ndraft: true\r\n---\r\n秘密\r\n", 2},
  };
  for (const auto& [text, line] : pages) {
    INFO(text);
    write("content/p.md", text);
    const Outcome outcome = build();
    INFO(outcome.err);
    CHECK(outcome.code == 1);
    if (line > 0) {
      CHECK(holds(outcome.err, "content/p.md:" + std::to_string(line) + ":1: error"));
      CHECK(holds(outcome.err, "[front-matter-place]"));
      CHECK(count(outcome.err, "error:") == 1);
    }
    const Outcome secret = tests::run_program({"grep", "-rl", "秘密", path() + "/public"});
    CHECK(secret.out.empty());
  }
}

TEST_CASE_METHOD(Site, "lines and rules that are not front matter stay what they are") {
  for (const char* text : {"# a\n\n---\n\n本文: これは文である\n\n---\n", "本文\n\n---\n\n担当: 総務\n", "# a\n\n```yaml\ntitle: x\ndraft: true\n```\n",
                           "---\ntitle: a\n---\n\n---\n\n次の文\n", "# a\n\n| title | owner |\n| --- | --- |\n| x | y |\n"}) {
    INFO(text);
    write("content/p.md", text);
    CHECK(!holds(build().err, "front-matter-place"));
  }
}

TEST_CASE_METHOD(Site, "one tilde is a character, two strike out") {
  write("content/p.md",
        "---\ntitle: 範囲\n---\n\n対象は10~20件、見込みは30~40件である。\n\n受付は9:00~12:00と13:00~17:00に分ける。\n\n"
        "| 区分 | 単価 |\n| --- | --- |\n| 初級 | 5~6万円、研修は7~8万円 |\n\n~~旧制度~~は使わない。\n");
  const std::string html = published("p.html");
  for (const char* part : {"10~20件、見込みは30~40件", "9:00~12:00と13:00~17:00", "5~6万円、研修は7~8万円"}) {
    CHECK(holds(html, part));
    CHECK(holds(read("public/print.html"), part));
  }
  CHECK(count(html, "<del>") == 1);
  CHECK(run_shirube({"render", "-"}, "~~旧制度~~").out == "<p><del>旧制度</del></p>\n");
}

TEST_CASE_METHOD(Site, "the title stays on a page whose body has a heading of level 1 further down") {
  write("content/a.md", "---\ntitle: 勤怠の手引き\ndescription: 申請から締めまで\n---\n\nはじめの説明。\n\n# 第二部\n\n本文\n\n# 第三部\n");
  const Outcome outcome = build();
  CHECK(outcome.code == 0);
  CHECK(count(outcome.err, "[late-h1]") == 2);
  for (const char* file : {"public/a.html", "public/print.html"}) {
    CHECK(count(read(file), ">勤怠の手引き</h1>") + count(read(file), "勤怠の<wbr>手引き</h1>") == 1);
    CHECK(holds(read(file), "<p class=\"lead\">申請から締めまで</p>"));
  }
}

TEST_CASE_METHOD(Site, "the navigation counts as people do, and pages without a weight come last") {
  write("content/1-a.md", "# 一\n");
  write("content/2-b.md", "# 二\n");
  write("content/10-c.md", "# 十\n");
  write("content/3/index.md", "# 三\n");
  write("content/new.md", "# 新しい\n");
  write("content/w.md", "---\ntitle: 重み10\nweight: 10\n---\n本文\n");
  write("content/v.md", "---\ntitle: 重み2\nweight: 2\n---\n本文\n");
  const std::string html = published("index.html");
  std::size_t at = 0;
  for (const char* title : {"重み2", "重み10", "一", "二", "三", "十", "新しい"}) {
    INFO(title);
    const std::size_t next = html.find(">" + std::string(title) + "</a>", at);
    REQUIRE(next != std::string::npos);
    at = next;
  }
}

TEST_CASE_METHOD(Site, "hints name files of the site, with their own case") {
  write("content/図.png", "x");
  write("content/mbo/index.md", "# 章\n");
  write("content/mbo/img/a.png", "x");
  write("content/old.md", "---\ntitle: 旧\ndraft: true\n---\n");
  write("content/p.md",
        "# 図\n\n![図](図.PNG)\n\n![図](img/なし.png)\n\n[章](MBO/index.md)\n\n![a](a.png)\n\n[旧](old.md)\n");
  const std::string err = build().err;
  CHECK(holds(err, "did you mean `図.png`?"));
  CHECK(holds(err, "`img/なし.png` is not a file of the site"));
  CHECK(holds(err, "did you mean `/mbo/index.md`?"));
  CHECK(holds(err, "did you mean `mbo/img/a.png`?"));
  CHECK(holds(err, "`old.md` is a draft and is not published"));
  CHECK(!holds(err, "link to the .md file"));
}

TEST_CASE_METHOD(Site, "a fragment is found however its characters are composed") {
  // が as か and a mark, in the link, and in the id.
  write("content/p.md", "# 題\n\n## ガイド\n\n## 別 {#が}\n\n[a](#ガイド) [b](#%E3%82%AB%E3%82%99イド) [c](#か\u3099)\n");
  const std::string html = published("p.html");
  CHECK(count(html, "href=\"#%E3%82%AC%E3%82%A4%E3%83%89\"") >= 3);
}

TEST_CASE_METHOD(Site, "a fragment is found in either width and case, as itself first") {
  write("content/a.md", "# 題\n\n## 手順9\n\n## 第１０節\n\n## 様式 {#Form-A}\n");
  write("content/p.md",
        "# 題\n\n[a](a.md#手順9) [b](a.md#手順９) [c](a.md#%E6%89%8B%E9%A0%869) [d](a.md#第10節) [e](a.md#第１０節) [f](a.md#form-a)\n");
  const std::string html = published("p.html");
  CHECK(count(html, "href=\"a.html#%E6%89%8B%E9%A0%869\"") == 3);
  CHECK(count(html, "href=\"a.html#%E7%AC%AC%EF%BC%91%EF%BC%90%E7%AF%80\"") == 2);
  CHECK(count(html, "href=\"a.html#Form-A\"") == 1);
  write("content/b.md", "# 題\n\n## 第9条\n\n## 第９条\n\n[a](#第9条)と[b](#第９条)\n");
  const std::string both = published("b.html");
  CHECK(holds(both, "<a href=\"#%E7%AC%AC9%E6%9D%A1\">a</a>と<a href=\"#%E7%AC%AC%EF%BC%99%E6%9D%A1\">b</a>"));
}

TEST_CASE_METHOD(Site, "the page for what is missing works in any folder") {
  write("content/mbo/index.md", "# 目標\n\n本文\n");
  const std::string without = published("404.html");
  CHECK(!holds(without, "mbo/index.html"));
  CHECK(!holds(without, "assets/"));
  CHECK(holds(without, "href=\"./\""));
  write("site.yaml", "title: 試験\nbase_url: https://handbook.example.co.jp/\nrules: {practice: off}\n");
  const std::string html = published("404.html");
  CHECK(holds(html, "href=\"https://handbook.example.co.jp/mbo/index.html\""));
  for (std::size_t at = html.find(" href=\""); at != std::string::npos; at = html.find(" href=\"", at + 1)) {
    const std::string address = html.substr(at + 7, 40);
    INFO(address);
    CHECK((address.starts_with("https://handbook.example.co.jp/") || address.starts_with("#")));
  }
}

TEST_CASE_METHOD(Site, "pictures have the size that they are drawn in") {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x2C\x08\2\0\0\0", 29);
  write("content/img/a.png", png);
  write("content/b.svg", "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 80\"></svg>");
  write("content/broken.gif", "GIF8");
  write("content/p.md", "# 図\n\n![図](img/a.png) ![絵](b.svg) ![壊](broken.gif)\n");
  const std::string html = published("p.html");
  CHECK(holds(html, "alt=\"図\" width=\"640\" height=\"300\""));
  CHECK(holds(html, "alt=\"絵\" width=\"120\" height=\"80\""));
  CHECK(holds(html, "alt=\"壊\" loading"));
}

TEST_CASE_METHOD(Site, "readings are over their words, and the search knows both") {
  write("content/p.md",
        "---\ntitle: '{忖度|そんたく}の手引き'\n---\n\n{忖度|そんたく}と髙{橋|はし}と{貼付|ちょうふ}。\n\n## {稟議|りんぎ}\n\n"
        "| 語 | 読み |\n| --- | --- |\n| {印鑑|いんかん} | {a|b} |\n");
  write("content/literal.md", "# 波かっこ\n\n{a\\|b}と{成功/失敗}と`{漢字|かんじ}`と\\{漢字|かんじ}と{注}\n");
  const Outcome outcome = build();
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  const std::string html = read("public/p.html");
  CHECK(holds(html, "<p><ruby>忖度<rp>（</rp><rt>そんたく</rt><rp>）</rp></ruby>と髙<ruby>橋"));
  CHECK(holds(html, "<td><ruby>印鑑<rp>"));
  CHECK(holds(html, "<h2 id=\"稟議\"><ruby>稟議<rp>"));
  CHECK(holds(html, "<h1><ruby>忖度<rp>（</rp><rt>そんたく</rt><rp>）</rp></ruby>の手引き</h1>"));
  CHECK(holds(html, "<title>忖度の手引き | 試験</title>"));
  CHECK(!holds(html, "{忖度"));
  CHECK(holds(read("public/print.html"), "<rt>そんたく</rt>"));
  const std::string literal = read("public/literal.html");
  CHECK(count(literal, "<ruby>") == 0);
  CHECK(holds(literal, "<code>{漢字|かんじ}</code>と{漢字|かんじ}"));
}

TEST_CASE_METHOD(Site, "what folds is Markdown, and open in the edition for paper") {
  const std::string text =
      "---\ntitle: 折りたたみ\n---\n\n<details>\n<summary>例外 A&amp;B</summary>\n\n印刷されるべき**文**。\n\n"
      "## 中の見出し\n\n<details>\n<summary>内側</summary>\n\n- 項目\n\n</details>\n\n</details>\n\n後の文\n";
  std::string style;
  for (const char* raw : {"", "raw_html: true\n"}) {
    write("site.yaml", "title: 試験\nrules: {practice: off}\n" + std::string(raw));
    write("content/p.md", text);
    const std::string html = published("p.html");
    const std::size_t sheet = html.find("assets/", html.find("rel=\"stylesheet\""));
    style = html.substr(sheet, html.find('"', sheet) - sheet);
    CHECK(holds(html, "<details class=\"fold\">\n<summary>例外 A&amp;B</summary>\n<p>印刷されるべき<strong>文</strong>。</p>"));
    CHECK(holds(html, "<h2 id=\"中の見出し\">"));
    CHECK(count(read("public/print.html"), "<details class=\"fold\" open=\"\">") == 2);
    CHECK(count(html, "</details>\n<p>後の文</p>") == 1);
  }
  CHECK(holds(tests::run_program({"cat", path() + "/public/" + style}).out,
              ".article details::details-content{"));
}

TEST_CASE_METHOD(Site, "an author's comments reach no output") {
  write("content/p.md",
        "<!-- 秘密1 -->\n# 題名 <!-- 秘密2 -->\n\n本文<!-- 秘密3 -->の続き。\n\n<!--\n秘密4\n\n[^x]: 秘密5\n-->\n\n- 項目\n  <!-- 秘密6 -->\n\n"
        "| a | b |\n| --- | --- |\n| c <!-- 秘密7 --> | d |\n");
  for (const char* raw : {"", "raw_html: true\n"}) {
    write("site.yaml", "title: 試験\nrules: {practice: off}\n" + std::string(raw));
    const std::string html = published("p.html");
    CHECK(holds(html, "<p>本文の続き。</p>"));
    CHECK(holds(html, "<title>題名 | 試験</title>"));
    CHECK(tests::run_program({"grep", "-rl", "秘密", path() + "/public"}).out.empty());
  }
  for (const char* text : {"本文 <!-- a\n\nb -->\n", "本文 <!-- a -- b --\n", "    <!-- a -->\n", "<!-- a\n", "> <!-- a\n\nb -->\n",
                           "| a | b |\n| --- | --- |\n| <!-- x | y --> | z |\n"}) {
    INFO(text);
    write("content/p.md", "# a\n\n" + std::string(text));
    const Outcome outcome = build();
    CHECK(outcome.code == 1);
    CHECK(holds(outcome.err, "[comment-unclosed]"));
  }
}

TEST_CASE_METHOD(Site, "wording is judged in prose alone") {
  write("site.yaml", "title: 試験\n");
  write("content/w.yaml", "wording:\n  - {term: 禁句, level: refused, instead: 別の語}\n");
  write("content/p.md",
        "# t\n\n    code 禁句 indented\n\n```js {1}\nlet 禁句 = 1;\n```\n\n```js\nlet 禁句 = 2;\n```\n\n`禁句`と[語](#禁句)\n\n## 禁\\句 {#禁句}\n\n"
        "<!-- 禁句 -->\n\n- 項目\n\n  ~~~\n  禁句\n  ~~~\n");
  CHECK(published("p.html").size() > 0);
  for (const char* text : {"これは禁句である。", "禁**句**", "禁\n句", "| 禁句 | b |\n| --- | --- |", "- [ ] 禁句", "> 禁句", "[禁句](index.md)",
                           "本文[^a]\n\n[^a]: 禁句", "{禁|きん}句", "<details>\n<summary>禁句</summary>\n\na\n\n</details>", "## 禁句",
                           "```{cards}\ncards: [{title: 禁句, link: index.md}]\n```"}) {
    INFO(text);
    write("content/p.md", "# t\n\n" + std::string(text) + "\n");
    const Outcome outcome = build();
    INFO(outcome.err);
    CHECK(count(outcome.err, "[wording-refused]") == 1);
  }
}
