#include "support/drawing.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "render/html/svg/text_size.h"
#include "support/catch.h"

namespace shirube::tests {

using render::html::Anchor;
using render::html::Area;
using render::html::Point;

namespace {

std::string plain(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"&lt;", "<"},
                                 {"&gt;", ">"},
                                 {"&quot;", "\""},
                                 {"&#39;", "'"},
                                 {"&amp;", "&"}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

Area around(const std::vector<Point>& points) {
  Area area{points.at(0).x, points[0].y, points[0].x, points[0].y};
  for (const Point& point : points) {
    area.left = std::min(area.left, point.x);
    area.right = std::max(area.right, point.x);
    area.top = std::min(area.top, point.y);
    area.bottom = std::max(area.bottom, point.y);
  }
  return area;
}

}  // namespace

double Shape::number(const std::string& name) const {
  const auto found = attributes.find(name);
  char* end = nullptr;
  const double value = found == attributes.end() ? 0 : std::strtod(found->second.c_str(), &end);
  // Counted only if it fails: drawings have thousands of numbers.
  if (end == nullptr || *end != '\0') FAIL(tag << " has no number " << name);
  return value;
}

bool Shape::has_class(const std::string& name) const {
  const auto found = attributes.find("class");
  if (found == attributes.end()) return false;
  std::istringstream names(found->second);
  for (std::string each; names >> each;) {
    if (each == name) return true;
  }
  return false;
}

std::vector<Point> Shape::points() const {
  std::string commands = attributes.at("d");
  for (char& sign : commands) {
    if (sign == 'M' || sign == 'L' || sign == 'C') sign = ' ';
    if (sign == 'Z') sign = ' ';
  }
  std::istringstream numbers(commands);
  std::vector<Point> found;
  for (Point point; numbers >> point.x >> point.y;) found.push_back(point);
  if (!numbers.eof() || found.empty()) FAIL("no path: " << commands);
  return found;
}

Area Shape::area() const {
  if (tag == "rect") {
    return {number("x"), number("y"), number("x") + number("width"), number("y") + number("height")};
  }
  if (tag == "circle") {
    return render::html::round_about({number("cx"), number("cy")}, number("r"));
  }
  if (tag == "line") return around({{number("x1"), number("y1")}, {number("x2"), number("y2")}});
  if (tag == "path") return around(points());
  if (tag != "text") FAIL("unknown shape " << tag);
  const auto anchor = attributes.find("text-anchor");
  const Anchor kind =
      anchor == attributes.end() ? Anchor::start : (anchor->second == "end" ? Anchor::end : Anchor::middle);
  return render::html::text_area(text, number("font-size"), {number("x"), number("y")}, kind);
}

std::vector<Shape> Drawing::with_class(const std::string& name) const {
  std::vector<Shape> found;
  for (const Shape& shape : shapes) {
    if (shape.has_class(name)) found.push_back(shape);
  }
  return found;
}

Shape Drawing::text(const std::string& said) const {
  std::vector<Shape> found;
  for (const Shape& shape : shapes) {
    if (shape.tag == "text" && shape.text == said) found.push_back(shape);
  }
  INFO(said);
  REQUIRE(found.size() == 1);
  return found[0];
}

Drawing read_drawing(const std::string& svg) {
  Drawing drawing;
  std::size_t at = 0;
  while ((at = svg.find('<', at)) != std::string::npos) {
    const std::size_t end = svg.find('>', at);
    if (end == std::string::npos) FAIL("an element without an end");
    std::string inner = svg.substr(at + 1, end - at - 1);
    at = end + 1;
    if (inner.starts_with('/')) continue;
    if (inner.ends_with('/')) inner.pop_back();
    Shape shape;
    shape.tag = inner.substr(0, inner.find(' '));
    std::size_t place = shape.tag.size();
    while ((place = inner.find('=', place)) != std::string::npos) {
      const std::size_t name = inner.rfind(' ', place) + 1;
      const std::size_t close = inner.find('"', place + 2);
      shape.attributes[inner.substr(name, place - name)] = plain(inner.substr(place + 2, close - place - 2));
      place = close;
    }
    shape.text = plain(svg.substr(at, svg.find('<', at) - at));
    if (shape.tag == "svg") {
      drawing.width = shape.number("width");
      drawing.height = shape.number("height");
      CHECK(shape.attributes["role"] == "img");
    } else if (shape.tag == "title") {
      drawing.title = shape.text;
    } else if (shape.tag == "desc") {
      drawing.description = shape.text;
    } else {
      drawing.shapes.push_back(std::move(shape));
    }
  }
  REQUIRE(drawing.width > 0);
  REQUIRE(drawing.height > 0);
  return drawing;
}

std::string faults(const Drawing& drawing) {
  std::ostringstream found;
  std::vector<const Shape*> texts;
  const Area sheet{-0.15, -0.15, drawing.width + 0.15, drawing.height + 0.15};
  for (const Shape& shape : drawing.shapes) {
    const Area area = shape.area();
    if (!lies_within(area, sheet)) {
      found << shape.tag << " " << shape.text << " [" << shape.attributes.at("class") << "] " << area.left << ","
            << area.top << " - " << area.right << "," << area.bottom << " lies outside " << drawing.width << " × "
            << drawing.height << "\n";
    }
    if (shape.tag == "text" && !shape.text.empty()) texts.push_back(&shape);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      if (overlap(grown(texts[i]->area(), -0.3), grown(texts[j]->area(), -0.3))) {
        found << "“" << texts[i]->text << "” overlaps “" << texts[j]->text << "”\n";
      }
    }
  }
  return found.str();
}

}  // namespace shirube::tests
