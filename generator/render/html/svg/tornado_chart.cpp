#include "render/html/svg/tornado_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

using Bar = TornadoChart::Bar;
using End = TornadoChart::End;

constexpr double bar_height = 22;

double least(const TornadoChart& chart, const Bar& bar) {
  double value = chart.base.value;
  if (bar.low) value = std::min(value, bar.low->result.value);
  if (bar.high) value = std::min(value, bar.high->result.value);
  return value;
}

double most(const TornadoChart& chart, const Bar& bar) {
  double value = chart.base.value;
  if (bar.low) value = std::max(value, bar.low->result.value);
  if (bar.high) value = std::max(value, bar.high->result.value);
  return value;
}

std::vector<std::string> end_text(const End& end) {
  return {end.input, end.result.text};
}

// An end with the side of the bar at which its text is.
struct Side {
  const End* end;
  bool is_high;
  bool at_right;
};

// Two ends on one side of the base: the nearer one is named at the other side, where there is room.
std::vector<Side> sides(const TornadoChart& chart, const Bar& bar) {
  std::vector<Side> found;
  const double base = chart.base.value;
  if (bar.low) found.push_back({&*bar.low, false, bar.low->result.value > base});
  if (bar.high) found.push_back({&*bar.high, true, bar.high->result.value >= base});
  if (found.size() == 2 && found[0].at_right == found[1].at_right) {
    const bool first_is_nearer =
        std::fabs(found[0].end->result.value - base) < std::fabs(found[1].end->result.value - base);
    Side& nearer = found[first_is_nearer ? 0 : 1];
    nearer.at_right = !nearer.at_right;
  }
  return found;
}

struct Sketch {
  const TornadoChart& chart;
  Area plot;
  Scale x;
  Sheet sheet;
  double name_width;
  double row_height;
};

void draw_bar(Pen& pen, const Sketch& sketch, const Bar& bar, double top) {
  const double size = sketch.sheet.text;
  const double bar_top = top + sketch.row_height - bar_height - 10;
  const double middle = bar_top + bar_height / 2;
  const double base = sketch.x(sketch.chart.base.value);
  const std::vector<Side> ends = sides(sketch.chart, bar);
  // The longer one first, so that the shorter one stays visible on it.
  std::vector<const Side*> order;
  for (const Side& side : ends) order.push_back(&side);
  std::sort(order.begin(), order.end(), [&](const Side* a, const Side* b) {
    return std::fabs(a->end->result.value - sketch.chart.base.value) >
           std::fabs(b->end->result.value - sketch.chart.base.value);
  });
  for (const Side* side : order) {
    const double x = sketch.x(side->end->result.value);
    pen.rect(side->is_high ? "tornado-bar is-high" : "tornado-bar is-low",
             {std::min(base, x), bar_top, std::max(base, x), bar_top + bar_height});
  }
  for (const Side& side : ends) {
    const double edge = sketch.x(side.at_right ? most(sketch.chart, bar) : least(sketch.chart, bar));
    const Anchor anchor = side.at_right ? Anchor::start : Anchor::end;
    const double x = side.at_right ? edge + 6 : edge - 6;
    pen.text("label strong", {x, middle - 2}, anchor, size, side.end->input);
    pen.text("label", {x, middle + size}, anchor, size - 1, side.end->result.text);
  }
  if (sketch.sheet.phone) {
    pen.text("bar-name", {0, top + size + 4}, Anchor::start, size, shortened(bar.label, sketch.plot.right, size));
    return;
  }
  const auto lines = wrapped(bar.label, sketch.name_width, size, 2);
  double y = middle + size * 0.35 - size * 0.65 * static_cast<double>(lines.size() - 1);
  for (const std::string& line : lines) {
    pen.text("bar-name", {0, y}, Anchor::start, size, line);
    y += size * 1.3;
  }
}

// A line across the bars, and its name above it.
struct Upright {
  std::string css_class;
  std::string text;
  double line_x = 0;
  double text_x = 0;
  Anchor anchor = Anchor::middle;
  int row = 0;  // 0 is next to the bars
};

// Two names are in one row, turned away from each other; where that does not fit, in two.
std::vector<Upright> uprights(const TornadoChart& chart, const Scale& x, double width, double size) {
  const auto upright = [&](const char* css_class, const std::string& label, const Quantity& at) {
    return Upright{css_class, shortened(label + " " + at.text, width, size), x(at.value), x(at.value), Anchor::middle,
                   0};
  };
  std::vector<Upright> all = {upright("base", chart.base_label, chart.base)};
  if (chart.threshold) {
    all.push_back(upright("threshold", chart.threshold_label, *chart.threshold));
    const bool base_is_left = all[0].line_x < all[1].line_x;
    Upright& left = all[base_is_left ? 0 : 1];
    Upright& right = all[base_is_left ? 1 : 0];
    if (left.line_x - 4 >= text_width(left.text, size) && right.line_x + 4 + text_width(right.text, size) <= width) {
      const double middle = (left.line_x + right.line_x) / 2;
      left.anchor = Anchor::end;
      left.text_x = std::min(left.line_x + 4, middle - 4);
      right.anchor = Anchor::start;
      right.text_x = std::max(right.line_x - 4, middle + 4);
    } else {
      all[1].row = 1;
    }
  }
  for (Upright& each : all) {
    const double half = text_width(each.text, size) / 2;
    if (each.anchor == Anchor::middle) each.text_x = std::clamp(each.text_x, half, std::max(half, width - half));
  }
  return all;
}

