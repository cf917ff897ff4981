#include "source/typed_text.h"

#include <algorithm>
#include <array>

#include "source/unicode.h"

namespace shirube::source {

namespace {

bool is_compatibility_ideograph(char32_t c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

// The first character of each group stands for all of it.
constexpr std::array<std::u32string_view, 24> look_alikes = {
    U"高髙", U"崎﨑嵜碕", U"斎斉齋齊", U"辺邊邉", U"浜濱濵", U"沢澤", U"広廣", U"吉𠮷",
    U"桜櫻", U"島嶋嶌",   U"滝瀧",     U"竜龍",   U"国國",   U"関關", U"黒黑", U"真眞",
    U"恵惠", U"徳德",     U"塩鹽",     U"富冨",   U"峰峯",   U"館舘", U"渡渉", U"柳栁",
};

}  // namespace

bool is_blank(char32_t c) {
  if (is_white_space(c)) return true;
  return c == 0xAD || c == 0x115F || c == 0x1160 || c == 0x180E || (c >= 0x200B && c <= 0x200F) || c == 0x2028 ||
         c == 0x2029 || (c >= 0x2060 && c <= 0x2064) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0;
}

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_blank(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_blank(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::string compose_signs(std::string_view text) {
  std::string composed;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_compatibility_ideograph(c.value)) {
      composed += to_nfc(text.substr(begin, i - begin));
      composed += text.substr(i, c.size);
      begin = i + c.size;
    }
    i += c.size;
  }
  return composed + to_nfc(text.substr(begin));
}

std::string matching_key(std::string_view text) {
  std::string key;
  const std::string folded = fold_case(to_nfkc(text));
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = code_point_at(folded, i);
    if (!is_blank(c.value)) key.append(folded, i, c.size);
    i += c.size;
  }
  return key;
}

std::string look_alike_key(std::string_view text) {
  std::string key;
  for (const char32_t c : code_points(matching_key(text))) {
    const auto group = std::find_if(look_alikes.begin(), look_alikes.end(),
                                    [c](std::u32string_view each) { return each.find(c) != each.npos; });
    append_utf8(key, group == look_alikes.end() ? c : group->front());
  }
  return key;
}

}  // namespace shirube::source
