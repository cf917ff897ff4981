#include "render/html/svg/run_chart.h"

#include <algorithm>
#include <cmath>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

constexpr double most_week_name = 80;

std::size_t measured(const RunChart& chart) {
  return static_cast<std::size_t>(std::count_if(chart.points.begin(), chart.points.end(),
                                                [](const RunChart::Point& point) { return point.value.has_value(); }));
}

bool has_limits(const RunChart& chart) {
  return chart.limits && measured(chart) >= least_points_for_limits;
}

bool is_outside(const RunChart& chart, const Quantity& value) {
  return has_limits(chart) && (value.value < chart.limits->lower.value || value.value > chart.limits->upper.value);
}

std::string too_few(const RunChart& chart, const Words& words) {
  return words.with("run-too-few", {std::to_string(measured(chart)), std::to_string(least_points_for_limits)});
}

// A line across with its name at the right end.
struct Level {
  double value;
  std::string_view css_class;
  std::string name;
};

std::vector<Level> levels(const RunChart& chart, const Words& words) {
  std::vector<Level> all;
  if (has_limits(chart)) {
    all.push_back({chart.limits->upper.value, "limit", words["run-upper"] + " " + chart.limits->upper.text});
    all.push_back({chart.limits->mean.value, "mean", words["run-mean"] + " " + chart.limits->mean.text});
    all.push_back({chart.limits->lower.value, "limit", words["run-lower"] + " " + chart.limits->lower.text});
  }
  if (chart.target) all.push_back({chart.target->value, "target", chart.target_label + " " + chart.target->text});
  std::stable_sort(all.begin(), all.end(), [](const Level& a, const Level& b) { return a.value > b.value; });
  return all;
}

void draw_levels(Pen& pen, const std::vector<Level>& all, const Scale& y, const Area& plot, double size) {
  std::vector<double> wishes;
  for (const Level& level : all) wishes.push_back(y(level.value));
  const std::vector<double> places = spread(wishes, size * 1.35, plot.top, plot.bottom);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double at = y(all[i].value);
    pen.line(all[i].css_class, {plot.left, at}, {plot.right, at});
    if (std::fabs(places[i] - at) > 3) pen.line("leader", {plot.right, at}, {plot.right + 7, places[i]});
    pen.text(std::string(all[i].css_class) + "-label", {plot.right + 9, places[i] + size * 0.35}, Anchor::start, size,
             all[i].name);
  }
}

// Lines from point to point; a week that was not measured leaves a gap.
void draw_points(Pen& pen, LabelSpace& space, const RunChart& chart, const Scale& x, const Scale& y, double size) {
  std::vector<Point> run;
  const auto draw_run = [&] {
    if (run.size() > 1) pen.lines("series series-1", run);
    for (std::size_t i = 1; i < run.size(); ++i) space.cross(run[i - 1], run[i]);
    run.clear();
  };
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    if (!chart.points[i].value) {
      draw_run();
      continue;
    }
    run.push_back({x(static_cast<double>(i)), y(chart.points[i].value->value)});
  }
  draw_run();
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    if (!chart.points[i].value) continue;
    const Quantity& value = *chart.points[i].value;
    const Point at{x(static_cast<double>(i)), y(value.value)};
    const bool outside = is_outside(chart, value);
    pen.mark(outside ? "point is-outside" : "point series-1", outside ? 3 : 0, at, outside ? 6 : 4);
    space.occupy(round_about(at, 6));
  }
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    if (!chart.points[i].value || !is_outside(chart, *chart.points[i].value)) continue;
    const Point at{x(static_cast<double>(i)), y(chart.points[i].value->value)};
    const std::vector<std::string> text = {chart.points[i].value->text};
    const auto area = space.place_near(at, lines_width(text, size), lines_height(text, size), 10);
    if (area) draw_label(pen, "outside-label", text, *area, Anchor::start, size);
  }
}

void draw_week_names(Pen& pen, const RunChart& chart, const Scale& x, const Area& plot, double size) {
  double widest = 0;
  for (const RunChart::Point& point : chart.points) {
    widest = std::max(widest, text_width(shortened(point.label, most_week_name, size), size));
  }
  const double step = chart.points.size() > 1 ? x(1) - x(0) : plot.width();
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + size * 0.6) / step)));
  for (std::size_t i = 0; i < chart.points.size(); i += every) {
    pen.text("tick", {x(static_cast<double>(i)), plot.bottom + size * 1.6}, Anchor::middle, size,
             shortened(chart.points[i].label, most_week_name, size));
  }
}

}  // namespace

