// Finds many words in a text in one pass over it (Aho and Corasick), however many words there are.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/folded_text.h"

namespace shirube::check {

class WordSearch {
 public:
  struct Hit {
    std::size_t word = 0;  // in the order in which they were added
    std::size_t begin = 0;
  };

  void add(std::string_view word);
  // Between the last `add` and the first search.
  void finish();
  // By word, then by place; Latin words as a whole only. No more than nobody reads: the first 10,000 of a text.
  std::vector<Hit> find_all(const FoldedText& text) const;

 private:
  struct Node {
    std::int64_t word = -1;        // that ends here; -1: none
    std::uint32_t fallback = 0;    // the longest other ending that begins a word
    std::uint32_t next_word = 0;   // of the fallbacks, the first at which a word ends; 0: none
    std::uint32_t depth = 0;
  };
  std::uint32_t step(std::uint32_t node, unsigned char byte) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // node and byte to node
  std::vector<std::uint64_t> order_;                        // edges as they were made
  std::size_t words_ = 0;
};

}  // namespace shirube::check
