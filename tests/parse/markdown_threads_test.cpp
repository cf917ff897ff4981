#include <atomic>
#include <cstdio>
#include <random>
#include <thread>

#include "support/catch.h"
#include "support/markdown.h"
#include "support/seed.h"

using namespace shirube;
using test::ReadPage;

namespace {

const char* const pieces[] = {"これは**「重要」**です",
                              "~~消す~~",
                              "https://example.com/aを",
                              "w:~w",
                              "\n",
                              "\n\n",
                              "> [!NOTE]\n> ",
                              "- [ ] ",
                              "| a | b |\n|---|:-:|\n| c | d |\n",
                              "[a](b.md \"t\")",
                              "![x](y.png)",
                              "# 見出し {#id}\n",
                              "```{glossary}\n```\n",
                              "{term}`MBO`",
                              "[^1]",
                              "\n[^1]: 注\n",
                              "<b>",
                              "`code`",
                              "&amp;&#x41;",
                              "\\*",
                              "***",
                              "    ",
                              "\t",
                              "1. ",
                              "```\n",
                              "[r]: /u\n",
                              "[r]",
                              "\r\n"};

std::string random_page(std::mt19937& random) {
  std::string text;
  const auto count = random() % 40;
  for (std::uint32_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

std::string outcome(const std::string& text) {
  const ReadPage page(text);
  return page.html() + page.findings();
}

bool inside(const ReadPage& page, source::SourceRange range) {
  return range.begin <= range.end && range.end <= page.sources.file(page.file).text().size();
}

}  // namespace

TEST_CASE("pages come out the same from eight threads as from one") {
  std::mt19937 random(20);
  std::vector<std::string> texts(2000), alone(texts.size()), together(texts.size());
  for (auto& text : texts) text = random_page(random);
  for (std::size_t i = 0; i < texts.size(); ++i) alone[i] = outcome(texts[i]);
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < texts.size(); i = next++) together[i] = outcome(texts[i]);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(alone == together);
}

TEST_CASE("random pages are read to the end, and every place is in them") {
  const auto seed = tests::random_seed();
  std::printf("seed of the random Markdown pages: %u\n", seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    std::string text = random_page(random);
    for (std::uint32_t m = random() % 4; m > 0 && !text.empty(); --m) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1);
      } else {
        text.insert(at, 1, "*_~`[]()<>|-#&\\ \n{}!^:"[random() % 22]);
      }
    }
    INFO("seed " << seed << "\n" << text);
    const ReadPage page(text);
    (void)page.html();
    for (const auto& found : page.sink.diagnostics()) CHECK(inside(page, found.range));
    for (const auto& block : page.page.document.blocks) CHECK(inside(page, block.range));
    for (const auto& reference : page.page.references) CHECK(inside(page, reference.range));
  }
}
