// Risks on a grid of probability (upwards) and impact (to the right), 1 to 5 each. A cell shows its grade by its colour
// and by its product; a risk is a number whose name is below.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

constexpr std::int64_t most_heat = 5;
enum class HeatGrade { low, middle, high };
// 15 and more is high, 6 and more is middle.
HeatGrade heat_grade(std::int64_t product);

struct HeatGrid {
  struct Risk {
    std::string label;
    std::int64_t probability = 1;
    std::int64_t impact = 1;
  };
  std::string title;
  std::vector<Risk> risks;
};

std::string refusal(const HeatGrid& grid, const Words& words);
std::string draw(const HeatGrid& grid, const ChartPlace& place, const Words& words);
std::string sentence(const HeatGrid& grid, const Words& words);
std::string table(const HeatGrid& grid, const Words& words);

}  // namespace shirube::render::html