void draw_uprights(Pen& pen, const std::vector<Upright>& all, const Area& plot, double size) {
  for (const Upright& upright : all) {
    const double base_line = plot.top - size * (0.7 + 1.4 * upright.row);
    pen.line(upright.css_class, {upright.line_x, base_line + 5}, {upright.line_x, plot.bottom});
    pen.text(upright.css_class + "-label", {upright.text_x, base_line}, upright.anchor, size, upright.text);
  }
}

void draw_keys(Pen& pen, const Sketch& sketch, const Words& words) {
  const double size = sketch.sheet.text;
  double x = 0;
  for (const bool is_high : {false, true}) {
    const std::string& name = words[is_high ? "tornado-high" : "tornado-low"];
    pen.rect(is_high ? "tornado-bar is-high" : "tornado-bar is-low", {x, 1, x + 18, 13});
    pen.text("label", {x + 24, size - 1}, Anchor::start, size, name);
    x += 24 + text_width(name, size) + 18;
  }
}

double widest_end(const TornadoChart& chart, bool at_right, double size) {
  double widest = 0;
  for (const Bar& bar : chart.bars) {
    for (const Side& side : sides(chart, bar)) {
      if (side.at_right == at_right) widest = std::max(widest, lines_width(end_text(*side.end), size));
    }
  }
  return widest;
}

}  // namespace

std::vector<std::size_t> by_width(const TornadoChart& chart) {
  std::vector<std::size_t> places(chart.bars.size());
  std::iota(places.begin(), places.end(), 0U);
  // What cannot be drawn is sorted too, for the words.
  const auto width = [&](std::size_t i) {
    const double size = most(chart, chart.bars[i]) - least(chart, chart.bars[i]);
    return is_drawable(size) ? size : 0;
  };
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return width(a) > width(b); });
  return places;
}

std::string refusal(const TornadoChart& chart, const Words& words) {
  Refusal objection(words);
  objection.needs_some(chart.bars.size()).allows(chart.bars.size(), most_rows).drawable(chart.base);
  if (chart.threshold) objection.drawable(*chart.threshold);
  for (const Bar& bar : chart.bars) {
    objection.fits(bar.low || bar.high);
    if (bar.low) objection.drawable(bar.low->result);
    if (bar.high) objection.drawable(bar.high->result);
  }
  return std::move(objection).take();
}

std::string draw(const TornadoChart& chart, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  double low = chart.threshold ? std::min(chart.base.value, chart.threshold->value) : chart.base.value;
  double high = chart.threshold ? std::max(chart.base.value, chart.threshold->value) : chart.base.value;
  double names = 0;
  for (const Bar& bar : chart.bars) {
    low = std::min(low, least(chart, bar));
    high = std::max(high, most(chart, bar));
    names = std::max(names, text_width(bar.label, size));
  }
  const AxisDrawing x = axis_drawing(low, high, chart.x, sheet.phone ? 4 : 6, words);
  const double name_width = sheet.phone ? 0 : std::min(names + 4, 150.0);
  const double tick_half = text_width(x.texts.back(), size) / 2;
  const double left = name_width + std::max(widest_end(chart, false, size), tick_half) + 14;
  const double right = std::max(widest_end(chart, true, size), tick_half) + 8;
  const double plot_right = std::max(sheet.width - right, left + least_plot_width);
  const double width = std::max(sheet.width, plot_right + right);
  const Scale scale(x.ticks.least(), x.ticks.most(), left, plot_right);
  const std::vector<Upright> lines_across = uprights(chart, scale, width, size);
  const double head = size * (lines_across.back().row > 0 ? 5.2 : 3.8);
  const double row_height = bar_height + 20 + (sheet.phone ? size * 1.4 : 4);
  const Area plot{left, head, plot_right, head + row_height * static_cast<double>(chart.bars.size())};
  const Sketch sketch{chart, plot, scale, sheet, name_width, row_height};

  Writer writer;
  open_drawing(writer, {place.id, chart.title, sentence(chart, words), "chart-drawing tornado", width,
                        plot.bottom + lower_axis_height(size)});
  Pen pen(writer);
  draw_keys(pen, sketch, words);
  for (const double tick : x.ticks.at) pen.line("rule", {sketch.x(tick), plot.top}, {sketch.x(tick), plot.bottom});
  draw_lower_axis(pen, x, sketch.x, plot, size);
  double top = plot.top;
  for (const std::size_t i : by_width(chart)) {
    draw_bar(pen, sketch, chart.bars[i], top);
    top += row_height;
  }
  draw_uprights(pen, lines_across, plot, size);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const TornadoChart& chart, const Words& words) {
  std::string text = words.with("tornado-sentence", {chart.x.title});
  text += words.with("chart-is", {chart.base_label, chart.base.text});
  if (chart.threshold) text += words.with("chart-is", {chart.threshold_label, chart.threshold->text});
  for (const std::size_t i : by_width(chart)) {
    const Bar& bar = chart.bars[i];
    if (bar.low && bar.high) {
      text += words.with("tornado-bar",
                         {bar.label, bar.low->input, bar.low->result.text, bar.high->input, bar.high->result.text});
    } else if (bar.low || bar.high) {
      const End& end = bar.low ? *bar.low : *bar.high;
      text += words.with("tornado-one-end", {bar.label, end.input, end.result.text});
    }
  }
  return text;
}

std::string table(const TornadoChart& chart, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  const auto text = [&](const std::optional<End>& end) {
    return end ? words.with("tornado-end", {end->input, end->result.text}) : std::string();
  };
  for (const std::size_t i : by_width(chart)) {
    rows.push_back({chart.bars[i].label, text(chart.bars[i].low), text(chart.bars[i].high)});
  }
  return chart_table(chart.title,
                     {{words["tornado-input"]}, {words["tornado-low"], true}, {words["tornado-high"], true}}, rows);
}

}  // namespace shirube::render::html
