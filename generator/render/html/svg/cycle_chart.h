// Steps round a ring, the first after the last again; above it the straight way that they replace, if there is one. On
// a phone the steps are below each other, with a way back beside them.
#pragma once

#include <string>
#include <vector>

#include "model/guide.h"
#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct CycleChart {
  std::string title;
  std::string before_title;
  std::vector<model::Cycle::Step> before;  // may be empty
  std::vector<model::Cycle::Step> steps;
};

std::string refusal(const CycleChart& cycle, const Words& words);
std::string draw(const CycleChart& cycle, const ChartPlace& place, const Words& words);
std::string sentence(const CycleChart& cycle, const Words& words);
std::string table(const CycleChart& cycle, const Words& words);

}  // namespace shirube::render::html
