// What YAML drops, joins or cannot see is reported or fixed: cut texts, folded lines, input method characters.
#include "parse/yaml/field_reader.h"

#include <utility>
#include <vector>

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

// What a term needs in addition to its id.
const std::string rest = ", name: 甲, reading: こう, definition: 説明";
const std::string rest_below = "\n    name: 甲\n    reading: こう\n    definition: 説明\n";

}  // namespace

TEST_CASE("a comment that cuts a text is reported where it begins", "[yaml]") {
  CHECK(front("title: 第3四半期の目標 #2\ndescription: 部門 #1 の手引き\n") ==
        "content/index.md:2:17 yaml-comment\ncontent/index.md:3:17 yaml-comment\n");
  CHECK(front("title: 目標 # 註\n") == "content/index.md:2:11 yaml-comment\n");
  CHECK(front("title: #2 の目標\n") == "content/index.md:2:8 yaml-comment\n");
  CHECK(front("title: 目標\ntags: [甲, 乙 #1\n  ]\n") == "content/index.md:3:13 yaml-comment\n");
  CHECK(front("title: 目標\ntags:\n  - 甲 #1\n  - 乙\n") == "content/index.md:4:7 yaml-comment\n");
  CHECK(front("title: 第3四半期 #2\n  の目標\n") == "content/index.md:2:14 yaml-comment\n");
  CHECK(tests::MemorySite(tests::Files{{"site.yaml", "title: 手引き #1\n"}}).findings() == "site.yaml:1:12 yaml-comment\n");
}

TEST_CASE("a comment on its own line, after quotes and after what is not text is a comment", "[yaml]") {
  CHECK(front("# 註\ntitle: \"目標 #2\" # 註\nweight: 3 # 重さ\ndraft: false # まだ\nsearch: true #註\n"
              "last_reviewed: 2026-04-01 # 見直し\nslug: abc # 短く\nC: 1\n")
            .find("yaml-comment") == std::string::npos);
  CHECK(findings_of("figures:\n  - id: a # 一\n    label: \"C#\" # 二\n    unit: 円 # 三\n    value: 5 # 四\n"
                    "  - id: b\n    label: F#\n    unit: 円\n    formula: a * 2 # 倍\n")
            .empty());
}

TEST_CASE("a line end between Japanese characters leaves no space in a folded, plain or quoted text", "[yaml]") {
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

TEST_CASE("characters of an input method and of a word processor are reported", "[yaml]") {
  const std::string place = "content/t.yaml:";
  CHECK(findings_of("＃ 註\nterms: []\n") == place + "1:1 yaml-wide-sign\n");
  CHECK(findings_of("terms: [{id: a，name: 甲}]\n") == place + "1:15 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: “率”, value: 1}\n") == place + "2:20 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: ＂5＂}\n") == place + "2:30 yaml-wide-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 1, decimals: “1”}\n") == place + "2:43 yaml-wide-sign\n");
  CHECK(front("title: 頁\ntags: [目標，評価]\n") == "content/index.md:3:8 yaml-wide-sign\n");
  CHECK(front("title: 頁\ntags:\n  － 目標\n  － 評価\n").find("yaml-wide-sign") != std::string::npos);
}

