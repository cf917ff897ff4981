#include "render/search/terms.h"

#include "render/search/fold.h"
#include "source/unicode.h"

namespace shirube::render::search {
namespace {

constexpr std::size_t longest_word = 40;  // bytes; a longer one is found by its beginning

}  // namespace

std::vector<std::string> terms(std::string_view folded) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < folded.size();) {
    const source::CodePoint c = source::code_point_at(folded, i);
    if (is_paired(c.value)) {
      const std::size_t next = i + c.size;
      const source::CodePoint follower =
          next < folded.size() ? source::code_point_at(folded, next) : source::CodePoint{};
      const std::size_t length = is_paired(follower.value) ? c.size + follower.size : c.size;
      found.emplace_back(folded.substr(i, length));
      i = next;
    } else if (source::is_letter_or_digit(c.value)) {
      std::string word;
      for (source::CodePoint part = c; i < folded.size();) {
        part = source::code_point_at(folded, i);
        if (is_paired(part.value) || !source::is_letter_or_digit(part.value)) break;
        if (word.size() + part.size <= longest_word) word += folded.substr(i, part.size);
        i += part.size;
      }
      found.push_back(std::move(word));
    } else {
      i += c.size;
    }
  }
  return found;
}

}  // namespace shirube::render::search