std::string refusal(const RunChart& chart, const Words& words) {
  Refusal objection(words);
  objection.needs_some(measured(chart)).allows(chart.points.size(), most_points);
  for (const RunChart::Point& point : chart.points) {
    if (point.value) objection.drawable(*point.value);
  }
  if (chart.limits) objection.drawable(chart.limits->mean).drawable(chart.limits->lower).drawable(chart.limits->upper);
  if (chart.target) objection.drawable(*chart.target);
  return std::move(objection).take();
}

std::string draw(const RunChart& chart, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  std::optional<double> low;
  std::optional<double> high;
  const auto include = [&](double value) {
    low = std::min(low.value_or(value), value);
    high = std::max(high.value_or(value), value);
  };
  for (const RunChart::Point& point : chart.points) {
    if (point.value) include(point.value->value);
  }
  const std::vector<Level> all_levels = levels(chart, words);
  double names = 0;
  for (const Level& level : all_levels) {
    include(level.value);
    names = std::max(names, text_width(level.name, size));
  }
  const AxisDrawing y_axis = axis_drawing(*low, *high, chart.y, 6, words);
  const double edge = text_width(shortened(chart.points.back().label, most_week_name, size), size) / 2 + 2;
  const double head = size * 2.4;
  const double left = y_axis.widest_text(size) + 12;
  const double right = std::max(edge, names > 0 ? names + 11 : 0);
  const double width = std::max(sheet.width, left + least_plot_width + right);
  const Area plot{left, head, width - right, head + (sheet.phone ? 210 : 240)};
  const Scale y(y_axis.ticks.least(), y_axis.ticks.most(), plot.bottom, plot.top);
  const double inset = std::min(24.0, plot.width() / 8);
  const double last = static_cast<double>(chart.points.size()) - 1;
  const Scale x = last > 0 ? Scale(0, last, plot.left + inset, plot.right - inset)
                           : Scale(-1, 1, plot.left + inset, plot.right - inset);
  std::vector<std::string> note;
  if (!has_limits(chart)) note = wrapped(too_few(chart, words), width, size, 4);
  const double foot = plot.bottom + size * 2.2;

  Writer writer;
  open_drawing(writer, {place.id, chart.title, sentence(chart, words), "chart-drawing run", width,
                        foot + lines_height(note, size) + (note.empty() ? 0 : size * 0.6)});
  Pen pen(writer);
  draw_left_axis(pen, y_axis, y, plot, size);
  draw_week_names(pen, chart, x, plot, size);
  draw_levels(pen, all_levels, y, plot, size);
  LabelSpace space(plot);
  draw_points(pen, space, chart, x, y, size);
  draw_label(pen, "note-label", note, {0, foot + size * 0.4, width, foot}, Anchor::start, size);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const RunChart& chart, const Words& words) {
  std::string text = words.with("run-sentence", {axis_title(chart.y, words), std::to_string(measured(chart))});
  if (chart.target) text += words.with("chart-is", {chart.target_label, chart.target->text});
  if (!has_limits(chart)) return text + too_few(chart, words);
  text += words.with("run-limits", {chart.limits->mean.text, chart.limits->lower.text, chart.limits->upper.text});
  std::string outside;
  for (const RunChart::Point& point : chart.points) {
    if (!point.value || !is_outside(chart, *point.value)) continue;
    outside += (outside.empty() ? "" : words["list-separator"]) +
               words.with("label-and-value", {point.label, point.value->text});
  }
  return text + (outside.empty() ? words["run-none-outside"] : words.with("run-outside", {outside}));
}

std::string table(const RunChart& chart, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const RunChart::Point& point : chart.points) {
    std::string judgement;
    if (point.value && has_limits(chart)) {
      judgement = words[is_outside(chart, *point.value) ? "run-is-outside" : "run-is-inside"];
    }
    rows.push_back({point.label, point.value ? point.value->text : words["not-measured"], judgement});
  }
  std::vector<ChartColumn> columns = {{words["week"]}, {axis_title(chart.y, words), true}};
  if (has_limits(chart)) columns.push_back({words["run-judgement"]});
  return chart_table(chart.title, columns, rows);
}

}  // namespace shirube::render::html
