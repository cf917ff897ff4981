#include "render/html/phrases.h"

#include "render/html/markup.h"
#include "source/unicode.h"

namespace shirube::render::html {
namespace {

bool is_hiragana(char32_t c) {
  return c >= 0x3041 && c <= 0x3096;
}
bool is_particle(char32_t c) {
  return std::u32string_view(U"はがをにでとのもへや").find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) {
  return std::u32string_view(U"「『（【〈《").find(c) != std::u32string_view::npos;
}
bool closes(char32_t c) {
  return std::u32string_view(U"、。」』）】〉》・！？：").find(c) != std::u32string_view::npos;
}

// What comes before the place at which `next` is.
struct Before {
  char32_t last = 0;
  int hiragana = 0;  // how many in a row

  void pass(char32_t c) {
    hiragana = is_hiragana(c) ? hiragana + 1 : 0;
    last = c;
  }
  bool breaks_before(char32_t next) const {
    if (last == 0 || closes(next)) return false;
    if (closes(last)) return true;
    if (opens(last)) return false;
    if (opens(next)) return true;
    if (hiragana == 0 || is_hiragana(next) || !source::is_letter_or_digit(next)) return false;
    // A lone character is a particle, or it belongs to a word: 目標の|書き方.
    return hiragana > 1 || is_particle(last);
  }
};

}  // namespace

std::string with_phrase_breaks(std::string_view text) {
  std::string out;
  Before before;
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size();) {
    const source::CodePoint c = source::code_point_at(text, i);
    if (before.breaks_before(c.value)) {
      append_escaped(out, text.substr(written, i - written));
      out += "<wbr>";
      written = i;
    }
    before.pass(c.value);
    i += c.size;
  }
  append_escaped(out, text.substr(written));
  return out;
}

}  // namespace shirube::render::html
