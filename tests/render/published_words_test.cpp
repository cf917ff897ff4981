// No word that our own list refuses stands in anything that we publish: pages, the theme's words on them, workbooks.
#include <string>
#include <vector>

#include "check/folded_text.h"
#include "render/html/pages.h"
#include "render/xlsx/workbooks.h"
#include "spreadsheet/container.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

struct Refused {
  std::string word;
  std::vector<std::string> allow;
};

std::vector<Refused> refused_words(const model::Records& records) {
  std::vector<Refused> words;
  for (const model::WordingRule& rule : records.wording) {
    if (!rule.refused) continue;
    std::vector<std::string> allow;
    for (const std::string& phrase : rule.allow) allow.push_back(check::fold_word(phrase));
    for (const auto& term : rule.terms) words.push_back({check::fold_word(term.value), allow});
  }
  return words;
}

// What a reader sees of mark-up: its text and the values of its attributes.
std::string without_tags(const std::string& markup) {
  std::string text;
  bool tag = false;
  for (const char c : markup) {
    if (c == '<') tag = true;
    if (!tag || c == '"') text += c == '"' && tag ? ' ' : c;
    if (c == '>') tag = false;
  }
  return text;
}

std::string refused_in(const std::string& text, const std::vector<Refused>& words) {
  const check::FoldedText folded(text);
  std::string found;
  for (const Refused& one : words) {
    for (std::size_t at = folded.find(one.word, 0); at != std::string::npos; at = folded.find(one.word, at + 1)) {
      bool harmless = false;
      for (const std::string& phrase : one.allow) {
        const std::size_t begin = at < phrase.size() ? 0 : at - phrase.size();
        const std::size_t inside = folded.text().find(phrase, begin);
        harmless |= inside != std::string::npos && inside <= at;
      }
      if (!harmless) found += one.word + " ";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no refused word stands in a page or a workbook of ours") {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  cli::Session session;
  const auto loaded = cli::load_site(*checkout.value(), "site.yaml", *checkout.value(), session);
  REQUIRE(loaded);
  const std::vector<Refused> words = refused_words(loaded->site.site().records);
  REQUIRE(words.size() > 40);
  CHECK(refused_in("段階的な<b>ふる</b>い", words).empty());  // as mark-up
  CHECK(refused_in(without_tags("段階的な<b>ふる</b>い"), words) == "ふるい ");

  std::size_t looked_through = 0;
  for (const auto& file : render::html::render_pages(loaded->site, *loaded->theme, {}).files) {
    if (file.path.starts_with("assets/")) continue;
    INFO(file.path);
    auto text = file.make();
    REQUIRE(text);
    CHECK(refused_in(text.value(), words).empty());
    CHECK(refused_in(without_tags(text.value()), words).empty());
    ++looked_through;
  }
  for (const auto& file : render::xlsx::render_workbooks(loaded->site, {}).files) {
    INFO(file.path);
    auto bytes = file.make();
    REQUIRE(bytes);
    auto container = spreadsheet::Container::open(bytes.value(), {});
    REQUIRE(container);
    for (const auto& part : container.value().parts()) {
      if (!part.name.ends_with(".xml")) continue;
      auto text = container.value().read(part.name);
      REQUIRE(text);
      CHECK(refused_in(without_tags(text.value()), words).empty());
      ++looked_through;
    }
  }
  CHECK(looked_through > 60);
}
