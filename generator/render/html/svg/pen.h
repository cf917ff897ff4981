// Draws the few shapes that charts are made of. Colours and strokes come from classes, sizes of text from here, because
// the layout depends on them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/html/svg/geometry.h"
#include "render/html/svg/text_size.h"
#include "render/html/writer.h"

namespace shirube::render::html {

// A series is distinguished by its shape and its dashes as well as by its colour. There are six; then they repeat.
constexpr std::size_t series_looks = 6;
std::string series_class(std::size_t series);  // series-1 …

class Pen {
 public:
  explicit Pen(Writer& writer) : writer_(writer) {}

  void line(std::string_view css_class, Point from, Point to);
  void rect(std::string_view css_class, const Area& area, double round = 0);
  void circle(std::string_view css_class, Point centre, double radius);
  void path(std::string_view css_class, const std::string& commands);
  // The tip of an arrow that comes from `from`.
  void tip(std::string_view css_class, Point from, Point at);
  void lines(std::string_view css_class, const std::vector<Point>& points);
  // The shape of a series round a point: circle, square, triangle, diamond, cross, triangle downwards.
  void mark(std::string_view css_class, std::size_t series, Point centre, double radius);
  void text(std::string_view css_class, Point base, Anchor anchor, double size, std::string_view text);

 private:
  Writer& writer_;
};

// M x y, L x y: commands of a path.
std::string move_to(Point point);
std::string line_to(Point point);
std::string curve_to(Point first, Point second, Point end);

}  // namespace shirube::render::html
