#include "render/search/terms.h"

#include "render/search/fold.h"
#include "source/unicode.h"

namespace shirube::render::search {
namespace {

constexpr std::size_t longest_word = 40;  // bytes; a longer one is found by its beginning

}  // namespace

bool TermReader::next() {
  while (place_ < folded_.size()) {
    const source::CodePoint c = source::code_point_at(folded_, place_);
    if (is_paired(c.value)) {
      place_ += c.size;
      first_ = c.value;
      second_ = 0;
      if (place_ < folded_.size()) {
        const char32_t follower = source::code_point_at(folded_, place_).value;
        if (is_paired(follower)) second_ = follower;
      }
      return true;
    }
    if (source::is_letter_or_digit(c.value)) {
      read_word();
      return true;
    }
    place_ += c.size;
  }
  return false;
}

void TermReader::read_word() {
  first_ = second_ = 0;
  word_.clear();
  while (place_ < folded_.size()) {
    const source::CodePoint part = source::code_point_at(folded_, place_);
    if (is_paired(part.value) || !source::is_letter_or_digit(part.value)) break;
    if (word_.size() + part.size <= longest_word) word_ += folded_.substr(place_, part.size);
    place_ += part.size;
  }
}

std::vector<std::string> terms(std::string_view folded) {
  std::vector<std::string> found;
  for (TermReader reader(folded); reader.next();) {
    if (reader.is_word()) {
      found.push_back(reader.word());
      continue;
    }
    std::string pair;
    source::append_utf8(pair, reader.first());
    if (reader.second() != 0) source::append_utf8(pair, reader.second());
    found.push_back(std::move(pair));
  }
  return found;
}

}  // namespace shirube::render::search
