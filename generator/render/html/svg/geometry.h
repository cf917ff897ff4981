// Places in a drawing: x to the right, y downwards.
#pragma once

#include <algorithm>

namespace shirube::render::html {

struct Point {
  double x = 0;
  double y = 0;
};

struct Area {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

inline bool overlap(const Area& a, const Area& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
inline bool lies_within(const Area& inner, const Area& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
         inner.bottom <= outer.bottom;
}
inline Area grown(const Area& area, double by) {
  return {area.left - by, area.top - by, area.right + by, area.bottom + by};
}
inline Area round_about(Point centre, double radius) {
  return {centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius};
}

}  // namespace shirube::render::html
