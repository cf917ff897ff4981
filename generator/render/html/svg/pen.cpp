#include "render/html/svg/pen.h"

#include <cmath>

#include "render/html/svg/drawing.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

std::string place(Point point) {
  return coordinate(point.x) + " " + coordinate(point.y);
}

std::string_view anchor_name(Anchor anchor) {
  return anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

std::string move_to(Point point) {
  return "M" + place(point);
}
std::string line_to(Point point) {
  return "L" + place(point);
}
std::string curve_to(Point first, Point second, Point end) {
  return "C" + place(first) + " " + place(second) + " " + place(end);
}

std::string series_class(std::size_t series) {
  return source::format("series-{}", series % series_looks + 1);
}

void Pen::line(std::string_view css_class, Point from, Point to) {
  writer_.shape("line", {{"class", css_class},
                         {"x1", coordinate(from.x)},
                         {"y1", coordinate(from.y)},
                         {"x2", coordinate(to.x)},
                         {"y2", coordinate(to.y)}});
}

void Pen::rect(std::string_view css_class, const Area& area, double round) {
  writer_.shape("rect", {{"class", css_class},
                         {"x", coordinate(area.left)},
                         {"y", coordinate(area.top)},
                         {"width", coordinate(area.width())},
                         {"height", coordinate(area.height())},
                         {"rx", coordinate(round)}});
}

void Pen::circle(std::string_view css_class, Point centre, double radius) {
  writer_.shape(
      "circle",
      {{"class", css_class}, {"cx", coordinate(centre.x)}, {"cy", coordinate(centre.y)}, {"r", coordinate(radius)}});
}

void Pen::path(std::string_view css_class, const std::string& commands) {
  writer_.shape("path", {{"class", css_class}, {"d", commands}});
}

void Pen::lines(std::string_view css_class, const std::vector<Point>& points) {
  std::string commands;
  for (const Point& point : points) commands += commands.empty() ? move_to(point) : line_to(point);
  path(css_class, commands);
}

void Pen::tip(std::string_view css_class, Point from, Point at) {
  constexpr double length = 7;
  constexpr double half_width = 4;
  const double distance = std::hypot(at.x - from.x, at.y - from.y);
  const Point along = {(at.x - from.x) / distance, (at.y - from.y) / distance};
  const Point base = {at.x - length * along.x, at.y - length * along.y};
  path(css_class, move_to({base.x + half_width * along.y, base.y - half_width * along.x}) + line_to(at) +
                      line_to({base.x - half_width * along.y, base.y + half_width * along.x}));
}

void Pen::mark(std::string_view css_class, std::size_t series, Point centre, double radius) {
  const auto polygon = [&](const std::vector<Point>& corners) {
    std::string commands;
    for (const Point& corner : corners) {
      const Point at{centre.x + corner.x * radius, centre.y + corner.y * radius};
      commands += commands.empty() ? move_to(at) : line_to(at);
    }
    path(css_class, commands + "Z");
  };
  switch (series % series_looks) {
    case 0:
      return circle(css_class, centre, radius);
    case 1:
      return polygon({{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}});
    case 2:
      return polygon({{0, -1.15}, {1.1, 0.85}, {-1.1, 0.85}});
    case 3:
      return polygon({{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}});
    case 4:
      return polygon({{-1.1, -0.85}, {1.1, -0.85}, {0, 1.15}});
    default:
      return polygon({{-0.55, -1.1}, {0.55, -1.1}, {1.1, 0}, {0.55, 1.1}, {-0.55, 1.1}, {-1.1, 0}});
  }
}

void Pen::text(std::string_view css_class, Point base, Anchor anchor, double size, std::string_view text) {
  const std::string x = coordinate(base.x);
  const std::string y = coordinate(base.y);
  const std::string font_size = coordinate(size);
  if (anchor == Anchor::start) {
    writer_.element("text", {{"class", css_class}, {"x", x}, {"y", y}, {"font-size", font_size}}, text);
  } else {
    writer_.element(
        "text",
        {{"class", css_class}, {"x", x}, {"y", y}, {"font-size", font_size}, {"text-anchor", anchor_name(anchor)}},
        text);
  }
}

}  // namespace shirube::render::html
