#include "render/search/fold.h"

#include "source/unicode.h"

namespace shirube::render::search {
namespace {

constexpr char32_t sound_mark = U'ー';
constexpr int shortest_word_with_mark = 3;  // characters before it: サーバー loses it, キー and エラー keep it

bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || c == sound_mark || (c >= 0x31F0 && c <= 0x31FF);
}

char32_t as_hiragana(char32_t c) {
  constexpr char32_t distance = 0x60;
  return (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE ? c - distance : c;
}

// Kana, kanji and ASCII are their own normal form; nearly all of a Japanese text is that, and needs no tables.
bool is_plain(char32_t c) {
  return c < 0x80 || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) || (c >= 0x4E00 && c <= 0x9FFF) ||
         c == U'、' || c == U'。' || c == U'「' || c == U'」';
}
bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const source::CodePoint c = source::code_point_at(text, i);
    if (!is_plain(c.value)) return false;
    i += c.size;
  }
  return true;
}
std::string normal_form(std::string_view text) {
  if (!is_plain(text)) return source::to_nfkc(source::fold_case(source::to_nfkc(text)));
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string fold(std::string_view text) {
  const std::string normal = normal_form(text);
  std::string out;
  int katakana = 0;
  for (std::size_t i = 0; i < normal.size();) {
    const source::CodePoint c = source::code_point_at(normal, i);
    i += c.size;
    const bool ends = i == normal.size() || !is_katakana(source::code_point_at(normal, i).value);
    const bool dropped = c.value == sound_mark && ends && katakana >= shortest_word_with_mark;
    katakana = is_katakana(c.value) ? katakana + 1 : 0;
    if (!dropped) source::append_utf8(out, as_hiragana(c.value));
  }
  return out;
}

// Given as blocks: the tables of Unicode in a browser and in ICU are of different years.
bool is_paired(char32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x309D && c <= 0x309F) ||
         (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace shirube::render::search
