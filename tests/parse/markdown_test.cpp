#include "support/markdown.h"
#include "support/catch.h"

using shirube::test::ReadPage;

namespace {

struct Row {
  const char* markdown;
  const char* html;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.markdown);
    const ReadPage page(row.markdown);
    CHECK(page.html() == row.html);
    CHECK(page.findings().empty());
  }
}

}  // namespace

TEST_CASE("emphasis works next to Japanese text and punctuation") {
  check({
      {"これは**「重要」**です", "<p>これは<strong>「重要」</strong>です</p>\n"},
      {"値は**100%**です", "<p>値は<strong>100%</strong>です</p>\n"},
      {"**この文を強調できますか（必須）？**残念ながら。",
       "<p><strong>この文を強調できますか（必須）？</strong>残念ながら。</p>\n"},
      {"これは*「重要」*です", "<p>これは<em>「重要」</em>です</p>\n"},
      {"これは***「重要」***です", "<p>これは<em><strong>「重要」</strong></em>です</p>\n"},
      {"これは~~「重要」~~です", "<p>これは<del>「重要」</del>です</p>\n"},
      {"これは~「重要」~です", "<p>これは~「重要」~です</p>\n"},
      {"値は~~100%~~です", "<p>値は<del>100%</del>です</p>\n"},
      {"これは**`code`**です", "<p>これは<strong><code>code</code></strong>です</p>\n"},
      {"これは**[書き方](a.md)**です", "<p>これは<strong><a href=\"a.md\">書き方</a></strong>です</p>\n"},
      {"**「a」**、**「b」**。", "<p><strong>「a」</strong>、<strong>「b」</strong>。</p>\n"},
      {"葛\U000E0100**(a)**です", "<p>葛\U000E0100<strong>(a)</strong>です</p>\n"},
      {"あ\uFE00**(a)**です", "<p>あ\uFE00<strong>(a)</strong>です</p>\n"},
      {"약**(a)**를", "<p>약<strong>(a)</strong>를</p>\n"},
      {"ｶﾅ**｢ｱ｣**ﾃﾞｽ", "<p>ｶﾅ<strong>｢ｱ｣</strong>ﾃﾞｽ</p>\n"},
      {"約￥**「a」**です", "<p>約￥<strong>「a」</strong>です</p>\n"},
      {"| **「a」**です |\n|---|\n| は**「b」**です |",
       "<table>\n<thead>\n<tr>\n<th><strong>「a」</strong>です</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
       "<td>は<strong>「b」</strong>です</td>\n</tr>\n</tbody>\n</table>\n"},
      {"`は**「重要」**です`", "<p><code>は**「重要」**です</code></p>\n"},
      {"    は**「重要」**です", "<pre><code>は**「重要」**です\n</code></pre>\n"},
      {"[x](は**「重要」**です)",
       "<p><a href=\"%E3%81%AF**%E3%80%8C%E9%87%8D%E8%A6%81%E3%80%8D**%E3%81%A7%E3%81%99\">x</a></p>\n"},
      {"は\\*\\*「重要」\\*\\*です", "<p>は**「重要」**です</p>\n"},
      {"5 * 3 * 2", "<p>5 * 3 * 2</p>\n"},
      {"> **「重要」**です", "<blockquote>\n<p><strong>「重要」</strong>です</p>\n</blockquote>\n"},
      {">**「重要」**です", "<blockquote>\n<p><strong>「重要」</strong>です</p>\n</blockquote>\n"},
      {"a**「b」**c", "<p>a<strong>「b」</strong>c</p>\n"},
  });
}

TEST_CASE("a line end between two Japanese characters shows nothing") {
  check({
      {"日本語の\n文章", "<p>日本語の文章</p>\n"},
      {"句点。\n次", "<p>句点。次</p>\n"},
      {"**強調**\n次", "<p><strong>強調</strong>次</p>\n"},
      {"前\n**強調**", "<p>前<strong>強調</strong></p>\n"},
      {"[リンク](a.md)\n次", "<p><a href=\"a.md\">リンク</a>次</p>\n"},
      {"~~消す~~\n次", "<p><del>消す</del>次</p>\n"},
      {"漢字\U000E0100\n次", "<p>漢字\U000E0100次</p>\n"},
      {"日本\nEnglish", "<p>日本\nEnglish</p>\n"},
      {"English\n日本", "<p>English\n日本</p>\n"},
      {"한국\n한국", "<p>한국\n한국</p>\n"},
      {"日本\n한국", "<p>日本\n한국</p>\n"},
      {"日本  \n語", "<p>日本<br />\n語</p>\n"},
      {"> 日本\n> 語", "<blockquote>\n<p>日本語</p>\n</blockquote>\n"},
  });
}

