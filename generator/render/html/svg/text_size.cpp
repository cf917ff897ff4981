#include "render/html/svg/text_size.h"

#include <algorithm>

#include "render/html/svg/text_lines.h"
#include "source/unicode.h"

namespace shirube::render::html {
namespace {

double narrow_width(char32_t sign) {
  if (sign >= U'0' && sign <= U'9') return 0.58;
  if (sign == U'.' || sign == U',' || sign == U':' || sign == U'i' || sign == U'l' || sign == U' ') return 0.3;
  if (sign == U'm' || sign == U'w' || sign == U'%' || sign == U'M' || sign == U'W') return 0.9;
  if (sign >= U'A' && sign <= U'Z') return 0.7;
  return 0.58;
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (const char32_t sign : source::code_points(text)) {
    const int columns = source::display_width(sign);
    // Characters that East Asian fonts may set wide (−, ×, ≥) count as wide.
    const bool may_be_wide = columns == 1 && sign >= 0x80;
    width += columns == 0 ? 0 : (columns == 2 || may_be_wide ? 1.0 : narrow_width(sign));
  }
  return width * size;
}

Area text_area(std::string_view text, double size, Point base, Anchor anchor) {
  const double width = text_width(text, size);
  const double left = anchor == Anchor::start ? base.x : (anchor == Anchor::end ? base.x - width : base.x - width / 2);
  return {left, base.y - size * 0.85, left + width, base.y + size * 0.2};
}

std::vector<std::string> wrapped(std::string_view text, double width, double size, std::size_t max_lines) {
  int columns = std::max(2, static_cast<int>(width / size * 2));
  for (;; --columns) {
    std::vector<std::string> lines = text_lines(text, columns, max_lines);
    const bool fits = std::all_of(lines.begin(), lines.end(),
                                  [&](const std::string& line) { return text_width(line, size) <= width; });
    if (fits || columns <= 2) return lines;
  }
}

std::string shortened(std::string_view text, double width, double size) {
  const auto lines = wrapped(text, width, size, 1);
  return lines.empty() ? std::string() : lines.front();
}

}  // namespace shirube::render::html
