#include "render/search/index.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "render/search/term_weights.h"

namespace shirube::render::search {
namespace {

struct Postings {
  std::string text;
  std::uint32_t next = 0;  // the entry after the last one written
};

}  // namespace

void append_number(std::string& out, std::uint32_t number) {
  static constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::uint32_t base = 32;
  for (; number >= base; number /= base) out += signs[base + number % base];
  out += signs[number];
}

std::vector<IndexedTerm> build_index(const std::vector<Entry>& entries, const Loop& loop) {
  std::vector<EntryTerms> counted(entries.size());
  loop(entries.size(), [&](std::size_t i) { counted[i] = count_terms(entries[i]); });
  double all = 0;
  for (const EntryTerms& terms : counted) all += terms.length;
  const float average = entries.empty() ? 0 : static_cast<float>(all / static_cast<double>(entries.size()));

  std::unordered_map<TermKey, Postings> postings;
  std::unordered_map<TermKey, std::string> words;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    EntryTerms& terms = counted[i];
    for (auto& [key, word] : terms.spellings) words.emplace(key, std::move(word));
    const auto number = static_cast<std::uint32_t>(i);
    for (const auto& [key, count] : terms.counts) {
      Postings& list = postings[key];
      const int level = weight_level(count, terms.length, average);
      append_number(list.text, (number - list.next) * weight_levels + static_cast<std::uint32_t>(level));
      list.next = number + 1;
    }
    terms = {};
  }

  std::vector<IndexedTerm> index;
  index.reserve(postings.size());
  for (auto& [key, list] : postings) {
    std::string term = spelled_pair(key);
    if (term.empty()) term = words.at(key);
    index.push_back({std::move(term), std::move(list.text)});
  }
  std::sort(index.begin(), index.end(), [](const IndexedTerm& a, const IndexedTerm& b) { return a.term < b.term; });
  return index;
}

}  // namespace shirube::render::search
