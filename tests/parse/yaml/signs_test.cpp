// What YAML drops, joins or cannot see is told or mended: comments that cut a text, folded lines, signs of an input method.
#include "parse/yaml/field_reader.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/parsed_text.h"

using namespace shirube;

namespace {

// The text of the field `a`.
std::string text_of(const std::string& yaml) {
  tests::ParsedText parsed(yaml);
  const auto node = parsed.yaml();
  REQUIRE(node);
  return node->find("a")->text;
}

std::string findings_of(const std::string& terms) {
  return tests::MemorySite({{"content/t.yaml", terms}}).findings();
}

std::string front(const std::string& fields) {
  return tests::MemorySite({{"content/index.md", "---\n" + fields + "---\n\n# 頁\n"}}).findings();
}

}  // namespace

TEST_CASE("a comment that cuts a text is told where it begins", "[yaml]") {
  CHECK(front("title: 第3四半期の目標 #2\ndescription: 部門 #1 の手引き\n") ==
        "content/index.md:2:17 yaml-comment\ncontent/index.md:3:17 yaml-comment\n");
  CHECK(front("title: 目標 # 註\n") == "content/index.md:2:11 yaml-comment\n");
  CHECK(front("title: #2 の目標\n") == "content/index.md:2:8 yaml-comment\n");
  CHECK(front("title: 目標\ntags: [甲, 乙 #1\n  ]\n") == "content/index.md:3:13 yaml-comment\n");
  CHECK(front("title: 目標\ntags:\n  - 甲 #1\n  - 乙\n") == "content/index.md:4:7 yaml-comment\n");
  CHECK(front("title: 第3四半期 #2\n  の目標\n") == "content/index.md:2:14 yaml-comment\n");
  CHECK(tests::MemorySite(tests::Files{{"site.yaml", "title: 手引き #1\n"}}).findings() == "site.yaml:1:12 yaml-comment\n");
}

TEST_CASE("a comment on its own line, behind quotes and behind what is no text is a comment", "[yaml]") {
  CHECK(front("# 註\ntitle: \"目標 #2\" # 註\nweight: 3 # 重さ\ndraft: false # まだ\nsearch: true #註\n"
              "last_reviewed: 2026-04-01 # 見直し\nslug: abc # 短く\nC: 1\n")
            .find("yaml-comment") == std::string::npos);
  CHECK(findings_of("figures:\n  - id: a # 一\n    label: \"C#\" # 二\n    unit: 円 # 三\n    value: 5 # 四\n"
                    "  - id: b\n    label: F#\n    unit: 円\n    formula: a * 2 # 倍\n")
            .empty());
}

TEST_CASE("a line end between Japanese characters leaves no blank in a folded, plain or quoted text", "[yaml]") {
  CHECK(text_of("a: >\n  長い文章を\n  途中で折る。\n") == "長い文章を途中で折る。");
  CHECK(text_of("a: 長い文章を\n  途中で折る。\n") == "長い文章を途中で折る。");
  CHECK(text_of("a: \"長い文章を\n  途中で折る。\"\n") == "長い文章を途中で折る。");
  CHECK(text_of("a: '長い文章を\n  ''途中''で\n  折る'\n") == "長い文章を '途中'で折る");
  CHECK(text_of("a: >-\n  Markdown と\n  YAML を\n  Excel に\n") == "Markdown と YAML を Excel に");
  CHECK(text_of("a: >\n  一段目の文を\n  折る。\n\n  二段目。\n") == "一段目の文を折る。\n二段目。");
  CHECK(text_of("a: 全角の　空白と 半角の 空白\n") == "全角の　空白と 半角の 空白");
  CHECK(text_of("a: \"折り\\\n  返し \\u3042\n  い\"\n") == "折り返し あい");
  CHECK(text_of("a: plain text\n  of two lines\n") == "plain text of two lines");
  CHECK(text_of("a: 価格は\n  100円\n") == "価格は 100円");
}

TEST_CASE("a block text ends in its last line", "[yaml]") {
  CHECK(text_of("a: |\n  一行\n  二行\n") == "一行\n二行");
  CHECK(text_of("a: |+\n  一行\n\n\nb: 1\n") == "一行");
  CHECK(text_of("a: >\n  一行\n\n") == "一行");
  CHECK(text_of("a: |\n  一行\n\n  三行\n") == "一行\n\n三行");
}

TEST_CASE("signs of an input method and of a word processor are named", "[yaml]") {
  const std::string place = "content/t.yaml:";
  CHECK(findings_of("＃ 註\nterms: []\n") == place + "1:1 yaml-wide-sign\n");
  CHECK(findings_of("terms: [{id: a，name: 甲}]\n") == place + "1:15 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: “率”, value: 1}\n") == place + "2:20 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: ＂5＂}\n") == place + "2:30 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 1, decimals: “1”}\n") == place + "2:43 yaml-wide-sign\n");
  CHECK(front("title: 頁\ntags: [目標，評価]\n") == "content/index.md:3:8 yaml-wide-sign\n");
  CHECK(front("title: 頁\ntags:\n  － 目標\n  － 評価\n").find("yaml-wide-sign") != std::string::npos);
}

TEST_CASE("signs that cannot be seen are named where YAML has its own", "[yaml]") {
  const std::string place = "content/t.yaml:";
  CHECK(findings_of("terms\u200B: []\n") == place + "1:6 yaml-hidden-sign\n");
  CHECK(findings_of("terms:\u00A0[]\n").find("yaml-hidden-sign") != std::string::npos);
  CHECK(findings_of("figures:\n\u00A0\u00A0- {id: a}\n").find("yaml-hidden-sign") != std::string::npos);
  CHECK(findings_of("figures:\n  - {id: a\u200B, label: 率, value: 1}\n") == place + "2:11 yaml-hidden-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 5\u00A0}\n") == place + "2:31 yaml-hidden-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率\uFEFF, value: 5}\n") == place + "2:21 control-character\n");
}

TEST_CASE("one key in two Unicode spellings is one key", "[yaml]") {
  tests::ParsedText parsed("\u30AC\u30A4\u30C9: 1\n\u30AB\u3099\u30A4\u30C8\u3099: 2\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(parsed.findings() == "2:1 yaml-duplicate-key");
  CHECK(node->find("\u30AC\u30A4\u30C9") != nullptr);
}

TEST_CASE("a number that would be rounded is refused", "[yaml]") {
  const std::string place = "content/t.yaml:";
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 12345678901234567890}\n") == place + "2:30 number-digits\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, unit: 円, value: 1234567890123456 円}\n") ==
        place + "2:39 number-digits\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 123456789012345}\n").empty());
}
