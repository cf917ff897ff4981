// The parts that charts with axes share.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/svg/label_space.h"
#include "render/html/svg/pen.h"
#include "render/html/svg/scale.h"

namespace shirube::render::html {

// How large a drawing and its text are.
struct Sheet {
  double width = 0;
  double text = 0;
  bool phone = false;
};
Sheet sheet_for(DrawnFor drawn_for);
// A drawing with very long numbers is wider than its sheet rather than without a plot.
constexpr double least_plot_width = 140;

// An axis that encloses what is drawn: ticks, their texts, the title.
struct AxisDrawing {
  Ticks ticks;
  std::vector<std::string> texts;
  std::string title;

  double widest_text(double size) const;
};
AxisDrawing axis_drawing(double least, double most, const Axis& axis, int most_steps, const Words& words);

// Numbers left of the plot, a line across at each, the title above; a stronger line at zero.
void draw_left_axis(Pen& pen, const AxisDrawing& axis, const Scale& scale, const Area& plot, double size);
// Numbers below the plot, as many as have room, and the title below them at the right end.
void draw_lower_axis(Pen& pen, const AxisDrawing& axis, const Scale& scale, const Area& plot, double size);
// What the lower axis takes below the plot.
double lower_axis_height(double size);

// Lines of text below each other, in an area of lines_width() and lines_height().
void draw_label(Pen& pen, std::string_view css_class, const std::vector<std::string>& lines, const Area& area,
                Anchor anchor, double size);
double lines_width(const std::vector<std::string>& lines, double size);
double lines_height(const std::vector<std::string>& lines, double size);

// Samples of lines and marks with their names, in as many rows as the width requires.
constexpr std::size_t needed_key = 1000;  // for a series: the dashed line down to an axis
struct LegendEntry {
  std::size_t series = 0;
  std::string label;
};
double legend_height(const std::vector<LegendEntry>& entries, double width, double size);
void draw_legend(Pen& pen, const std::vector<LegendEntry>& entries, Point corner, double width, double size);

}  // namespace shirube::render::html
