#include "render/search/fold.h"

#include <random>
#include <string>
#include <vector>

#include "render/search/terms.h"
#include "source/unicode.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/node.h"
#include "support/seed.h"

using namespace shirube;
using namespace shirube::tests;

namespace {

struct FoldCase {
  std::string text;
  std::string answer;  // folded, a tab, terms
};

std::string unescaped(std::string text) {
  for (std::size_t at; (at = text.find("\\u")) != std::string::npos;) {
    std::string sign;
    source::append_utf8(sign, static_cast<char32_t>(std::stoul(text.substr(at + 2, 4), nullptr, 16)));
    text.replace(at, 6, sign);
  }
  return text;
}

std::vector<FoldCase> fold_cases() {
  std::vector<FoldCase> cases;
  const std::string file = read_checkout("tests/render/search/fold.txt");
  for (std::size_t begin = 0, end; (end = file.find('\n', begin)) != std::string::npos; begin = end + 1) {
    const std::string line = file.substr(begin, end - begin);
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    cases.push_back({unescaped(line.substr(0, tab)), line.substr(tab + 1)});
  }
  REQUIRE(cases.size() > 40);
  return cases;
}

std::string answer(const std::string& text) {
  const std::string folded = render::search::fold(text);
  std::string out = folded + '\t';
  bool first = true;
  for (const std::string& term : render::search::terms(folded)) {
    out += (first ? "" : " ") + term;
    first = false;
  }
  return out;
}

// Latin, Greek, Cyrillic, the Japanese blocks and their forms of other widths.
std::vector<std::string> every_sign() {
  struct Block {
    char32_t first, last;
  };
  std::vector<std::string> signs;
  for (const Block block : {Block{0x21, 0x7E}, Block{0xA1, 0x52F}, Block{0x1E00, 0x1FFE}, Block{0x2000, 0x2027},
                            Block{0x2030, 0x218B}, Block{0x2460, 0x24FF}, Block{0x3001, 0x33FF}, Block{0xF900, 0xFAD9},
                            Block{0xFE30, 0xFE4F}, Block{0xFF01, 0xFFEE}}) {
    for (char32_t c = block.first; c <= block.last; ++c) {
      if (c == 0xAD) continue;
      std::string sign;
      source::append_utf8(sign, c);
      signs.push_back(sign);
    }
  }
  return signs;
}

// Any of them beside any other, and marks after them.
std::vector<std::string> mixed(const std::vector<std::string>& signs, unsigned seed) {
  constexpr std::size_t count = 5000;
  std::mt19937 random(seed);
  const std::vector<std::string> often = {"ー", "カ", "ﾞ", "\u3099", "\u0301", "Σ", " "};
  const auto any = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t length = 1 + random() % 12; length > 0; --length) text += any(random() % 3 == 0 ? often : signs);
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("search folds width, kana and case, and cuts Japanese into pairs") {
  for (const FoldCase& each : fold_cases()) {
    INFO(each.text);
    CHECK(answer(each.text) == each.answer);
  }
}

TEST_CASE("folding twice changes nothing more") {
  for (const FoldCase& each : fold_cases()) {
    const std::string once = render::search::fold(each.text);
    CHECK(render::search::fold(once) == once);
  }
}

TEST_CASE("the browser folds as the generator does", "[.][javascript]") {
  const std::vector<std::string> signs = every_sign();
  const unsigned seed = random_seed();
  INFO("SHIRUBE_SEED=" << seed);
  std::vector<std::string> texts = mixed(signs, seed);
  for (const std::string& sign : signs) texts.push_back("あ" + sign + "い");
  for (const FoldCase& each : fold_cases()) texts.push_back(each.text);
  const std::vector<std::string> answers = node_lines("fold_lines.js", texts);
  REQUIRE(answers.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    INFO(texts[i]);
    CHECK(answers[i] == answer(texts[i]));
  }
}
