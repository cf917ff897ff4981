// How much each term says about an entry, before it is known how rare the term is.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/search/entries.h"

namespace shirube::render::search {

// A pair of characters, or a word by its fingerprint: small enough to sort and count by the million.
using TermKey = std::uint64_t;

struct EntryTerms {
  std::vector<std::pair<TermKey, float>> counts;           // sorted by key; title, headings and text weighed
  std::vector<std::pair<TermKey, std::string>> spellings;  // of the words; pairs spell themselves
  float length = 0;                                        // terms of the text
};

EntryTerms count_terms(const Entry& entry);
// The term of a pair's key; empty if the key is a word's.
std::string spelled_pair(TermKey key);

// 0 to `weight_levels - 1`: the saturated share that a count has in an entry of this length (BM25 without rarity).
constexpr int weight_levels = 8;
int weight_level(float count, float length, float average_length);

}  // namespace shirube::render::search
