// The pre-scan measures from above: what it lets through is small enough for the parser itself, whatever precedes it.
#include "parse/markdown/prescan.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>

#include "support/catch.h"
#include "support/markdown.h"

using namespace shirube;
using test::ReadPage;

namespace {

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

bool reports(const ReadPage& page, std::string_view rule) {
  const auto& all = page.sink.diagnostics();
  return std::any_of(all.begin(), all.end(), [&](const auto& each) { return diagnostic::info(each.kind).rule == rule; });
}
bool reports_limit(const ReadPage& page) {
  const auto& all = page.sink.diagnostics();
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& each) { return diagnostic::info(each.kind).rule.starts_with("limit-"); });
}

// Bytes of the longest block whose text is read as a whole.
std::size_t longest(const model::Blocks& blocks) {
  std::size_t most = 0;
  for (const model::Block& block : blocks) {
    const auto size = static_cast<std::size_t>(block.range.end - block.range.begin);
    if (std::holds_alternative<model::Paragraph>(block.value) || std::holds_alternative<model::Heading>(block.value)) {
      most = std::max(most, size);
    } else if (const auto* quote = std::get_if<model::BlockQuote>(&block.value)) {
      most = std::max(most, longest(quote->children));
    } else if (const auto* list = std::get_if<model::List>(&block.value)) {
      for (const auto& item : list->items) most = std::max(most, longest(item.children));
    }
  }
  return most;
}

std::size_t longest(const model::Document& document) {
  std::size_t most = longest(document.blocks);
  for (const auto& note : document.footnotes) most = std::max(most, longest(note.children));
  return most;
}

}  // namespace

TEST_CASE("what the pre-scan lets through holds no longer block in the parser's eyes") {
  const char* given = std::getenv("SHIRUBE_SEED");
  const unsigned seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20261129U;
  const char* rounds_given = std::getenv("SHIRUBE_ROUNDS");
  const int rounds = rounds_given != nullptr ? std::atoi(rounds_given) : 3000;
  INFO("SHIRUBE_SEED=" << seed);
  std::mt19937 random(seed);
  constexpr std::array indents = {"", "", "", " ", "  ", "   ", "    ", "      ", "\t"};
  constexpr std::array marks = {"", "", "", "", "> ", ">", "- ", "1. ", "3. ", "* ", "[^1]: ", "-    ", ">     ", "-\t"};
  constexpr std::array contents = {"文",  "text", "```",      "~~~",        "<!--",    "-->",   "b --> c", "<div>",
                                   "</div>", "<https://a.b>", "# h",   "---",   "***",     "===",
                                   "|",   "| a | b |", "|---|---|", "a | b", "-|-",  "",      "- x",     "3. x",
                                   "`` x", "<pre>", "</pre>", "<?x", "?>", "\\|a | b", "", "", "[a]: b", "````"};
  const auto any = [&](const auto& list) { return list[random() % list.size()]; };
  const auto any_line = [&] { return std::string(any(indents)) + any(marks) + any(contents) + "\n"; };
  parse::MarkdownOptions small;
  small.raw_html = true;
  small.limits.block_bytes = 60;
  parse::MarkdownOptions usual;
  usual.raw_html = true;
  int held = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string text;
    for (unsigned lines = random() % 7; lines > 0; --lines) text += any_line();
    const std::string line = any_line();
    for (int i = 0; i < 14; ++i) text += line;
    const ReadPage whole(text, usual);
    const std::size_t bytes = longest(whole.page.document);
    if (bytes <= 70) continue;  // a block ends at most one line later here than there
    ++held;
    const ReadPage page(text, small);
    INFO(text);
    INFO(bytes);
    REQUIRE(reports(page, "limit-block"));
  }
  CHECK(held > rounds / 50);
}

TEST_CASE("code and comments have no limit but the file's, in lists and quotes too") {
  const std::string code = repeat("| | code\n", 100000);
  for (const std::string& text :
       {"```\n" + code + "```\n", "文\n~~~\n" + code + "~~~\n文\n", "<!--\n" + code + "-->\n",
        "- a\n\n  ```\n  " + repeat("x\n  ", 100000) + "```\n- b\n", "> ```\n" + repeat("> x y\n", 100000) + "> ```\n",
        "1. a\n   - b\n\n     ```\n" + repeat("     x\n", 100000) + "     ```\n\n文\n", "```\n```\n\n```\n" + code + "```\n"}) {
    INFO(text.substr(0, 30));
    parse::MarkdownOptions options;
    options.raw_html = true;
    const ReadPage page(text, options);
    CHECK_FALSE(reports_limit(page));
  }
}

TEST_CASE("long lists and tables are not long blocks, wherever they are") {
  const std::string item = "- 項目の文\n";
  for (const std::string& text :
       {repeat(item, 100000), "1. a\n    " + repeat("- 項目の文\n    ", 100000) + "\n", repeat("- a\n  - b\n    - c\n", 100000),
        repeat("> - a\n", 100000), repeat("7. 項目の文\n   続き\n", 100000), repeat("# 題\n", 100000),
        "- a\n\n  ```\n  x\n  ```\n\n| a | b |\n|---|---|\n" + repeat("| c | d |\n", 100000),
        "> ```\n> x\n> ```\n\n文\n\n| a | b |\n|---|---|\n" + repeat("| c | d |\n", 100000)}) {
    INFO(text.substr(0, 40));
    CHECK_FALSE(reports_limit(ReadPage(text)));
  }
}
