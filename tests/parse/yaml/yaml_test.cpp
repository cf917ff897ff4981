#include "parse/yaml/yaml.h"

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using parse::YamlNode;
using tests::ParsedText;

TEST_CASE("every scalar has the exact place of its spelling") {
  ParsedText parsed(
      "部署: 総務部 # 注\n名前: \"山 \\\"田\\\"\"\n型: 'it''s'\n列: [あ, い い,\n  \"う\"]\n表: {鍵: 値, b: 2}\n"
      "折: 一行目\n  二行目\n文: |\n  本文\n  続き\n空:\n無: ~\n終: 了\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(parsed.findings().empty());
  const auto spelled = [&](const char* key) { return parsed.text_of(node->find(key)->range); };
  CHECK(spelled("部署") == "総務部");
  CHECK(spelled("名前") == "\"山 \\\"田\\\"\"");
  CHECK(node->find("名前")->text == "山 \"田\"");
  CHECK(spelled("型") == "'it''s'");
  CHECK(spelled("列") == "[あ, い い,\n  \"う\"]");
  CHECK(parsed.text_of(node->find("列")->items[1].range) == "い い");
  CHECK(parsed.text_of(node->find("列")->items[2].range) == "\"う\"");
  CHECK(spelled("表") == "{鍵: 値, b: 2}");
  CHECK(parsed.text_of(node->find("表")->entries[0].key_range) == "鍵");
  CHECK(spelled("折") == "一行目\n  二行目");
  CHECK(spelled("文") == "|\n  本文\n  続き");
  CHECK(node->find("文")->text == "本文\n続き");
  CHECK(spelled("空").empty());
  CHECK(node->find("空")->kind == YamlNode::Kind::null);
  CHECK(parsed.sources.file(parsed.file).locate(node->find("空")->range.begin).line == 12);
  CHECK(spelled("無") == "~");
  CHECK(parsed.text_of(node->entries.back().key_range) == "終");
  CHECK(spelled("終") == "了");
}

TEST_CASE("records in a list have the range of their whole text") {
  ParsedText parsed("目標:\n- id: a\n  題: 売上\n- {id: b, 題: 粗利}\n- - 入れ子\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  const YamlNode& list = *node->find("目標");
  REQUIRE(list.items.size() == 3);
  CHECK(parsed.text_of(list.items[0].range) == "id: a\n  題: 売上");
  CHECK(parsed.text_of(list.items[1].range) == "{id: b, 題: 粗利}");
  CHECK(parsed.text_of(list.items[2].range) == "- 入れ子");
}

TEST_CASE("places hold in files with CRLF and a byte order mark") {
  ParsedText parsed("\xEF\xBB\xBF部: 一\r\n課: \"二\"\r\n文: |\r\n  本\r\n  文\r\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(parsed.text_of(node->entries[0].key_range) == "部");
  CHECK(parsed.text_of(node->find("課")->range) == "\"二\"");
  CHECK(node->find("文")->text == "本\n文");
  CHECK(parsed.text_of(node->find("文")->range) == "|\r\n  本\r\n  文");
}

TEST_CASE("a slice whose lines are indented and quoted in their file keeps the file's places") {
  const std::string page = "# 頁\n\n> ```{form}\n> id: 部\n> x: \"う\n> ```\n";
  ParsedText parsed(page);
  parse::YamlInput input{"id: 部\nx: \"う\n", parsed.file, {}};
  input.line_offsets = {static_cast<std::uint32_t>(page.find("id:")), static_cast<std::uint32_t>(page.find("x:")),
                        static_cast<std::uint32_t>(page.rfind("> ```"))};
  CHECK(!parse::parse_yaml(input, {}, parsed.sink));
  CHECK(parsed.findings() == "5:6 yaml-unclosed-quote");
}

TEST_CASE("a type comes from nobody but the reader of a field") {
  ParsedText parsed("a: no\nb: 010\nc: \"~\"\nd: null\ne: 2024-01-01\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(node->find("a")->text == "no");
  CHECK(node->find("b")->text == "010");
  CHECK(node->find("c")->kind == YamlNode::Kind::scalar);
  CHECK(node->find("d")->kind == YamlNode::Kind::null);
  CHECK(node->find("e")->text == "2024-01-01");
  CHECK(node->find("f") == nullptr);
}
