#include "parse/markdown/emphasis_marks.h"

#include <algorithm>
#include <utility>

#include "parse/markdown/ruby.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

enum class Neighbour { space, punctuation, cjk_punctuation, cjk, other };

bool is_ideographic_selector(char32_t c) {
  return c >= 0xE0100 && c <= 0xE01EF;
}
// Selectors that choose a shape and not the colour of an emoji (U+FE0F).
bool is_plain_selector(char32_t c) {
  return c >= 0xFE00 && c <= 0xFE0E;
}

Neighbour classify(char32_t c) {
  if (c < 0x80) {
    if (c == ' ' || (c >= 9 && c <= 13)) return Neighbour::space;
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return alphanumeric || c < 0x20 || c == 0x7F ? Neighbour::other : Neighbour::punctuation;
  }
  if (source::is_white_space(c)) return Neighbour::space;
  const bool half_width_punctuation = c >= 0xFF61 && c <= 0xFF65;
  const bool cjk = half_width_punctuation || source::is_cjk(c);
  if (source::is_punctuation(c)) return cjk ? Neighbour::cjk_punctuation : Neighbour::punctuation;
  return cjk ? Neighbour::cjk : Neighbour::other;
}

Neighbour neighbour_before(std::string_view text, std::size_t at) {
  if (at == 0) return Neighbour::space;
  const source::CodePoint c = source::code_point_before(text, at);
  if (is_ideographic_selector(c.value)) return Neighbour::cjk;
  if (is_plain_selector(c.value)) {
    // The character that it belongs to decides; the library sees the selector, a letter.
    const auto base = neighbour_before(text, at - c.size);
    return base == Neighbour::cjk || base == Neighbour::cjk_punctuation ? Neighbour::cjk : Neighbour::other;
  }
  return classify(c.value);
}

Neighbour neighbour_after(std::string_view text, std::size_t at) {
  return at >= text.size() ? Neighbour::space : classify(source::code_point_at(text, at).value);
}

// The same condition for both sides: may a run be tight against `inner` when `outer` is on its other side?
bool flanks(Neighbour inner, Neighbour outer) {
  if (inner == Neighbour::space) return false;
  return inner != Neighbour::punctuation || outer != Neighbour::other;
}

bool is_container_prefix(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') {
    --at;
    if (text[at] != '>' && text[at] != ' ' && text[at] != '\t') return false;
  }
  return true;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (at > backslashes && text[at - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_punctuation(Neighbour neighbour) {
  return neighbour == Neighbour::punctuation || neighbour == Neighbour::cjk_punctuation;
}

}  // namespace

Flanking flanking(std::string_view text, std::size_t begin, std::size_t end) {
  const Neighbour before = neighbour_before(text, begin);
  const Neighbour after = neighbour_after(text, end);
  return {flanks(after, before), flanks(before, after)};
}

std::string mark_emphasis(std::string_view text) {
  std::string marked;
  std::size_t copied = 0;
  for (std::size_t begin = text.find('*'); begin != std::string_view::npos;) {
    std::size_t end = text.find_first_not_of('*', begin);
    if (end == std::string_view::npos) end = text.size();
    const std::size_t next = text.find('*', end);
    if (is_escaped(text, begin)) ++begin;
    // Between two ASCII characters the library is right.
    const bool foreign =
        begin > 0 && end < text.size() && begin < end && !(is_ascii(text[begin - 1]) && is_ascii(text[end]));
    if (foreign && !is_container_prefix(text, begin)) {
      const Neighbour before = neighbour_before(text, begin);
      const Neighbour after = neighbour_after(text, end);
      // Only where the run flanks both sides can the library be wrong; a letter on both sides makes it right.
      if (flanks(after, before) && flanks(before, after)) {
        if (is_punctuation(before)) {
          marked.append(text, copied, begin - copied).append(emphasis_mark_utf8);
          copied = begin;
        }
        if (is_punctuation(after)) {
          marked.append(text, copied, end - copied).append(emphasis_mark_utf8);
          copied = end;
        }
      }
    }
    begin = next;
  }
  return hide_ruby_bars(std::move(marked.append(text, copied)));
}

void strip_marks(std::string& text) {
  show_ruby_bars(text);
  std::size_t from = text.find(emphasis_mark_utf8);
  if (from == std::string::npos) return;
  std::size_t to = from;
  while (from < text.size()) {
    if (text.compare(from, emphasis_mark_utf8.size(), emphasis_mark_utf8) == 0) {
      from += emphasis_mark_utf8.size();
    } else {
      text[to++] = text[from++];
    }
  }
  text.resize(to);
}

}  // namespace shirube::parse
