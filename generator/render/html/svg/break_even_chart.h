// What is gained over what has to be reached for it, the cost as a line across, and where the two meet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct BreakEvenChart {
  // Scenarios with the same line share it.
  struct Line {
    std::string label;               // Base・Stretch
    std::vector<Quantity> at;        // x, ascending; at least two
    std::vector<double> gained;      // y, one for each x
    std::optional<Quantity> needed;  // x at which the line meets the cost: u_req
  };
  struct Point {
    std::string label;     // Conservative
    std::size_t line = 0;  // on which it is
    Quantity at;           // x
    Quantity gained;       // y
  };

  std::string title;
  Axis x;  // u
  Axis y;  // Δ粗利
  std::vector<Line> lines;
  std::vector<Point> points;
  std::string cost_label;  // 研修費用
  Quantity cost;
  std::string needed_label;  // 必要向上率
};

std::string refusal(const BreakEvenChart& chart, const Words& words);
std::string draw(const BreakEvenChart& chart, const ChartPlace& place, const Words& words);
std::string sentence(const BreakEvenChart& chart, const Words& words);
std::string table(const BreakEvenChart& chart, const Words& words);

}  // namespace shirube::render::html
