#include "render/html/svg/break_even_chart.h"

#include <algorithm>
#include <cmath>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

using Line = BreakEvenChart::Line;

// Within the error of the arithmetic that made them.
bool reaches(const Quantity& gained, const Quantity& cost) {
  return gained.value >= cost.value - 1e-9 * std::fabs(cost.value);
}

bool is_complete(const BreakEvenChart& chart) {
  const bool lines = std::all_of(chart.lines.begin(), chart.lines.end(), [](const Line& line) {
    const auto before = [](const Quantity& a, const Quantity& b) { return a.value < b.value; };
    return line.at.size() >= 2 && line.at.size() == line.gained.size() &&
           std::is_sorted(line.at.begin(), line.at.end(), before);
  });
  return lines && std::all_of(chart.points.begin(), chart.points.end(),
                              [&](const BreakEvenChart::Point& point) { return point.line < chart.lines.size(); });
}

constexpr double ring = 8;

struct Extent {
  double least = 0;
  double most = 0;
  void include(double value) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
};

struct Extents {
  Extent x;
  Extent y;
};

// Both axes show zero.
Extents extents(const BreakEvenChart& chart) {
  Extents all;
  for (const Line& line : chart.lines) {
    for (const Quantity& at : line.at) all.x.include(at.value);
    for (const double gained : line.gained) all.y.include(gained);
    if (line.needed) all.x.include(line.needed->value);
  }
  for (const BreakEvenChart::Point& point : chart.points) {
    all.x.include(point.at.value);
    all.y.include(point.gained.value);
  }
  all.y.include(chart.cost.value);
  return all;
}

struct Sketch {
  const BreakEvenChart& chart;
  Area plot;
  Scale x;
  Scale y;
  double size;
  bool phone;
};

void draw_cost(Pen& pen, LabelSpace& space, const Sketch& sketch) {
  const double level = sketch.y(sketch.chart.cost.value);
  pen.line("threshold", {sketch.plot.left, level}, {sketch.plot.right, level});
  space.cross({sketch.plot.left, level}, {sketch.plot.right, level});
}

void draw_cost_label(Pen& pen, LabelSpace& space, const Sketch& sketch) {
  const double level = sketch.y(sketch.chart.cost.value);
  const std::vector<std::string> text = {sketch.chart.cost_label + " " + sketch.chart.cost.text};
  const double width = lines_width(text, sketch.size);
  const double height = lines_height(text, sketch.size);
  std::vector<Area> candidates;
  const double spare = sketch.plot.width() - width - 12;
  for (const double top : {level - height - 3, level + 4, level - height * 2, level + height}) {
    for (const double part : {0.0, 1.0, 0.2, 0.4, 0.6, 0.8}) {
      const double left = sketch.plot.left + 6 + spare * part;
      candidates.push_back({left, top, left + width, top + height});
    }
  }
  if (const auto place = space.place(candidates)) {
    draw_label(pen, "threshold-label", text, candidates[*place], Anchor::start, sketch.size);
  }
}

void draw_line(Pen& pen, LabelSpace& space, const Sketch& sketch, std::size_t place) {
  const Line& line = sketch.chart.lines[place];
  std::vector<Point> points;
  for (std::size_t i = 0; i < line.at.size(); ++i) {
    points.push_back({sketch.x(line.at[i].value), sketch.y(line.gained[i])});
    if (i > 0) space.cross(points[i - 1], points[i]);
  }
  pen.lines("series " + series_class(place), points);
}