TEST_CASE("a bare address ends before Japanese text") {
  check({
      {"詳細はhttps://example.com/aをご覧",
       "<p>詳細は<a href=\"https://example.com/a\">https://example.com/a</a>をご覧</p>\n"},
      {"（https://example.com/）", "<p>（<a href=\"https://example.com/\">https://example.com/</a>）</p>\n"},
      {"https://example.com/a、次", "<p><a href=\"https://example.com/a\">https://example.com/a</a>、次</p>\n"},
      {"https://example.com/a。", "<p><a href=\"https://example.com/a\">https://example.com/a</a>。</p>\n"},
      {"「www.example.com」", "<p>「<a href=\"http://www.example.com\">www.example.com</a>」</p>\n"},
      {"宛先a.b@example.comまで", "<p>宛先<a href=\"mailto:a.b@example.com\">a.b@example.com</a>まで</p>\n"},
      {"mailto:a@example.com", "<p><a href=\"mailto:a@example.com\">mailto:a@example.com</a></p>\n"},
      {"https://example.com/?a=1&amp;b=2",
       "<p><a href=\"https://example.com/?a=1&amp;b=2\">https://example.com/?a=1&amp;b=2</a></p>\n"},
      {"**https://example.com**です",
       "<p><strong><a href=\"https://example.com\">https://example.com</a></strong>です</p>\n"},
      {"https://example.com/~user/", "<p><a href=\"https://example.com/~user/\">https://example.com/~user/</a></p>\n"},
      {"[https://example.com](a.md)", "<p><a href=\"a.md\">https://example.com</a></p>\n"},
      {"`https://example.com`", "<p><code>https://example.com</code></p>\n"},
      {"https\\://example.com", "<p>https://example.com</p>\n"},
      {"<https://example.com/目標>",
       "<p><a href=\"https://example.com/%E7%9B%AE%E6%A8%99\">https://example.com/目標</a></p>\n"},
  });
}

TEST_CASE("two tildes strike out as GFM says; one is a sign") {
  check({
      {"~~Hi~~ Hello, ~there~ world!", "<p><del>Hi</del> Hello, ~there~ world!</p>\n"},
      {"This will ~~~not~~~ strike.", "<p>This will ~~~not~~~ strike.</p>\n"},
      {"~~a~ b", "<p>~~a~ b</p>\n"},
      {"~~a *b* c~~", "<p><del>a <em>b</em> c</del></p>\n"},
      {"*a ~~b~~*", "<p><em>a <del>b</del></em></p>\n"},
      {"~a ~~b~~ c~", "<p>~a <del>b</del> c~</p>\n"},
      {"\\~a~", "<p>~a~</p>\n"},
      {"`~a~`", "<p><code>~a~</code></p>\n"},
      {"~~a\nb~~", "<p><del>a\nb</del></p>\n"},
      {"1~2、3~4", "<p>1~2、3~4</p>\n"},
      {"10 ~ 20 ~ 30", "<p>10 ~ 20 ~ 30</p>\n"},
  });
}

TEST_CASE("alerts are quotes whose first line names them") {
  check({
      {"> [!NOTE]\n> 本文",
       "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n<p>本文</p>\n</div>\n"},
      {"> [!warning]  \n> **a**\n>\n> b",
       "<div class=\"alert alert-warning\" role=\"note\">\n<p "
       "class=\"alert-title\">Warning</p>\n<p><strong>a</strong></p>\n"
       "<p>b</p>\n</div>\n"},
      {"> [!TIP]\n>\n> - a",
       "<div class=\"alert alert-tip\" role=\"note\">\n<p "
       "class=\"alert-title\">Tip</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"},
      {"[!NOTE]\n本文", "<p>[!NOTE]\n本文</p>\n"},
  });
}

