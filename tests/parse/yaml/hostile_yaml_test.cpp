// Texts made to hang, crash or flood the reader: each ends, with few findings and a bounded tree.
#include <random>

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

std::size_t depth_of(const parse::YamlNode& node) {
  std::size_t deepest = 0;
  for (const auto& item : node.items) deepest = std::max(deepest, depth_of(item));
  for (const auto& entry : node.entries) deepest = std::max(deepest, depth_of(entry.value));
  return deepest + 1;
}

const std::string sample =
    "figures:\n  - {id: company.sales, label: 売上, value: 554250, unit: 千円}\n  - id: a.b\n    label: \"粗 利\"\n"
    "    formula: company.sales * 2 # 注\n    note: |\n      本文\n\nterms: ['a', \"b\", c]\n";

}  // namespace

TEST_CASE("a megabyte of one character is refused with a finding") {
  constexpr std::size_t megabyte = 1 << 20;
  for (const char* part : {"[",  "{", "- ",  "? ", "&a ", "*a ", "!a ", ",",        "[,",   "-\n", "a: ", "{a: ",
                           "\"", "'", "[a,", "}",  "- [", "%",   "@",   "&a [*a, ", "? - ", ": ",  "a\n", "---\n"}) {
    INFO(part);
    ParsedText parsed(repeated(part, megabyte));
    parsed.yaml();
    CHECK(!parsed.sink.empty());
    CHECK(parsed.sink.diagnostics().size() <= 101);
  }
}

TEST_CASE("aliases that multiply are refused, not followed") {
  ParsedText parsed(
      "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
      "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(node->find("c")->items.size() == 9);
  CHECK(node->find("c")->items[0].kind == parse::YamlNode::Kind::broken);
  CHECK(parsed.sink.diagnostics().size() == 3 + 18);
}

TEST_CASE("a flood of findings ends the reading") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a: 1\n";
  ParsedText parsed(text);
  CHECK(!parsed.yaml());
  CHECK(parsed.sink.diagnostics().size() == 100);
}

TEST_CASE("ten thousand keys are read and found") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "k" + std::to_string(i) + ": " + std::to_string(i) + "\n";
  ParsedText parsed(text);
  const auto node = parsed.yaml();
  REQUIRE(node);
  CHECK(node->entries.size() == 10'000);
  CHECK(node->find("k9999")->text == "9999");
}

TEST_CASE("mutated texts end in a tree within the limits or in a finding") {
  constexpr unsigned seed = 20260401;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::string signs = "[]{},:-?#&*!|>'\"%@`\n \t\\~a0\r\xE3\x01.";
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (int round = 0; round < 4000; ++round) {
    std::string text = sample;
    for (std::size_t edits = 1 + below(6); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      switch (below(3)) {
        case 0:
          text[at] = signs[below(signs.size())];
          break;
        case 1:
          text.insert(at, 1, signs[below(signs.size())]);
          break;
        default:
          text.erase(at, 1 + below(4));
          break;
      }
    }
    ParsedText parsed(text);
    const auto node = parsed.yaml();
    INFO(text);
    if (!node) {
      REQUIRE(!parsed.sink.empty());
    } else {
      REQUIRE(depth_of(*node) <= 66);
    }
    for (const auto& found : parsed.sink.diagnostics()) {
      REQUIRE(found.range.begin <= found.range.end);
      REQUIRE(found.range.end <= text.size());
    }
    parsed.findings();
  }
}
