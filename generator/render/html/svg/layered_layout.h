// Places boxes of a directed graph in layers from left to right. The only user of Graphviz.
#pragma once

#include <cstddef>
#include <vector>

#include "render/html/svg/geometry.h"

namespace shirube::render::html {

struct Box {
  double width = 0;
  double height = 0;
};
struct Connection {
  std::size_t from = 0;  // into the boxes
  std::size_t to = 0;
};
struct LayeredLayout {
  double width = 0;
  double height = 0;
  std::vector<Point> centres;              // one per box
  std::vector<std::vector<Point>> curves;  // one per connection: a start, then three points for each Bézier piece
};

// The same input gives the same layout. Safe to call from several threads (they wait for each other: the library
// keeps its state in global variables). Boxes keep their order within a layer as far as the connections allow.
LayeredLayout layered_layout(const std::vector<Box>& boxes, const std::vector<Connection>& connections,
                             double layer_gap, double box_gap);

}  // namespace shirube::render::html