TEST_CASE("words in the line of an alert's name make it a quotation") {
  CHECK(ReadPage("> [!NOTE] 同じ行").html() == "<blockquote>\n<p>[!NOTE] 同じ行</p>\n</blockquote>\n");
}

TEST_CASE("headings have ids, given or made from their text") {
  const ReadPage page(
      "# 目標管理（MBO）とは\n## 書き方 {#writing}\n## Set up & run\n## Set up & run\n## Set up & run-1\n## ！\n## "
      "`code` と **強調**\n"
      "がぎ\n---\n## か\u3099ぎ\n## ABC_d-e\n");
  std::string ids;
  for (const auto& heading : page.page.headings) ids += heading.id + "\n";
  CHECK(ids ==
        "目標管理mboとは\nwriting\nset-up--run\nset-up--run-1\nset-up--run-1-1\nsection\ncode-と-強調\nがぎ\nがぎ-"
        "1\nabc_d-e\n");
  CHECK(page.page.headings[1].text == "書き方");
  CHECK(page.html().find("<h2 id=\"writing\">書き方</h2>") != std::string::npos);
  CHECK(page.page.front_matter.title.value == "目標管理（MBO）とは");
  CHECK(page.findings().empty());
}

TEST_CASE("an id that its author gave is never lost to a made one") {
  const ReadPage page("# a\n# b {#a}\n");
  CHECK(page.page.headings[0].id == "a-1");
  CHECK(page.page.headings[1].id == "a");
}

TEST_CASE("tasks, in quotes and nested too") {
  check({
      {"- [ ] see [x]\n- [X] b",
       "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> see [x]</li>\n"
       "<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> b</li>\n</ul>\n"},
      {"> - [x] a",
       "<blockquote>\n<ul>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> a</li>\n</ul>\n</blockquote>\n"},
      {"- [ ]\n- [y] a", "<ul>\n<li>[ ]</li>\n<li>[y] a</li>\n</ul>\n"},
      {"- [ ] a\n\n- [ ] b",
       "<ul>\n<li>\n<p><input disabled=\"\" type=\"checkbox\"> a</p>\n</li>\n<li>\n"
       "<p><input disabled=\"\" type=\"checkbox\"> b</p>\n</li>\n</ul>\n"},
  });
}

TEST_CASE("footnotes are numbered by first use and lead back") {
  check(
      {{"b[^二]a[^1]b[^二]\n\n[^1]: one\n[^二]: 注\n",
        "<p>b<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>"
        "a<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\">2</a></sup>"
        "b<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\">1</a></sup></p>\n"
        "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn-1\">\n"
        "<p>注 <a href=\"#fnref-1\" class=\"footnote-back\" aria-label=\"Back to the text\">↩</a>"
        " <a href=\"#fnref-1-2\" class=\"footnote-back\" aria-label=\"Back to the text\">↩<sup>2</sup></a></p>\n</li>\n"
        "<li id=\"fn-2\">\n<p>one <a href=\"#fnref-2\" class=\"footnote-back\" aria-label=\"Back to the "
        "text\">↩</a></p>\n"
        "</li>\n</ol>\n</section>\n"}});
}

TEST_CASE("roles and directives are read, raw HTML passes only where it is allowed") {
  const ReadPage page("{term}`MBO`と{value}` company.sales `。\n\n```{glossary}\n```\n");
  CHECK(page.html() == "<p>MBOとcompany.sales。</p>\n<div class=\"directive\">{glossary}</div>\n");
  CHECK(page.findings().empty());
  REQUIRE(page.page.references.size() == 2);
  CHECK(page.page.references[1].role == "value");
  CHECK(page.page.references[1].destination == "company.sales");
  check({{"\\{term}`x` {a b}`c` {}`d`", "<p>{term}<code>x</code> {a b}<code>c</code> {}<code>d</code></p>\n"}});

  shirube::parse::MarkdownOptions options;
  options.raw_html = true;
  CHECK(ReadPage("<b>a</b>\n\n<div>\nx\n</div>\n", options).html() == "<p><b>a</b></p>\n<div>\nx\n</div>\n");
  CHECK(ReadPage("<b>a</b>\n\n<div>\nx\n</div>\n").html() == "<p>a</p>\n");
}
