// What the index knows a text by: words of letters and digits, and pairs of Japanese characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::search {

// Goes through the terms of a folded text, which must outlive it: in order, repeated ones too.
class TermReader {
 public:
  explicit TermReader(std::string_view folded) : folded_(folded) {}

  // False at the end.
  bool next();
  // The current term is a word or a pair of characters, the second of which is 0 for the last character of a run.
  bool is_word() const { return first_ == 0; }
  const std::string& word() const { return word_; }
  char32_t first() const { return first_; }
  char32_t second() const { return second_; }

 private:
  void read_word();

  std::string_view folded_;
  std::size_t place_ = 0;
  std::string word_;
  char32_t first_ = 0;
  char32_t second_ = 0;
};

// `先行kpi` gives 先行, 行, kpi: a run of Japanese characters gives its pairs and its last character alone, so that
// every single character begins a term.
std::vector<std::string> terms(std::string_view folded);

}  // namespace shirube::render::search
