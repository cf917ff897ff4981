// Words that the authors have agreed not to publish: `wording:`, and `avoid:` of the glossary's terms.
#include <algorithm>
#include <iterator>
#include <map>

#include "check/folded_text.h"
#include "check/rules.h"
#include "check/word_search.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

struct Word {
  std::string folded;
  bool refused = true;
  std::string instead;
  std::vector<std::string> allow;  // folded
  const std::vector<std::string>* pages = nullptr;
  source::SourceRange own;  // the record that names it; it may use the word
};

// Longer words first: of 布教活動 and 布教 only the first is reported.
std::vector<Word> words_of(const model::Site& site, Sink& sink) {
  std::vector<Word> words;
  std::map<std::string, source::SourceRange> seen;
  const auto add = [&](Word word, const source::Located<std::string>& written) {
    const auto [first, is_new] = seen.emplace(word.folded, written.range);
    if (is_new) {
      words.push_back(std::move(word));
    } else {
      sink.report(Kind::wording_twice, written.range, {written.value}).label(first->second, Kind::first_here);
    }
  };
  for (const model::WordingRule& rule : site.records.wording) {
    for (const auto& term : rule.terms) {
      Word word{fold_word(term.value), rule.level == model::WordingLevel::refused, rule.instead, {}, &rule.pages, {}};
      for (const std::string& phrase : rule.allow) word.allow.push_back(fold_word(phrase));
      add(std::move(word), term);
    }
  }
  for (const model::Term& term : site.records.terms) {
    for (const auto& avoid : term.avoid) {
      std::string folded = fold_word(avoid.value);
      if (seen.contains(folded)) continue;  // `wording:` says it with more care
      add({std::move(folded), false, term.name.value, {fold_word(term.name.value)}, nullptr, term.head.range}, avoid);
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.folded.size() > b.folded.size(); });
  return words;
}

bool is_inside(const source::SourceRange& inner, const source::SourceRange& outer) {
  return outer && inner.file == outer.file && inner.begin >= outer.begin && inner.end <= outer.end;
}

bool may_use(const Word& word, std::string_view page) {
  return word.pages != nullptr && std::any_of(word.pages->begin(), word.pages->end(), [&](const std::string& allowed) {
           return page == allowed || (allowed.ends_with('/') && page.starts_with(allowed));
         });
}

// Whether the hit at `at` is part of a longer phrase that is harmless.
bool is_allowed(const FoldedText& text, std::size_t at, const Word& word) {
  for (const std::string& phrase : word.allow) {
    for (std::size_t inner = phrase.find(word.folded); inner != std::string::npos;
         inner = phrase.find(word.folded, inner + 1)) {
      if (at >= inner && text.text().compare(at - inner, phrase.size(), phrase) == 0) return true;
    }
  }
  return false;
}

}  // namespace

void check_wording(const model::Site& site, const Index&, Sink& sink) {
  const std::vector<Word> words = words_of(site, sink);
  if (words.empty()) return;
  WordSearch search;
  for (const Word& word : words) search.add(word.folded);
  search.finish();
  std::map<source::FileId, std::string_view> pages;
  for (const model::Page& page : site.pages) pages.emplace(page.parsed.file, page.parsed.source_path);
  for (const model::Passage& passage : site.passages) {
    const FoldedText text(passage.text);
    const auto page = pages.find(passage.range.file);
    std::map<std::size_t, std::size_t> reported;  // begin to end
    std::size_t last_word = words.size();
    std::size_t free_from = 0;  // of the same word
    for (const WordSearch::Hit& hit : search.find_all(text)) {
      const Word& word = words[hit.word];
      if (hit.word != last_word) free_from = 0;
      last_word = hit.word;
      if (hit.begin < free_from) continue;
      if (is_inside(passage.range, word.own) || (page != pages.end() && may_use(word, page->second))) continue;
      const std::size_t end = hit.begin + word.folded.size();
      free_from = end;
      const auto after = reported.lower_bound(end);
      const bool covered = after != reported.begin() && std::prev(after)->second > hit.begin;
      if (covered || is_allowed(text, hit.begin, word)) continue;
      reported.emplace(hit.begin, end);
      const auto range = text.range(hit.begin, word.folded.size(), passage.range);
      const std::string written(passage.text.substr(range.begin - passage.range.begin, range.end - range.begin));
      sink.report(word.refused ? Kind::wording_refused : Kind::wording_discouraged, range, {written, word.instead});
    }
  }
}

}  // namespace shirube::check
