// What all charts are made of. A chart is a plain struct of numbers and labels; for each kind there are the functions
// `refusal`, `draw`, `sentence` and `table`, and chart_figure() puts the four together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::html {

// A number, and the text that the page shows for it. A ratio is 0.0625 and "6.25%".
struct Quantity {
  double value = 0;
  std::string text;
};

struct Axis {
  std::string title;     // 月次創出粗利
  std::string unit;      // follows the numbers: 円, %, pt, ヶ月
  double factor = 1;     // the numbers shown are value × factor: 100 for % and pt
  bool grouped = false;  // large numbers in 万 and 億, or what the theme's words have for them
};

// A drawing for a page's column and paper, and one for the width of a phone. Text has the same size in both.
enum class DrawnFor { page, phone };

struct ChartPlace {
  std::string id;  // unique in the page
  DrawnFor drawn_for = DrawnFor::page;
};

// Wider or higher than any of these a chart is not read, and it is refused.
constexpr std::size_t most_points = 120;
constexpr std::size_t most_rows = 40;
constexpr std::size_t most_lines = 12;
constexpr std::size_t most_layers = 6;
constexpr double greatest_value = 1e15;

// Finite, and no greater than greatest_value either way.
bool is_drawable(double value);

}  // namespace shirube::render::html
