#include "support/catch.h"
#include "support/markdown.h"

using shirube::test::ReadPage;

namespace {

struct Row {
  std::string markdown;
  const char* findings;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.markdown);
    CHECK(ReadPage(row.markdown).findings() == row.findings);
  }
}

}  // namespace

TEST_CASE("only known schemes may be linked, however they are written") {
  check({
      {"[x](javascript:alert)", "link-scheme(javascript:alert)"},
      {"[x](JavaScript:alert)", "link-scheme(JavaScript:alert)"},
      {"[x](java&#115;cript:a)", "link-scheme(java&#115;cript:a)"},
      {"[x](javascript&colon;a)", "link-scheme(javascript&colon;a)"},
      {"[x](javascript\\:a)", "link-scheme(javascript\\:a)"},
      {"[x](java&Tab;script:a)", "link-control(java&Tab;script:a)"},
      {"[x](&#1;javascript:a)", "link-control(&#1;javascript:a)"},
      {"[x](<  javascript:a>)", "link-scheme(  javascript:a)"},
      {"[x](data:text/html,a)", "link-scheme(data:text/html,a)"},
      {"![x](data:image/png;base64,a)", "link-scheme(data:image/png;base64,a)"},
      {"[x](vbscript:a) [y](file:///etc)", "link-scheme(vbscript:a) link-scheme(file:///etc)"},
      {"[x](ms-excel:ofe|u|http://a) [y](view-source:a)",
       "link-scheme(ms-excel:ofe|u|http://a) link-scheme(view-source:a)"},
      {"<javascript:alert>", "link-scheme(javascript:alert)"},
      {"[x]\n\n[x]: javascript:a", "link-scheme([x])"},
      {"[x](//evil.example)", "link-host(//evil.example)"},
      {"[x](a\\b.md)", "link-backslash(a\\b.md)"},
      {"[x](<http://a b>)", "link-control(http://a b)"},
      {"[x](tel:03-1234) [y](MAILTO:a@b.jp) [z](メモ:1.md) [w](#見出し) [v](<日本語 パス.md>) [u](?q=a:b)", ""},
  });
  CHECK(ReadPage("a[**x**](javascript:alert)b").html() == "<p>a<strong>x</strong>b</p>\n");
  CHECK(ReadPage("![図](data:a)").page.references.empty());
}

TEST_CASE("a space in a target is reported where it made no link") {
  check({
      {"[日本](日本語 パス.md)", "link-blank(日本語 パス.md)"},
      {"![図](img/図 1.png)", "link-blank(img/図 1.png)"},
      {"[1](以下 参照)", ""},
      {"[a](b.md \"題 名\")", ""},
      {"\\[日本\\](日本語 パス.md)", ""},
      {"`[日本](日本語 パス.md)`", ""},
  });
}

TEST_CASE("hidden characters, raw HTML, wrong names are each reported") {
  check({
      {"a\u202Eb", "hidden-direction(\u202E)"},
      {"a\u2066b\u2069", "hidden-direction(\u2066) hidden-direction(\u2069)"},
      {"a\x01"
       "b",
       "control-character(\x01)"},
      {"a\rb", "lone-cr(\r)"},
      {"# a\r\rb\rc\r", "lone-cr(\r)"},
      {"---\rtitle: a\r---\rb\r", "lone-cr(\r)"},
      {"a\r\nb\rc\r\n", "lone-cr(\r)"},
      {"a\r\nb\r\n", ""},
      {"a\u0085b", "control-character(\u0085)"},
      {"a\x93\xfa", "encoding(\x93)"},
      {"a\uFDD0", "reserved-character(\uFDD0)"},
      {"外字\uE000は通る", ""},
      {"a <b>x</b>", "raw-html(<b>) raw-html(</b>)"},
      {"> <div>\n> x\n> </div>", "raw-html(<div>)"},
      {"a <!-- c -->", ""},
      {"{trem}`MBO`", "unknown-role(trem)"},
      {"> [!NOTES]\n> a", "unknown-alert(NOTES)"},
      {"a[^x]", "unknown-footnote([^x])"},
      {"## a {#x}\n## b {#x}", "duplicate-heading-id(b {#x})"},
      {"```{checklist\nid: a\n```", "directive-name({checklist)"},
      {"```{checklist} a b\n```", "directive-argument(a b)"},
      {"```{checklist}\nid: a\n", "directive-unclosed(```{checklist})"},
  });
}

TEST_CASE("near misses are suggested") {
  CHECK(ReadPage("{trem}`MBO`").sink.diagnostics().at(0).suggestion == "term");
  CHECK(ReadPage("> [!NOTES]\n> a").sink.diagnostics().at(0).suggestion == "NOTE");
}
