// What every drawing has: its size, and a title and description that say in words what it shows.
#pragma once

#include <string>
#include <string_view>

#include "render/html/writer.h"

namespace shirube::render::html {

struct DrawingHead {
  std::string_view id;  // unique in the page; names the title and description
  std::string_view title;
  std::string_view description;
  std::string_view css_class;
  double width = 0;
  double height = 0;
};

// Opens <svg>; the caller closes it. Colours come from classes only.
void open_drawing(Writer& writer, const DrawingHead& head);
// At most one decimal: 12, 12.5.
std::string coordinate(double value);

}  // namespace shirube::render::html