// From where the line meets the cost down to the axis.
void draw_needed(Pen& pen, LabelSpace& space, const Sketch& sketch, std::size_t place) {
  const Line& line = sketch.chart.lines[place];
  if (!line.needed) return;
  const double x = sketch.x(line.needed->value);
  const double top = sketch.y(sketch.chart.cost.value);
  const double foot = sketch.y(0);
  pen.line("needed " + series_class(place), {x, top}, {x, foot});
  pen.circle("needed-ring " + series_class(place), {x, top}, ring);
  space.cross({x, top}, {x, foot});
  std::vector<std::string> text = {line.needed->text};
  if (!sketch.phone) text.insert(text.begin(), sketch.chart.needed_label);
  const double width = lines_width(text, sketch.size);
  const double height = lines_height(text, sketch.size);
  std::vector<Area> right;
  std::vector<Area> candidates;
  for (double bottom = foot - 4; bottom - height > std::min(top, foot); bottom -= height / 2) {
    candidates.push_back({x - 8 - width, bottom - height, x - 4, bottom});
    right.push_back({x + 4, bottom - height, x + 8 + width, bottom});
  }
  candidates.insert(candidates.begin(), right.begin(), right.end());
  if (const auto found = space.place(candidates)) {
    const bool is_right = *found < right.size();
    draw_label(pen, "needed-label " + series_class(place), text, grown(candidates[*found], -2),
               is_right ? Anchor::start : Anchor::end, sketch.size);
  }
}

void draw_points(Pen& pen, LabelSpace& space, const Sketch& sketch) {
  for (const BreakEvenChart::Point& point : sketch.chart.points) {
    const Point centre{sketch.x(point.at.value), sketch.y(point.gained.value)};
    pen.mark("point " + series_class(point.line), point.line, centre, 5);
    const std::vector<std::string> text = {point.label, point.gained.text};
    const auto area =
        space.place_near(centre, lines_width(text, sketch.size), lines_height(text, sketch.size), sketch.size * 0.8);
    if (!area) continue;
    const Anchor anchor =
        area->left >= centre.x ? Anchor::start : (area->right <= centre.x ? Anchor::end : Anchor::middle);
    draw_label(pen, "point-label " + series_class(point.line), text, *area, anchor, sketch.size);
  }
}

// Behind the ends of the lines, where there is room for it.
void draw_line_names(Pen& pen, const Sketch& sketch) {
  std::vector<std::pair<double, std::size_t>> ends;
  for (std::size_t i = 0; i < sketch.chart.lines.size(); ++i) {
    ends.push_back({sketch.y(sketch.chart.lines[i].gained.back()), i});
  }
  std::sort(ends.begin(), ends.end());
  std::vector<double> places;
  for (const auto& end : ends) places.push_back(end.first);
  places = spread(places, sketch.size * 1.3, sketch.plot.top, sketch.plot.bottom);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::size_t line = ends[i].second;
    pen.text("line-name " + series_class(line), {sketch.plot.right + 8, places[i] + sketch.size * 0.35}, Anchor::start,
             sketch.size, sketch.chart.lines[line].label);
  }
}

}  // namespace

std::string refusal(const BreakEvenChart& chart, const Words& words) {
  Refusal objection(words);
  objection.needs_some(chart.lines.size()).allows(chart.lines.size(), most_lines);
  objection.allows(chart.points.size(), most_lines).drawable(chart.cost).fits(is_complete(chart));
  for (const Line& line : chart.lines) {
    objection.allows(line.at.size(), most_points);
    for (const Quantity& at : line.at) objection.drawable(at);
    for (const double gained : line.gained) objection.drawable(gained);
    if (line.needed) objection.drawable(*line.needed);
  }
  for (const BreakEvenChart::Point& point : chart.points) objection.drawable(point.at).drawable(point.gained);
  return std::move(objection).take();
}

