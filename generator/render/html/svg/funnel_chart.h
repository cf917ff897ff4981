// Stages below each other, each as wide as its part of the first: what is visible, reusable, public.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct FunnelChart {
  struct Stage {
    std::string label;
    std::string note;
    std::optional<std::int64_t> count;  // without any the stages get narrower step by step
  };
  std::string title;
  std::string unit;  // of the counts
  std::vector<Stage> stages;
};

std::string refusal(const FunnelChart& funnel, const Words& words);
std::string draw(const FunnelChart& funnel, const ChartPlace& place, const Words& words);
std::string sentence(const FunnelChart& funnel, const Words& words);
std::string table(const FunnelChart& funnel, const Words& words);

}  // namespace shirube::render::html
