#include "render/xlsx/room.h"

#include <algorithm>
#include <cmath>

#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

// Fonts and printers differ, and lines do not begin or end with every character.
constexpr double slack = 1.15;
constexpr double line_height = 1.55;  // of the font's size
constexpr double padding_points = 6;
constexpr double padding_pixels = 9;

// A character of half width is half an em.
double sign_width(double size) {
  return size * 96 / 72 / 2 * slack;
}

// Left and right of the text.
double pixels_around(const CellFormat& format) {
  return padding_pixels * (1 + format.indent);
}

double inner(const CellFormat& format, double pixels) {
  return pixels - pixels_around(format);
}

double points_of_lines(double lines, const CellFormat& format) {
  return lines * format.size * line_height + padding_points;
}

bool shrinks(const CellFormat& format) {
  return format.shrink && !format.wrap;
}

}  // namespace

double text_points(std::string_view text, const CellFormat& format, double pixels) {
  const double room = std::max(4.0, std::floor(inner(format, pixels) / sign_width(format.size)));
  double lines = 0;
  while (true) {
    const auto end = text.find('\n');
    const int width = source::display_width(text.substr(0, end));
    lines += format.wrap ? std::max(1.0, std::ceil(width / room)) : 1;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return points_of_lines(lines, format);
}

std::int64_t sign_room(const CellFormat& format, double pixels) {
  const double size = shrinks(format) ? std::min(least_size, format.size) : format.size;
  return static_cast<std::int64_t>(std::max(1.0, std::floor(inner(format, pixels) / sign_width(size))));
}

double sign_pixels(std::int64_t signs, const CellFormat& format) {
  const double size = shrinks(format) ? std::min(least_size, format.size) : format.size;
  return std::ceil(static_cast<double>(signs) * sign_width(size) + pixels_around(format));
}

double room_points(std::int64_t characters, const CellFormat& format, double pixels) {
  const std::int64_t in_line = std::max<std::int64_t>(1, sign_room(format, pixels) / 2);
  return points_of_lines(format.wrap ? static_cast<double>((characters + in_line - 1) / in_line) : 1, format);
}

std::int64_t text_room(const CellFormat& format, double pixels, double points) {
  const std::int64_t in_line = std::max<std::int64_t>(1, sign_room(format, pixels) / 2);
  if (!format.wrap) return in_line;
  const double lines = std::floor((points - padding_points) / (format.size * line_height));
  return in_line * static_cast<std::int64_t>(std::max(1.0, lines));
}

}  // namespace shirube::render::xlsx