std::string draw(const BreakEvenChart& chart, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  const Extents extent = extents(chart);
  const AxisDrawing x = axis_drawing(extent.x.least, extent.x.most, chart.x, sheet.phone ? 6 : 10, words);
  const AxisDrawing y = axis_drawing(extent.y.least, extent.y.most, chart.y, 6, words);

  std::vector<LegendEntry> legend;
  double names = 0;
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    legend.push_back({i, chart.lines[i].label});
    names = std::max(names, text_width(chart.lines[i].label, size));
  }
  const bool named_at_ends = !sheet.phone && names <= sheet.width / 4;
  if (named_at_ends) legend.clear();
  const bool is_needed =
      std::any_of(chart.lines.begin(), chart.lines.end(), [](const Line& line) { return line.needed.has_value(); });
  if (sheet.phone && is_needed) legend.push_back({needed_key, chart.needed_label});
  const double head = size * 2.4 + legend_height(legend, sheet.width, size);
  const double right = named_at_ends ? names + 12 : text_width(x.texts.back(), size) / 2 + 2;
  const double left = y.widest_text(size) + 12;
  const double width = std::max(sheet.width, left + least_plot_width + right);
  const Area plot{left, head, width - right, head + (sheet.phone ? 250 : 300)};
  const Sketch sketch{chart,
                      plot,
                      Scale(x.ticks.least(), x.ticks.most(), plot.left, plot.right),
                      Scale(y.ticks.least(), y.ticks.most(), plot.bottom, plot.top),
                      size,
                      sheet.phone};

  Writer writer;
  open_drawing(
      writer, {place.id, chart.title, sentence(chart, words), "chart-drawing break-even", width,
               plot.bottom + lower_axis_height(size), DrawnAxis{x.ticks.least(), x.ticks.most(), plot.left, plot.right},
               DrawnAxis{y.ticks.least(), y.ticks.most(), plot.bottom, plot.top}});
  Pen pen(writer);
  draw_legend(pen, legend, {0, size * 1.8}, sheet.width, size);
  draw_left_axis(pen, y, sketch.y, plot, size);
  draw_lower_axis(pen, x, sketch.x, plot, size);
  LabelSpace space(plot);
  for (const BreakEvenChart::Point& point : chart.points) {
    space.occupy(round_about({sketch.x(point.at.value), sketch.y(point.gained.value)}, 6));
  }
  for (const Line& line : chart.lines) {
    if (line.needed) space.occupy(round_about({sketch.x(line.needed->value), sketch.y(chart.cost.value)}, ring));
  }
  for (std::size_t i = 0; i < chart.lines.size(); ++i) draw_line(pen, space, sketch, i);
  draw_cost(pen, space, sketch);
  for (std::size_t i = 0; i < chart.lines.size(); ++i) draw_needed(pen, space, sketch, i);
  draw_points(pen, space, sketch);
  draw_cost_label(pen, space, sketch);
  if (named_at_ends) draw_line_names(pen, sketch);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const BreakEvenChart& chart, const Words& words) {
  std::string text = words.with("break-even-axes", {chart.x.title, chart.y.title});
  text += words.with("chart-is", {chart.cost_label, chart.cost.text});
  for (const Line& line : chart.lines) {
    text += line.needed
                ? words.with("break-even-needed", {line.label, chart.needed_label, line.needed->text, chart.cost_label})
                : words.with("break-even-not-needed", {line.label, chart.cost_label});
  }
  for (const BreakEvenChart::Point& point : chart.points) {
    text += words.with(reaches(point.gained, chart.cost) ? "break-even-reached" : "break-even-short",
                       {point.label, chart.x.title, point.at.text, chart.y.title, point.gained.text, chart.cost_label});
  }
  return text;
}

std::string table(const BreakEvenChart& chart, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const BreakEvenChart::Point& point : chart.points) {
    std::string needed;
    if (point.line < chart.lines.size() && chart.lines[point.line].needed)
      needed = chart.lines[point.line].needed->text;
    rows.push_back({point.label, point.at.text, needed, point.gained.text,
                    words[reaches(point.gained, chart.cost) ? "chart-reached" : "chart-not-reached"]});
  }
  return chart_table(chart.title,
                     {{words["scenario"]},
                      {chart.x.title, true},
                      {chart.needed_label, true},
                      {chart.y.title, true},
                      {words.with("chart-reaches", {chart.cost_label})}},
                     rows);
}

}  // namespace shirube::render::html
