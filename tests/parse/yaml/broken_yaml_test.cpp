// What authors type wrong, and what is reported: one row per mistake.
#include <string>

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

struct Row {
  std::string text;
  std::string findings;
};

const std::string unreadable_bytes = std::string("a: \0", 4);

const Row rows[] = {
    // keys
    {"title: \"総務\"\ntitle: x\n", "2:1 yaml-duplicate-key"},
    {"部: {x: 1, x: 2}\n", "1:11 yaml-duplicate-key"},
    {"a: 1\n\"a\": 2\n", "2:1 yaml-duplicate-key"},
    {"a: 1\na: 2\na: 3\n", "2:1 yaml-duplicate-key\n3:1 yaml-duplicate-key"},
    {"base: 1\n<<: {a: 1}\n", "2:1 yaml-merge"},
    {"title: {{名前}}\n", "1:9 yaml-key-kind"},
    {"? [a]\n: b\n", "1:3 yaml-key-kind"},
    {"? |\n  a\n: b\n", "1:3 yaml-key-kind"},
    {": 1\n", "1:1 yaml-key-empty"},
    {"~: 1\n", "1:1 yaml-key-empty"},
    {"null: 1\n", "1:1 yaml-key-empty"},
    {std::string(1100, 'k') + ": 1\n", "1:1 limit-key"},
    {"? " + std::string(1100, 'k') + "\n: 1\n", "1:3 limit-key"},
    {"title: {x}\n", "1:9 yaml-split"},
    {"部: {注: 1,000円, b: 2}\n", "1:10 yaml-split"},
    // anchors, aliases, tags, documents
    {"部署: &x 1\nb: 2\n", "1:5 yaml-anchor"},
    {"部署: &x [1]\n", "1:5 yaml-anchor"},
    {"部署: &x\nb: 2\n", "1:5 yaml-anchor"},
    {"部署: *x\n", "1:5 yaml-alias"},
    {"a: &x 1\n部: *x\n", "1:4 yaml-anchor\n2:4 yaml-alias"},
    {"a: &a [*a]\n", "1:4 yaml-anchor\n1:8 yaml-alias"},
    {"部: !!str x\n", "1:4 yaml-tag"},
    {"部署: !foo [1]\n", "1:5 yaml-tag"},
    {"!\n", "1:1 yaml-tag"},
    {"%YAML 1.2\n---\na: 1\n", "1:1 yaml-directive"},
    {"a: 1\n---\nb: 2\n", "2:1 yaml-second-document"},
    {"---\na: 1\n---\n", "3:1 yaml-second-document"},
    {"a: 1\n...\n---\nb: 1\n", "3:1 yaml-second-document"},
    {"a: 1\n...\n# 注\nb: 2\n", "4:1 yaml-after-end"},
    {"- a\nb: 1\n", "2:1 yaml-rest"},
    {",", "1:1 yaml-rest"},
    // quotes
    {"k: \"foo\nz: 1\n", "1:4 yaml-unclosed-quote"},
    {"部署: \"foo\n", "1:5 yaml-unclosed-quote"},
    {"部署: \"foo\nb: \"bar\"\n", "1:5 yaml-unclosed-quote"},
    {"部署: '総務\n", "1:5 yaml-unclosed-quote"},
    {"a: \"x\n\n  y\" z\n", "1:4 yaml-unclosed-quote"},
    {"部: \"foo\" bar\n", "1:10 yaml-after-quote"},
    {"\"foo\",\"bar\"\n", "1:6 yaml-after-quote"},
    {"\"foo\" bar\n", "1:7 yaml-after-quote"},
    {"部署: [\"あ\" \"い\"]\n", "1:10 yaml-after-quote"},
    {"部: \"C:\\q\"\n", "1:7 yaml-escape"},
    {"a: \"\\xZZ\"\n", "1:5 yaml-escape"},
    {"a: \"\\ud800\"\n", "1:5 yaml-escape"},
    // brackets
    {"部署: [a, b\nc: 1\n", "1:5 yaml-unclosed-bracket"},
    {"部署: {a: 1\n", "1:5 yaml-unclosed-bracket"},
    {"部署: [用語\n", "1:5 yaml-unclosed-bracket"},
    {"部署: {a, b\n", "1:5 yaml-unclosed-bracket"},
    {"部署: ]\n", "1:5 yaml-stray-bracket"},
    {"[a]]\n", "1:4 yaml-stray-bracket"},
    {"部: {b: 1 c: 2}\n", "1:11 yaml-comma"},
    {"a: [x,,y]\n", "1:7 yaml-empty-item"},
    {"a: [,x]\n", "1:5 yaml-empty-item"},
    {"- a\n-\n- b\n", "2:1 yaml-empty-item"},
    {"-\n-\n", "1:1 yaml-empty-item\n2:1 yaml-empty-item"},
    // lines
    {"部: あ: い\n", "1:5 yaml-colon"},
    {"title:foo\nunit: x\n", "1:6 yaml-colon-blank"},
    {"title：foo\nunit: x\n", "1:6 yaml-wide-colon"},
    {"unit: x\ntitle：foo\n", "2:6 yaml-wide-colon"},
    {"a: 1\n\u3000b: 2\n", "2:1 yaml-wide-blank"},
    {"a:\n\u3000b: 2\n", "2:1 yaml-wide-blank"},
    {"a:\n\tb: 1\n", "2:1 yaml-tab"},
    {"a:\n  \tb: 1\n", "2:3 yaml-tab"},
    {"部: - b\n", "1:4 yaml-list-place"},
    {"部: @x\n", "1:4 yaml-reserved"},
    {"a: %x\n", "1:4 yaml-reserved"},
    {"a: `x\n", "1:4 yaml-reserved"},
    {"部: & x\n", "1:4 yaml-reserved"},
    {"a:\n  b: 1\n c: 2\n", "3:2 yaml-layout"},
    {"a: 1\n- b\n", "2:1 yaml-layout"},
    {"a: 1\nfoo\nb: 2\n", "2:1 yaml-layout"},
    {"a: 1\nfoo\n", "2:1 yaml-layout"},
    {"部: [x] y\n", "1:8 yaml-layout"},
    // bytes
    {"a: 1\rb: 2\n", "1:5 lone-cr"},
    {"a: \uFEFF1\n", "1:4 control-character"},
    {"部: \x01\n", "1:4 control-character"},
    {unreadable_bytes, "1:4 control-character"},
    {"部: \"\\x07\"\n", "1:4 control-character"},
    {"部: \"\\u202e\"\n", "1:4 hidden-direction"},
    {"部: \u202E1\n", "1:4 hidden-direction"},
    {"a: \x93\xFA\n", "1:4 encoding"},
    {"a: \xC0\xAF\n", "1:4 encoding"},
    {"a: \xED\xA0\x80\n", "1:4 encoding"},
    {std::string("\xFF\xFE") + std::string("a\0", 2), "1:1 encoding-utf16"},
    {std::string("\xFE\xFF") + std::string("\0a", 2), "1:1 encoding-utf16"},
    // sizes
    {"部: >\n  " + std::string(300'000, 'x') + "\n", "1:4 limit-text"},
    {std::string(65, '[') + std::string(65, ']'), "1:65 limit-depth"},
    {std::string((1 << 20) + 1, '#'), "1:1 limit-yaml"},
};

}  // namespace

TEST_CASE("every mistake in YAML is reported once, with its place") {
  for (const Row& row : rows) {
    INFO(row.text.substr(0, 80));
    ParsedText parsed(row.text);
    parsed.yaml();
    CHECK(parsed.findings() == row.findings);
  }
}

TEST_CASE("what is right is not reported") {
  const std::string clean[] = {"",
                               "# 注\n",
                               "---\na: 1\n",
                               "a: 1\n...\n",
                               "a:\n",
                               "a: |\n  x\n  \ty\nb: 1\n",
                               "a: 'it''s'\n",
                               "a: \"x\n  y\"\n",
                               "a: b # c\n",
                               "a: 株式会社[第1]#1\n",
                               "- x: 1\n  y: 2\n- 'q'   # c\n",
                               "a: http://example.com/#x\n",
                               "[" + std::string(62, '[') + "a" + std::string(63, ']'),
                               "\"a\": 'b'\n",
                               "{a: [1, 2,], b: ~}\n",
                               "a: no\nb: 010\n",
                               "a: >-\n  長い\n  文\n\nb: 1\n",
                               "a: '---'\n",
                               "a:\n- 1\n- 2\nb: 3\n",
                               "a:\n  # 注\n\n  b: 1\n"};
  for (const std::string& text : clean) {
    INFO(text);
    ParsedText parsed(text);
    CHECK(parsed.yaml().has_value());
    CHECK(parsed.findings().empty());
  }
}

TEST_CASE("a repeated key names both places and keeps the first value") {
  ParsedText parsed("題: 一\n名: 二\n題: 三\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(node->find("題")->text == "一");
  REQUIRE(parsed.sink.diagnostics().size() == 1);
  REQUIRE(parsed.sink.diagnostics()[0].labels.size() == 1);
  CHECK(parsed.text_of(parsed.sink.diagnostics()[0].labels[0].range) == "題");
  CHECK(parsed.sink.diagnostics()[0].labels[0].range.begin == 0);
}

TEST_CASE("a value over the limit is broken, and the rest is still read") {
  ParsedText parsed("長: " + std::string(300, 'x') + "\n短: y\n");
  parse::YamlLimits limits;
  limits.scalar_bytes = 299;
  const auto node = parsed.yaml(limits);
  REQUIRE(node);
  CHECK(node->find("長")->kind == parse::YamlNode::Kind::broken);
  CHECK(node->find("短")->text == "y");
  REQUIRE(parsed.sink.diagnostics().size() == 1);
  CHECK(diagnostic::info(parsed.sink.diagnostics()[0].kind).rule == "limit-text");
}
