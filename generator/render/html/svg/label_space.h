// Finds room for labels: inside the bounds, on no other label or mark, and if it can be on no line.
#pragma once

#include <optional>
#include <vector>

#include "render/html/svg/geometry.h"

namespace shirube::render::html {

class LabelSpace {
 public:
  explicit LabelSpace(Area bounds) : bounds_(bounds) {}

  void occupy(const Area& area) { taken_.push_back(area); }
  void cross(Point from, Point to) { lines_.push_back({from, to}); }

  // The free candidate that is on the fewest lines, the earliest among equals; it is taken then. Nothing if none is
  // free.
  std::optional<std::size_t> place(const std::vector<Area>& candidates);
  // The same for candidates that get worse by a step after every `group` of them: a line is as bad as two steps and a
  // half.
  std::optional<std::size_t> place(const std::vector<Area>& candidates, std::size_t group);
  // A place for a label of this size near `point`: beside, above and below it, at growing distances.
  std::optional<Area> place_near(Point point, double width, double height, double distance);

 private:
  struct Line {
    Point from;
    Point to;
  };
  Area bounds_;
  std::vector<Area> taken_;
  std::vector<Line> lines_;
};

// Moves places (ascending) apart until neighbours are `gap` from each other, as little as may be, within least and
// most. If there is no room for all, they are evenly spaced.
std::vector<double> spread(std::vector<double> places, double gap, double least, double most);

}  // namespace shirube::render::html