TEST_CASE("front matter and site.yaml name the character too", "[yaml]") {
  const std::vector<std::pair<std::string, const char*>> rows = {
      {"title：頁\n", "2:6 yaml-wide-colon"},
      {"title:　頁\n", "2:7 yaml-wide-blank"},
      {"　title: 頁\n", "2:1 yaml-wide-blank"},
      {"title: “頁: 甲”\n", "2:8 yaml-wide-sign"},
      {"title: “頁”\n", "2:8 yaml-wide-sign"},
      {"title: 頁\ntags: ［目標、評価］\n", "3:7 yaml-wide-sign"},
      {"title: 頁\ntags:\n・目標\n・評価\n", "4:1 yaml-wide-sign"},
      {"title: 頁\nweight: ＂5＂\n", "3:9 yaml-wide-sign"},
      {"title: 頁\nweight: 5 ＃ 重さ\n", "3:11 yaml-wide-sign"},
      {"title: 頁\nweight: １０\n", "3:9 field-integer"},
      {"title: 頁\ndraft：true\n", "3:6 yaml-wide-colon"},
      {"title: 頁\ndraft: ｔｒｕｅ\n", "3:8 yaml-boolean"},
      {"title: 頁\nlast_reviewed: ２０２６－０４－０１\n", "3:16 field-date"},
      {"title: 頁\naudience: managers\u200B\n", "3:19 yaml-hidden-sign"},
      {"title: 頁\n\tdraft: true\n", "3:1 yaml-tab"},
      {"title: 頁\naliases: [a.html，b.html]\n", "3:11 yaml-wide-sign"},
  };
  for (const auto& [fields, finding] : rows) {
    INFO(fields);
    CHECK(front(fields) == "content/index.md:" + std::string(finding) + "\n");
  }
  const std::vector<std::pair<std::string, const char*>> settings = {
      {"limits: ｛files: 5｝\n", "2:9 yaml-wide-sign"},
      {"rules: {style-polite： off}\n", "2:21 yaml-wide-colon"},
      {"workbooks:\n  － mbo-sheet\n  － kpi-weekly\n", "3:3 yaml-wide-sign"},
      {"workbooks: ［mbo-sheet, kpi-weekly］\n", "2:12 yaml-wide-sign"},
      {"language：ja\n", "2:9 yaml-wide-colon"},
      {"start: ２０２６-04-01\n", "2:8 field-date"},
  };
  for (const auto& [yaml, finding] : settings) {
    INFO(yaml);
    CHECK(tests::MemorySite(tests::Files{{"site.yaml", "title: 手引き\n" + yaml}}).findings() ==
          "site.yaml:" + std::string(finding) + "\n");
  }
}

TEST_CASE("invisible characters are reported where YAML has its own", "[yaml]") {
  const std::string place = "content/t.yaml:";
  CHECK(findings_of("terms\u200B: []\n") == place + "1:6 yaml-hidden-sign\n");
  CHECK(findings_of("terms:\u00A0[]\n").find("yaml-hidden-sign") != std::string::npos);
  CHECK(findings_of("figures:\n\u00A0\u00A0- {id: a}\n").find("yaml-hidden-sign") != std::string::npos);
  CHECK(findings_of("figures:\n  - {id: a\u200B, label: 率, value: 1}\n") == place + "2:11 yaml-hidden-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率, value: 5\u00A0}\n") == place + "2:31 yaml-hidden-sign\n");
  CHECK(findings_of("figures:\n  - {id: a, label: 率\uFEFF, value: 5}\n") == place + "2:21 control-character\n");
}

