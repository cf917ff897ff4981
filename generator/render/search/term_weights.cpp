#include "render/search/term_weights.h"

#include <algorithm>
#include <cmath>

#include "render/search/fold.h"
#include "render/search/terms.h"
#include "source/fingerprint.h"
#include "source/unicode.h"

namespace shirube::render::search {
namespace {

constexpr float title_weight = 8;
constexpr float name_weight = 6;  // readings, aliases, tags
constexpr float heading_weight = 3;
constexpr TermKey word_mark = TermKey{1} << 63;
constexpr int code_point_bits = 21;

// Adds the terms of a text; returns how many there were.
std::size_t add(std::string_view text, float weight, EntryTerms& into) {
  const std::string folded = fold(text);
  std::size_t count = 0;
  for (TermReader reader(folded); reader.next(); ++count) {
    if (reader.is_word()) {
      const TermKey key = source::fingerprint(reader.word()) | word_mark;
      into.counts.emplace_back(key, weight);
      into.spellings.emplace_back(key, reader.word());
    } else {
      into.counts.emplace_back(reader.first() | static_cast<TermKey>(reader.second()) << code_point_bits, weight);
    }
  }
  return count;
}

}  // namespace

EntryTerms count_terms(const Entry& entry) {
  EntryTerms found;
  add(entry.title, title_weight, found);
  add(entry.words, name_weight, found);
  std::size_t length = 0;
  for (const Passage& passage : entry.passages) {
    add(passage.heading, heading_weight, found);
    length += add(passage.text, 1, found);
  }
  found.length = static_cast<float>(length);

  std::sort(found.spellings.begin(), found.spellings.end());
  found.spellings.erase(std::unique(found.spellings.begin(), found.spellings.end()), found.spellings.end());
  std::sort(found.counts.begin(), found.counts.end());
  auto last = found.counts.begin();
  for (auto next = last; next != found.counts.end();) {
    *last = *next;
    for (++next; next != found.counts.end() && next->first == last->first; ++next) last->second += next->second;
    ++last;
  }
  found.counts.erase(last, found.counts.end());
  return found;
}

std::string spelled_pair(TermKey key) {
  if ((key & word_mark) != 0) return {};
  constexpr TermKey sign = (TermKey{1} << code_point_bits) - 1;
  std::string term;
  source::append_utf8(term, static_cast<char32_t>(key & sign));
  if (const auto second = static_cast<char32_t>((key >> code_point_bits) & sign); second != 0) {
    source::append_utf8(term, second);
  }
  return term;
}

int weight_level(float count, float length, float average_length) {
  constexpr float saturation = 1.5F;
  constexpr float length_share = 0.4F;
  const float relative = average_length > 0 ? length / average_length : 1;
  const float share = count / (count + saturation * (1 - length_share + length_share * relative));
  return std::clamp(static_cast<int>(share * weight_levels), 0, weight_levels - 1);
}

}  // namespace shirube::render::search
