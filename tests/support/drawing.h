// Reads an SVG drawing of ours back: its shapes with their numbers, and what its texts cover.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "render/html/svg/geometry.h"

namespace shirube::tests {

struct Shape {
  std::string tag;
  std::map<std::string, std::string> attributes;
  std::string text;  // of a <text>

  double number(const std::string& name) const;
  bool has_class(const std::string& name) const;
  render::html::Area area() const;                  // of a rect, circle, line, text or path
  std::vector<render::html::Point> points() const;  // of a path
};

struct Drawing {
  double width = 0;
  double height = 0;
  std::string title;
  std::string description;
  std::vector<Shape> shapes;

  std::vector<Shape> with_class(const std::string& name) const;
  // The one text that says so.
  Shape text(const std::string& said) const;
};

Drawing read_drawing(const std::string& svg);

// One line for each shape or text that reaches out of the drawing, and for each pair of texts that overlap.
std::string faults(const Drawing& drawing);

}  // namespace shirube::tests
