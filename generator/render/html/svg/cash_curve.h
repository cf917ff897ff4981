// Money earned less money spent, summed up month by month, one line a scenario, and the month in which each is even.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct CashCurve {
  struct Line {
    std::string label;              // Base
    std::vector<Quantity> balance;  // after each period, one for each entry of `periods`
    std::optional<Quantity> even;   // period, counted as `periods` are (0, 1, …), in which the line reaches zero
  };

  std::string title;
  Axis x;                       // 経過月数, ヶ月
  Axis y;                       // 累積損益, 円
  std::vector<double> periods;  // 0, 1, 2 …, ascending
  std::vector<Line> lines;
};

std::string refusal(const CashCurve& curve, const Words& words);
std::string draw(const CashCurve& curve, const ChartPlace& place, const Words& words);
std::string sentence(const CashCurve& curve, const Words& words);
std::string table(const CashCurve& curve, const Words& words);

}  // namespace shirube::render::html
