// The words of the interface in one language. The theme's folder holds them; whoever loads the theme has read the file.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::html {

// Every key that a language has to give.
const std::vector<std::string_view>& word_keys();

class Words {
 public:
  using Map = std::map<std::string, std::string, std::less<>>;

  // `words` has every key of word_keys().
  explicit Words(Map words) : words_(std::move(words)) {}

  const std::string& operator[](std::string_view key) const;
  // With {0}, {1} … replaced.
  std::string with(std::string_view key, std::initializer_list<std::string_view> values) const;
  const Map& all() const { return words_; }

 private:
  Map words_;
};

// Keys of word_keys() that `words` lacks or leaves empty.
std::vector<std::string_view> missing_words(const Words::Map& words);

}  // namespace shirube::render::html
