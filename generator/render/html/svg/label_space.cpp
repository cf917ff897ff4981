#include "render/html/svg/label_space.h"

#include <cmath>

namespace shirube::render::html {
namespace {

// Liang and Barsky: the part of the line that is in the area is not empty.
bool meets(const Area& area, Point from, Point to) {
  double begin = 0;
  double end = 1;
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double edges[4][2] = {
      {-dx, from.x - area.left}, {dx, area.right - from.x}, {-dy, from.y - area.top}, {dy, area.bottom - from.y}};
  for (const auto& [direction, distance] : edges) {
    if (direction == 0) {
      if (distance < 0) return false;
      continue;
    }
    const double at = distance / direction;
    if (direction < 0) {
      begin = std::max(begin, at);
    } else {
      end = std::min(end, at);
    }
  }
  return begin <= end;
}

}  // namespace

std::optional<std::size_t> LabelSpace::place(const std::vector<Area>& candidates) {
  return place(candidates, candidates.size() + 1);
}

std::optional<std::size_t> LabelSpace::place(const std::vector<Area>& candidates, std::size_t group) {
  std::optional<std::size_t> best;
  std::size_t least_bad = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Area& area = candidates[i];
    if (!lies_within(area, bounds_)) continue;
    if (std::any_of(taken_.begin(), taken_.end(), [&](const Area& taken) { return overlap(area, taken); })) continue;
    std::size_t bad = i / group * 2;
    for (const Line& line : lines_) bad += meets(area, line.from, line.to) ? 5 : 0;
    if (!best || bad < least_bad) {
      best = i;
      least_bad = bad;
    }
    if (least_bad == 0) break;
  }
  if (best) occupy(candidates[*best]);
  return best;
}

std::optional<Area> LabelSpace::place_near(Point point, double width, double height, double distance) {
  std::vector<Area> candidates;
  for (double away = distance; away <= distance * 5; away += distance) {
    const double aside = away * 0.8;
    const double right = point.x + aside;
    const double left = point.x - aside - width;
    const double above = point.y - aside - height;
    const double below = point.y + aside;
    const double middle_x = point.x - width / 2;
    const double middle_y = point.y - height / 2;
    const Point corners[] = {{right, below},    {left, above},     {right, middle_y}, {left, middle_y},
                             {middle_x, above}, {middle_x, below}, {right, above},    {left, below}};
    for (const Point& corner : corners) {
      candidates.push_back({corner.x, corner.y, corner.x + width, corner.y + height});
    }
  }
  const auto found = place(candidates, 8);
  if (!found) return std::nullopt;
  return candidates[*found];
}

std::vector<double> spread(std::vector<double> places, double gap, double least, double most) {
  const std::size_t count = places.size();
  if (count == 0) return places;
  if (gap * static_cast<double>(count - 1) > most - least) {
    for (std::size_t i = 0; i < count; ++i) {
      places[i] = count == 1 ? least : least + (most - least) * static_cast<double>(i) / static_cast<double>(count - 1);
    }
    return places;
  }
  // Neighbours that are too near become one group, which is placed around the mean of its wanted places.
  struct Group {
    double wish;  // of its first member
    std::size_t members;
    double first(double gap_, double least_, double most_) const {
      return std::clamp(wish, least_, most_ - gap_ * static_cast<double>(members - 1));
    }
  };
  std::vector<Group> groups;
  for (const double wish : places) {
    groups.push_back({wish, 1});
    while (groups.size() > 1) {
      const Group& last = groups.back();
      Group& before = groups[groups.size() - 2];
      const double before_end = before.first(gap, least, most) + gap * static_cast<double>(before.members);
      if (last.first(gap, least, most) >= before_end - 1e-9) break;
      const double shift = gap * static_cast<double>(before.members);
      const auto weight = static_cast<double>(before.members);
      const auto added = static_cast<double>(last.members);
      before.wish = (before.wish * weight + (last.wish - shift) * added) / (weight + added);
      before.members += last.members;
      groups.pop_back();
    }
  }
  std::size_t at = 0;
  for (const Group& group : groups) {
    const double first = group.first(gap, least, most);
    for (std::size_t i = 0; i < group.members; ++i) places[at++] = first + gap * static_cast<double>(i);
  }
  return places;
}

}  // namespace shirube::render::html
