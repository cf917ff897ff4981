#include "render/html/svg/cash_curve.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

using Line = CashCurve::Line;

bool is_complete(const CashCurve& curve) {
  return std::is_sorted(curve.periods.begin(), curve.periods.end()) &&
         std::all_of(curve.lines.begin(), curve.lines.end(),
                     [&](const Line& line) { return line.balance.size() == curve.periods.size(); });
}

struct Sketch {
  const CashCurve& curve;
  Area plot;
  Scale x;
  Scale y;
  double size;
};

void draw_line(Pen& pen, LabelSpace& space, const Sketch& sketch, std::size_t place) {
  const Line& line = sketch.curve.lines[place];
  std::vector<Point> points;
  for (std::size_t i = 0; i < line.balance.size(); ++i) {
    points.push_back({sketch.x(sketch.curve.periods[i]), sketch.y(line.balance[i].value)});
    if (i > 0) space.cross(points[i - 1], points[i]);
  }
  pen.lines("series " + series_class(place), points);
  // Marks on some of the points distinguish the lines in print.
  const std::size_t every = std::max<std::size_t>(1, points.size() / 6);
  for (std::size_t i = 0; i < points.size(); i += every) pen.mark("mark " + series_class(place), place, points[i], 4);
}

void draw_even(Pen& pen, LabelSpace& space, const Sketch& sketch, std::size_t place, const std::string& name) {
  const Point at{sketch.x(sketch.curve.lines[place].even->value), sketch.y(0)};
  pen.circle("even " + series_class(place), at, 5.5);
  const std::vector<std::string> text = {name};
  const auto area = space.place_near(at, lines_width(text, sketch.size), lines_height(text, sketch.size), 12);
  if (!area) return;
  const Anchor anchor = area->left >= at.x ? Anchor::start : (area->right <= at.x ? Anchor::end : Anchor::middle);
  draw_label(pen, "point-label " + series_class(place), text, *area, anchor, sketch.size);
}

std::vector<std::string> end_label(const Line& line) {
  return {line.label, line.balance.back().text};
}

void draw_end_labels(Pen& pen, const Sketch& sketch) {
  const double height = sketch.size * 1.35 * 2;
  std::vector<std::pair<double, std::size_t>> ends;
  for (std::size_t i = 0; i < sketch.curve.lines.size(); ++i) {
    ends.push_back({sketch.y(sketch.curve.lines[i].balance.back().value), i});
  }
  std::sort(ends.begin(), ends.end());
  std::vector<double> places;
  for (const auto& end : ends) places.push_back(end.first);
  places = spread(places, height + 2, sketch.plot.top + height / 2, sketch.plot.bottom - height / 2);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::size_t line = ends[i].second;
    const double left = sketch.plot.right + 10;
    draw_label(pen, "line-name " + series_class(line), end_label(sketch.curve.lines[line]),
               {left, places[i] - height / 2, left, places[i] + height / 2}, Anchor::start, sketch.size);
  }
}

}  // namespace

std::string refusal(const CashCurve& curve, const Words& words) {
  Refusal objection(words);
  objection.needs_some(curve.lines.size()).needs_some(curve.periods.size());
  objection.allows(curve.lines.size(), most_lines).allows(curve.periods.size(), most_points);
  for (const double period : curve.periods) objection.drawable(period);
  for (const Line& line : curve.lines) {
    for (const Quantity& balance : line.balance) objection.drawable(balance);
    if (line.even) objection.drawable(*line.even);
  }
  objection.fits(is_complete(curve));
  return std::move(objection).take();
}

