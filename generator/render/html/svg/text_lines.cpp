#include "render/html/svg/text_lines.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::render::html {
namespace {

constexpr std::u32string_view may_not_begin =
    U"、。，．・：；？！ー）」』】〕〉》”’々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%…),.:;?!]}";
constexpr std::u32string_view may_not_end = U"（「『【〔〈《“‘([{＋−－±￥¥";

// Whether a line may end between the two characters.
bool breaks_between(char32_t before, char32_t after) {
  if (may_not_begin.find(after) != std::u32string_view::npos) return false;
  if (may_not_end.find(before) != std::u32string_view::npos) return false;
  if (source::is_white_space(before)) return true;
  return source::is_japanese(before) || source::is_japanese(after);
}

enum class Script { kanji, hiragana, katakana, latin, other };

Script script_of(char32_t sign) {
  if (sign >= U'ぁ' && sign <= U'ゖ') return Script::hiragana;
  if ((sign >= U'ァ' && sign <= U'ヺ') || sign == U'ー') return Script::katakana;
  if (sign < 0x250 && source::is_letter_or_digit(sign)) return Script::latin;
  if (source::is_japanese(sign) && source::is_letter_or_digit(sign)) return Script::kanji;
  return Script::other;
}

// Whether a word is likely to begin with `after`: at a bracket, and where the script changes, but not into the kana
// that end a word.
bool word_begins(char32_t before, char32_t after) {
  if (may_not_end.find(after) != std::u32string_view::npos) return true;
  const Script here = script_of(after);
  return here != Script::hiragana && here != Script::other && script_of(before) != here;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

enum class Break { anywhere, rather_before_words, only_before_words };

// Bytes of `rest` that go on the next line; 0 if there is no break as wanted. No word is worth a line that stays nearly
// empty.
std::size_t line_end(std::string_view rest, int columns, Break wanted) {
  int width = 0;
  std::size_t last_break = 0;
  std::size_t last_word = 0;
  std::size_t at = 0;
  char32_t before = 0;
  while (at < rest.size()) {
    const source::CodePoint point = source::code_point_at(rest, at);
    if (before != 0 && breaks_between(before, point.value)) {
      last_break = at;
      if (word_begins(before, point.value) && width * 5 >= columns * 2) last_word = at;
    }
    width += source::display_width(point.value);
    if (width > columns && !source::is_white_space(point.value)) {
      if (wanted == Break::only_before_words || (wanted == Break::rather_before_words && last_word > 0)) {
        return last_word;
      }
      if (last_break > 0) return last_break;
      return at > 0 ? at : point.size;
    }
    at += point.size;
    before = point.value;
  }
  return rest.size();
}

std::vector<std::string> cut(std::string_view text, int columns, std::size_t max_lines, Break wanted) {
  std::vector<std::string> lines;
  std::string_view rest = text;
  while (!rest.empty() && lines.size() < max_lines) {
    const std::size_t end = line_end(rest, columns, wanted);
    if (end == 0) return {};
    lines.push_back(trimmed(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  if (!trimmed(rest).empty() && !lines.empty()) {
    std::string& last = lines.back();
    while (!last.empty() && source::display_width(last) > columns - 2) {
      last.resize(last.size() - source::code_point_before(last, last.size()).size);
    }
    last += "…";
  }
  return lines;
}

}  // namespace

std::vector<std::string> text_lines(std::string_view text, int columns, std::size_t max_lines) {
  std::vector<std::string> lines = cut(text, columns, max_lines, Break::anywhere);
  if (lines.size() < 2 || lines.back().ends_with("…")) return lines;
  // As many lines, but of nearly equal length: a last line of one character looks like a mistake. And broken before
  // words if that takes no more lines.
  const int even = source::display_width(text) / static_cast<int>(lines.size());
  for (const Break wanted : {Break::only_before_words, Break::rather_before_words, Break::anywhere}) {
    for (int narrower = std::max(even, columns / 2); narrower <= columns; ++narrower) {
      std::vector<std::string> balanced = cut(text, narrower, max_lines + 1, wanted);
      if (balanced.size() == lines.size()) return balanced;
    }
  }
  return lines;
}

}  // namespace shirube::render::html
