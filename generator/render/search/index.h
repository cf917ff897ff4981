// The inverted index: for every term the entries that hold it, in one text that a browser decodes as it needs it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/search/entries.h"

namespace shirube::render::search {

// Postings are numbers to the base of 32, least significant digit first, in the 64 characters A-Z a-z 0-9 - _; the
// upper half of the characters says that a digit follows. Each number is (entries since the last one) * 8 + weight.
struct IndexedTerm {
  std::string term;
  std::string postings;
};

// Calls work(0) … work(count - 1), in any order, perhaps from several threads.
using Loop = std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

// Sorted by the bytes of the terms. The same whatever `loop` does.
std::vector<IndexedTerm> build_index(const std::vector<Entry>& entries, const Loop& loop);

void append_number(std::string& out, std::uint32_t number);

}  // namespace shirube::render::search
