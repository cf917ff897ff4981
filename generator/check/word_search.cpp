#include "check/word_search.h"

#include <algorithm>

namespace shirube::check {

namespace {

constexpr std::size_t most_hits = 10'000;

std::uint64_t edge(std::uint32_t node, unsigned char byte) {
  return (std::uint64_t{node} << 8U) | byte;
}

}  // namespace

void WordSearch::add(std::string_view word) {
  const auto number = static_cast<std::int64_t>(words_++);
  if (word.empty()) return;
  std::uint32_t node = 0;
  for (const char c : word) {
    const std::uint64_t key = edge(node, static_cast<unsigned char>(c));
    const auto [next, is_new] = edges_.emplace(key, static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) {
      nodes_.push_back({-1, 0, 0, nodes_[node].depth + 1});
      order_.push_back(key);
    }
    node = next->second;
  }
  if (nodes_[node].word < 0) nodes_[node].word = number;
}

std::uint32_t WordSearch::step(std::uint32_t node, unsigned char byte) const {
  for (;;) {
    if (const auto next = edges_.find(edge(node, byte)); next != edges_.end()) return next->second;
    if (node == 0) return 0;
    node = nodes_[node].fallback;
  }
}

void WordSearch::finish() {
  // A fallback is shorter than its node, so the shallow ones come first.
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint64_t a, std::uint64_t b) {
    return nodes_[a >> 8U].depth < nodes_[b >> 8U].depth;
  });
  for (const std::uint64_t key : order_) {
    const auto parent = static_cast<std::uint32_t>(key >> 8U);
    Node& node = nodes_[edges_.at(key)];
    if (parent != 0) node.fallback = step(nodes_[parent].fallback, static_cast<unsigned char>(key & 0xFFU));
    const Node& shorter = nodes_[node.fallback];
    node.next_word = shorter.word >= 0 ? node.fallback : shorter.next_word;
  }
}

std::vector<WordSearch::Hit> WordSearch::find_all(const FoldedText& text) const {
  std::vector<Hit> hits;
  std::uint32_t node = 0;
  const std::string& bytes = text.text();
  for (std::size_t i = 0; i < bytes.size() && hits.size() < most_hits; ++i) {
    node = step(node, static_cast<unsigned char>(bytes[i]));
    std::uint32_t ending = nodes_[node].word >= 0 ? node : nodes_[node].next_word;
    for (; ending != 0 && hits.size() < most_hits; ending = nodes_[ending].next_word) {
      const std::size_t begin = i + 1 - nodes_[ending].depth;
      if (text.is_whole(begin, i + 1)) hits.push_back({static_cast<std::size_t>(nodes_[ending].word), begin});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.word != b.word ? a.word < b.word : a.begin < b.begin;
  });
  return hits;
}

}  // namespace shirube::check
