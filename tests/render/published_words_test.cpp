// No word that our own list refuses is in anything that we publish.
#include <map>
#include <string>
#include <vector>

#include "check/folded_text.h"
#include "cli/edition.h"
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
    if (rule.level != model::WordingLevel::refused) continue;
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

TEST_CASE("no refused word is in anything of ours: pages, workbooks, search data, feeds, the print edition") {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  cli::Session session;
  const auto loaded = cli::load_site(*checkout.value(), "site.yaml", *checkout.value(), session);
  REQUIRE(loaded);
  const std::vector<Refused> words = refused_words(loaded->site.site().records);
  REQUIRE(words.size() > 40);
  CHECK(refused_in("段階的な<b>ふる</b>い", words).empty());  // as mark-up
  CHECK(refused_in(without_tags("段階的な<b>ふる</b>い"), words) == "ふるい ");

  const auto edition = cli::make_edition(*loaded, *checkout.value(), 1'700'000'000, {}, {}, session.sink);
  REQUIRE(edition);
  std::map<std::string, std::size_t> looked_through;  // by folder
  for (const auto& file : edition->files) {
    if (file.path.starts_with("assets/")) continue;
    INFO(file.path);
    auto bytes = file.make();
    REQUIRE(bytes);
    ++looked_through[file.path.substr(0, file.path.find('/'))];
    if (!file.path.ends_with(".xlsx")) {
      CHECK(refused_in(bytes.value(), words).empty());
      CHECK(refused_in(without_tags(bytes.value()), words).empty());
      continue;
    }
    auto container = spreadsheet::Container::open(bytes.value(), {});
    REQUIRE(container);
    for (const auto& part : container.value().parts()) {
      if (!part.name.ends_with(".xml")) continue;
      auto text = container.value().read(part.name);
      REQUIRE(text);
      CHECK(refused_in(without_tags(text.value()), words).empty());
    }
  }
  CHECK(looked_through["career"] > 10);
  CHECK(looked_through["workbooks"] >= 5);
  CHECK(looked_through["search"] > 5);
  CHECK(looked_through["print.html"] == 1);
}