TEST_CASE("one wrong character is one finding, at its place, and nothing follows from it", "[yaml]") {
  const std::vector<std::pair<std::string, const char*>> rows = {
      // Instead of `-`.
      {"terms:\n  － id: a" + rest_below, "2:3 yaml-wide-sign"},
      {"terms:\n  － id: a\n", "2:3 yaml-wide-sign"},
      {"terms:\n  ー id: a" + rest_below, "2:3 yaml-wide-sign"},
      {"terms:\n  ・id: a" + rest_below, "2:3 yaml-wide-sign"},
      {"terms:\n  - id: a" + rest_below + "  － id: b" + rest_below, "6:3 yaml-wide-sign"},
      {"categories:\n  － 成果\n  － 行動\n", "2:3 yaml-wide-sign"},
      // Instead of brackets, commas and colons.
      {"terms: ［a, b］\n", "1:8 yaml-wide-sign"},
      {"terms: ｛id: a｝\n", "1:8 yaml-wide-sign"},
      {"terms:\n  - ｛id: a" + rest + "｝\n", "2:5 yaml-wide-sign"},
      {"terms:\n  - {id: a" + rest + "｝\n", "2:49 yaml-wide-sign"},
      {"terms: [{id：a}]\n", "1:12 yaml-wide-colon"},
      {"terms:\n  - {id: a、 name: 甲, reading: こう, definition: 説明}\n", "2:11 yaml-wide-sign"},
      {"terms:\n  - {id: a， name: 甲, reading: こう, definition: 説明}\n", "2:11 yaml-wide-sign"},
      {"terms：\n  - id: a\n", "1:6 yaml-wide-colon"},
      {"terms:\n  - id：a" + rest_below, "2:7 yaml-wide-colon"},
      // Instead of quotes.
      {"figures:\n  - {id: a, label: “率: 実績”, value: 1}\n", "2:20 yaml-wide-sign"},
      {"figures:\n  - {id: a, label: “率, 実績”, value: 1}\n", "2:20 yaml-wide-sign"},
      {"figures:\n  - {id: a, label: ‘率, 実績’, value: 1}\n", "2:20 yaml-wide-sign"},
      {"figures:\n  - {id: a, label: 「率, 実績」, value: 1}\n", "2:20 yaml-wide-sign"},
      {"figures:\n  - {id: a, label: \"率”, value: 1}\n", "2:22 yaml-wide-sign"},
      {"figures:\n  - {id: a, label: “率\", value: 1}\n", "2:20 yaml-wide-sign"},
      {"figures:\n  - id: a\n    label: “率: 実績”\n    value: 1\n", "3:12 yaml-wide-sign"},
      {"figures:\n  - {id: ‘a’, label: 率, value: 1}\n", "2:10 yaml-wide-sign"},
      // Instead of spaces, and invisible characters.
      {"terms:\n　- id: a" + rest_below, "2:1 yaml-wide-blank"},
      {"terms:\n  -　id: a" + rest_below, "2:4 yaml-wide-blank"},
      {"terms:\n  - id:　a" + rest_below, "2:8 yaml-wide-blank"},
      {"terms:\n  - id: a\n　　name: 甲\n    reading: こう\n    definition: 説明\n", "3:1 yaml-wide-blank"},
      {"terms:\n  -\u00A0id: a" + rest_below, "2:4 yaml-hidden-sign"},
      {"terms:\n  - id:\u00A0a" + rest_below, "2:8 yaml-hidden-sign"},
      {"terms:\n  - id: a\n  \u00A0 name: 甲\n    reading: こう\n    definition: 説明\n", "3:3 yaml-hidden-sign"},
      {"terms:\n  - id: a\n    name\u200B: 甲\n    reading: こう\n    definition: 説明\n", "3:9 yaml-hidden-sign"},
      {"terms:\n\uFEFF  - id: a" + rest_below, "2:1 control-character"},
      // Instead of `#`, `|` and `>`.
      {"terms:\n  - id: a ＃註" + rest_below, "2:11 yaml-wide-sign"},
      {"terms:\n  - id: a\n    name: 甲\n    reading: こう\n    definition: ｜\n      一行\n      二行\n", "5:17 yaml-wide-sign"},
      {"terms:\n  - id: a\n    name: 甲\n    reading: こう\n    definition: ＞\n      一行\n      二行\n", "5:17 yaml-wide-sign"},
      // Digits and percents, where the right spelling is offered.
      {"figures:\n  - {id: a, label: 率, unit: '%', value: ５}\n", "2:41 field-number"},
      {"figures:\n  - {id: a, label: 率, unit: ％, value: 5}\n", "2:29 unknown-unit"},
      {"figures:\n  - {id: a, label: 率, unit: 円, value: 1，000}\n", "2:39 field-number"},
  };
  for (const auto& [yaml, finding] : rows) {
    INFO(yaml);
    CHECK(findings_of(yaml) == "content/t.yaml:" + std::string(finding) + "\n");
  }
}

TEST_CASE("a text that is refused is not also reported as missing", "[yaml]") {
  // The examples are missing; the authority is there, and written wrongly.
  CHECK(findings_of("exit_models:\n  - {id: m, name: 名, summary: 内容, authority: [決める，選ぶ], support: 時間, evidence: 記録}\n") ==
        "content/t.yaml:2:10 career-incomplete\ncontent/t.yaml:2:47 yaml-wide-sign\n");
}

TEST_CASE("characters that belong to a text stay in it", "[yaml]") {
  CHECK(front("title: 頁\ntags: [「甲、乙」と書く, “丙”と“丁”, ［注］を付ける]\n").empty());
  for (const std::string name :
       {"“率”と“数”", "「率」", "！重要", "率（％）", "10～20", "甲＆乙", "＊印", "甲：乙", "甲＃1", "［注］甲", "－", "・甲", "甲　乙", "甲、乙，丙",
        "｜x｜", "“率”の“数”"}) {
    INFO(name);
    CHECK(findings_of("figures:\n  - id: a\n    label: " + name + "\n    unit: 円\n    value: 1\n").empty());
  }
  CHECK(findings_of("figures:\n  - id: a\n    label: 率\n    note: |\n      － 一つ\n      ＃ 二つ\n      “三: 四\n    unit: 円\n    value: 1\n")
            .empty());
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
