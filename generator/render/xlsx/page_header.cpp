#include "render/xlsx/page_header.h"

#include <algorithm>
#include <utility>

#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

std::string shortened(const std::string& text, int width) {
  if (source::display_width(text) <= width) return text;
  int taken = 2;  // `…`
  std::size_t end = 0;
  while (end < text.size()) {
    const auto point = source::code_point_at(text, end);
    taken += source::display_width(point.value);
    if (taken > width) break;
    end += point.size;
  }
  return text.substr(0, end) + "…";
}

// Both are on one line of the paper: they share it, and what is too long for its part ends in `…`.
std::pair<std::string, std::string> header_texts(const std::string& left, const std::string& right,
                                                        bool landscape) {
  const int room = landscape ? 130 : 86;  // characters of half width
  const int needed = source::display_width(right);
  if (source::display_width(left) + needed <= room) return {left, right};
  std::string start = shortened(left, std::max(room / 2, room - needed));
  const int rest = room - source::display_width(start);
  return {std::move(start), shortened(right, rest)};
}

std::string escape(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '&' ? std::string("&&") : std::string(1, c);
  return escaped;
}

}  // namespace

std::string page_header(const std::string& workbook, const std::string& sheet, bool landscape) {
  const auto [left, right] = header_texts(workbook, sheet, landscape);
  return "&L" + escape(left) + "&R" + escape(right);
}

std::string page_footer(const std::string& id, const std::string& version) {
  return "&L様式 " + escape(id) + " 版 " + escape(version) + "&C&P / &N 頁&R印刷 &D &T";
}

}  // namespace shirube::render::xlsx
