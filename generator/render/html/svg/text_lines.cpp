#include "render/html/svg/text_lines.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::render::html {
namespace {

constexpr std::u32string_view may_not_begin =
    U"、。，．・：；？！ー）」』】〕〉》”’々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%…),.:;?!]}";
constexpr std::u32string_view may_not_end = U"（「『【〔〈《“‘([{";

// Whether a line may end between the two signs.
bool breaks_between(char32_t before, char32_t after) {
  if (may_not_begin.find(after) != std::u32string_view::npos) return false;
  if (may_not_end.find(before) != std::u32string_view::npos) return false;
  if (source::is_white_space(before)) return true;
  return source::is_japanese(before) || source::is_japanese(after);
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

// Bytes of `rest` that go on the next line.
std::size_t line_end(std::string_view rest, int columns) {
  int width = 0;
  std::size_t last_break = 0;
  std::size_t at = 0;
  char32_t before = 0;
  while (at < rest.size()) {
    const source::CodePoint point = source::code_point_at(rest, at);
    if (before != 0 && breaks_between(before, point.value)) last_break = at;
    width += source::display_width(point.value);
    if (width > columns && !source::is_white_space(point.value)) {
      if (last_break > 0) return last_break;
      return at > 0 ? at : point.size;
    }
    at += point.size;
    before = point.value;
  }
  return rest.size();
}

}  // namespace

namespace {

std::vector<std::string> cut(std::string_view text, int columns, std::size_t max_lines) {
  std::vector<std::string> lines;
  std::string_view rest = text;
  while (!rest.empty() && lines.size() < max_lines) {
    const std::size_t end = line_end(rest, columns);
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
  std::vector<std::string> lines = cut(text, columns, max_lines);
  if (lines.size() < 2 || lines.back().ends_with("…")) return lines;
  // As many lines, but of nearly equal length: a last line of one sign looks like a mistake.
  const int even = source::display_width(text) / static_cast<int>(lines.size());
  for (int narrower = std::max(even, columns / 2); narrower < columns; ++narrower) {
    std::vector<std::string> balanced = cut(text, narrower, max_lines + 1);
    if (balanced.size() == lines.size()) return balanced;
  }
  return lines;
}

}  // namespace shirube::render::html
