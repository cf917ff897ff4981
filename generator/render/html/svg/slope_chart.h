// Before and after: a line for each person, and their mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct SlopeChart {
  // Without both ends a person is named in the words and not drawn.
  struct Line {
    std::string label;  // A
    std::optional<Quantity> before;
    std::optional<Quantity> after;
  };

  std::string title;
  Axis y;
  std::string before_label;  // 事前
  std::string after_label;   // 事後
  std::vector<Line> lines;
  std::optional<Line> mean;
};

std::string refusal(const SlopeChart& chart, const Words& words);
std::string draw(const SlopeChart& chart, const ChartPlace& place, const Words& words);
std::string sentence(const SlopeChart& chart, const Words& words);
std::string table(const SlopeChart& chart, const Words& words);

}  // namespace shirube::render::html
