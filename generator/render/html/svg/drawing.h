// What every drawing has: its size, and a title and description that say in words what it shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/html/writer.h"

namespace shirube::render::html {

// Where values are in the drawing, for a script that adds a line of its own.
struct DrawnAxis {
  double least = 0;
  double most = 0;
  double begin = 0;  // place of `least`
  double end = 0;    // place of `most`
};

struct DrawingHead {
  std::string_view id;  // unique in the page; names the title and description
  std::string_view title;
  std::string_view description;
  std::string_view css_class;
  double width = 0;
  double height = 0;
  std::optional<DrawnAxis> x = std::nullopt;
  std::optional<DrawnAxis> y = std::nullopt;
};

// Opens <svg>; the caller closes it. Colours come from classes only.
void open_drawing(Writer& writer, const DrawingHead& head);
// At most one decimal: 12, 12.5.
std::string coordinate(double value);

}  // namespace shirube::render::html