std::string draw(const CashCurve& curve, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  double low = 0;
  double high = 0;
  double first = curve.periods.front();
  double last = curve.periods.back();
  double names = 0;
  std::vector<LegendEntry> legend;
  for (std::size_t i = 0; i < curve.lines.size(); ++i) {
    for (const Quantity& balance : curve.lines[i].balance) {
      low = std::min(low, balance.value);
      high = std::max(high, balance.value);
    }
    if (curve.lines[i].even) {
      first = std::min(first, curve.lines[i].even->value);
      last = std::max(last, curve.lines[i].even->value);
    }
    names = std::max(names, lines_width(end_label(curve.lines[i]), size));
    legend.push_back({i, curve.lines[i].label});
  }
  // Whole periods have ticks of their own, nothing in between does.
  const int spans = static_cast<int>(curve.periods.size()) - 1;
  const bool named_at_ends = !sheet.phone && names <= sheet.width / 4 && curve.lines.size() <= series_looks;
  if (named_at_ends) legend.clear();
  const AxisDrawing x = axis_drawing(first, last, curve.x, std::min(sheet.phone ? 6 : 12, spans), words);
  const AxisDrawing y = axis_drawing(low, high, curve.y, 6, words);
  const double head = size * 2.4 + legend_height(legend, sheet.width, size);
  const double right = named_at_ends ? names + 14 : text_width(x.texts.back(), size) / 2 + 4;
  const double left = y.widest_text(size) + 12;
  const double width = std::max(sheet.width, left + least_plot_width + right);
  const Area plot{left, head, width - right, head + (sheet.phone ? 230 : 280)};
  const Sketch sketch{curve, plot, Scale(x.ticks.least(), x.ticks.most(), plot.left, plot.right),
                      Scale(y.ticks.least(), y.ticks.most(), plot.bottom, plot.top), size};

  Writer writer;
  open_drawing(
      writer, {place.id, curve.title, sentence(curve, words), "chart-drawing cash", width,
               plot.bottom + lower_axis_height(size), DrawnAxis{x.ticks.least(), x.ticks.most(), plot.left, plot.right},
               DrawnAxis{y.ticks.least(), y.ticks.most(), plot.bottom, plot.top}});
  Pen pen(writer);
  draw_legend(pen, legend, {0, size * 1.8}, sheet.width, size);
  draw_left_axis(pen, y, sketch.y, plot, size);
  draw_lower_axis(pen, x, sketch.x, plot, size);
  LabelSpace space(plot);
  space.cross({plot.left, sketch.y(0)}, {plot.right, sketch.y(0)});
  for (const Line& line : curve.lines) {
    if (line.even) space.occupy(round_about({sketch.x(line.even->value), sketch.y(0)}, 7));
  }
  for (std::size_t i = 0; i < curve.lines.size(); ++i) draw_line(pen, space, sketch, i);
  for (std::size_t i = 0; i < curve.lines.size(); ++i) {
    if (!curve.lines[i].even) continue;
    const std::string& when = curve.lines[i].even->text;
    draw_even(pen, space, sketch, i, sheet.phone ? when : words.with("cash-even-mark", {when}));
  }
  if (named_at_ends) draw_end_labels(pen, sketch);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const CashCurve& curve, const Words& words) {
  std::string text = words.with("cash-sentence", {curve.x.title, curve.y.title});
  for (const Line& line : curve.lines) {
    if (line.balance.empty()) continue;
    const auto lowest = std::min_element(line.balance.begin(), line.balance.end(),
                                         [](const Quantity& a, const Quantity& b) { return a.value < b.value; });
    text += words.with("cash-line", {line.label, line.balance.front().text, lowest->text, line.balance.back().text});
    text += line.even ? words.with("cash-even", {line.even->text}) : words["cash-not-even"];
  }
  return text;
}

std::string table(const CashCurve& curve, const Words& words) {
  std::vector<ChartColumn> columns = {{axis_title(curve.x, words)}};
  for (const Line& line : curve.lines) columns.push_back({line.label, true});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < curve.periods.size(); ++i) {
    std::vector<std::string> row = {source::format("{}", curve.periods[i])};
    for (const Line& line : curve.lines) row.push_back(i < line.balance.size() ? line.balance[i].text : std::string());
    rows.push_back(std::move(row));
  }
  return chart_table(curve.title, columns, rows);
}

}  // namespace shirube::render::html
