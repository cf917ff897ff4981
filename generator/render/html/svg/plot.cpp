#include "render/html/svg/plot.h"

#include <cmath>

#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr double line_height = 1.35;
constexpr double sample_width = 26;
constexpr double legend_gap = 18;

double row_height(double size) {
  return size * 1.7;
}

std::string entry_label(const LegendEntry& entry, double width, double size) {
  return shortened(entry.label, width - sample_width - 6, size);
}

// Where each entry begins; the last one is where the row after the last would.
std::vector<Point> legend_places(const std::vector<LegendEntry>& entries, double width, double size) {
  std::vector<Point> places;
  Point at;
  for (const LegendEntry& entry : entries) {
    const double needed = sample_width + 6 + text_width(entry_label(entry, width, size), size);
    if (at.x > 0 && at.x + needed > width) at = {0, at.y + row_height(size)};
    places.push_back(at);
    at.x += needed + legend_gap;
  }
  places.push_back({0, at.y + row_height(size)});
  return places;
}

}  // namespace

Sheet sheet_for(DrawnFor drawn_for) {
  return drawn_for == DrawnFor::phone ? Sheet{340, 12, true} : Sheet{640, 13, false};
}

double AxisDrawing::widest_text(double size) const {
  double widest = 0;
  for (const std::string& text : texts) widest = std::max(widest, text_width(text, size));
  return widest;
}

AxisDrawing axis_drawing(double least, double most, const Axis& axis, int most_steps, const Words& words) {
  AxisDrawing drawing;
  drawing.ticks = round_ticks(least, most, axis, most_steps);
  drawing.texts = tick_texts(drawing.ticks, axis, words);
  drawing.title = axis_title(axis, words);
  return drawing;
}

void draw_left_axis(Pen& pen, const AxisDrawing& axis, const Scale& scale, const Area& plot, double size) {
  pen.text("axis-title", {0, size}, Anchor::start, size, shortened(axis.title, plot.right, size));
  for (std::size_t i = 0; i < axis.texts.size(); ++i) {
    const double value = axis.ticks.at[i];
    const double y = scale(value);
    pen.line(value == 0 ? "zero" : "rule", {plot.left, y}, {plot.right, y});
    pen.text("tick", {plot.left - 8, y + size * 0.35}, Anchor::end, size, axis.texts[i]);
  }
}

double lower_axis_height(double size) {
  return size * 3.4;
}

void draw_lower_axis(Pen& pen, const AxisDrawing& axis, const Scale& scale, const Area& plot, double size) {
  const double step = std::fabs(scale(axis.ticks.at[1]) - scale(axis.ticks.at[0]));
  const double needed = axis.widest_text(size) + size * 0.8;
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(needed / step)));
  for (std::size_t i = 0; i < axis.texts.size(); ++i) {
    const double x = scale(axis.ticks.at[i]);
    pen.line("tick-mark", {x, plot.bottom}, {x, plot.bottom + 4});
    if (i % every != 0) continue;
    pen.text("tick", {x, plot.bottom + 6 + size}, Anchor::middle, size, axis.texts[i]);
  }
  pen.text("axis-title", {plot.right, plot.bottom + lower_axis_height(size) - size * 0.4}, Anchor::end, size,
           shortened(axis.title, plot.right, size));
}

double lines_width(const std::vector<std::string>& lines, double size) {
  double widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, text_width(line, size));
  return widest;
}

double lines_height(const std::vector<std::string>& lines, double size) {
  return size * line_height * static_cast<double>(lines.size());
}

void draw_label(Pen& pen, std::string_view css_class, const std::vector<std::string>& lines, const Area& area,
                Anchor anchor, double size) {
  const double x =
      anchor == Anchor::start ? area.left : (anchor == Anchor::end ? area.right : (area.left + area.right) / 2);
  double y = area.top + size;
  for (const std::string& line : lines) {
    pen.text(css_class, {x, y}, anchor, size, line);
    y += size * line_height;
  }
}

double legend_height(const std::vector<LegendEntry>& entries, double width, double size) {
  return entries.empty() ? 0 : legend_places(entries, width, size).back().y;
}

void draw_legend(Pen& pen, const std::vector<LegendEntry>& entries, Point corner, double width, double size) {
  const std::vector<Point> places = legend_places(entries, width, size);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const double left = corner.x + places[i].x;
    const double middle = corner.y + places[i].y + size * 0.65;
    const std::string look = series_class(entries[i].series);
    if (entries[i].series == needed_key) {
      pen.line("needed", {left, middle}, {left + sample_width, middle});
    } else {
      pen.line("series " + look, {left, middle}, {left + sample_width, middle});
      pen.mark("mark " + look, entries[i].series, {left + sample_width / 2, middle}, 4);
    }
    pen.text("label", {left + sample_width + 6, middle + size * 0.35}, Anchor::start, size,
             entry_label(entries[i], width, size));
  }
}

}  // namespace shirube::render::html
