// A measure from week to week. Limits are drawn only where there are points enough to mean something.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct RunChart {
  struct Point {
    std::string label;              // 第1週
    std::optional<Quantity> value;  // nothing: not measured; the line has a gap
  };
  // An individuals chart: mean ± 2.66 × mean moving range.
  struct Limits {
    Quantity mean;
    Quantity lower;
    Quantity upper;
  };

  std::string title;
  Axis y;
  std::vector<Point> points;
  std::optional<Limits> limits;
  std::string target_label;  // 目標
  std::optional<Quantity> target;
};

// Measured points below which limits are not drawn, but a sentence that there are too few.
constexpr std::size_t least_points_for_limits = 6;

std::string refusal(const RunChart& chart, const Words& words);
std::string draw(const RunChart& chart, const ChartPlace& place, const Words& words);
std::string sentence(const RunChart& chart, const Words& words);
std::string table(const RunChart& chart, const Words& words);

}  // namespace shirube::render::html
