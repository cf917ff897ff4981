// How far one result moves when one input at a time goes to the ends of its range: the widest bar on top.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct TornadoChart {
  struct End {
    std::string input;  // the input's value as text: 5%
    Quantity result;
  };
  struct Bar {
    std::string label;  // 生産性向上率
    // At the low and at the high end of the input; the result may be on either side of the base.
    std::optional<End> low;
    std::optional<End> high;
  };

  std::string title;
  Axis x;                  // of the result
  std::string base_label;  // Base
  Quantity base;
  std::string threshold_label;  // 研修費用
  std::optional<Quantity> threshold;
  std::vector<Bar> bars;  // in any order
};

std::string refusal(const TornadoChart& chart, const Words& words);
std::string draw(const TornadoChart& chart, const ChartPlace& place, const Words& words);
std::string sentence(const TornadoChart& chart, const Words& words);
std::string table(const TornadoChart& chart, const Words& words);

// Places of `bars`, widest first; equal ones keep their order.
std::vector<std::size_t> by_width(const TornadoChart& chart);

}  // namespace shirube::render::html
