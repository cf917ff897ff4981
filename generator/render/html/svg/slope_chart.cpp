#include "render/html/svg/slope_chart.h"

#include <algorithm>
#include <cmath>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

using Line = SlopeChart::Line;

bool is_whole(const Line& line) {
  return line.before && line.after;
}

// All lines that are drawn, the mean last: it is on top.
std::vector<const Line*> drawn_lines(const SlopeChart& chart) {
  std::vector<const Line*> lines;
  for (const Line& line : chart.lines) {
    if (is_whole(line)) lines.push_back(&line);
  }
  if (chart.mean && is_whole(*chart.mean)) lines.push_back(&*chart.mean);
  return lines;
}

struct EndLabel {
  double y = 0;
  std::string names;
  std::string value;
  bool mean = false;
};

// One label for all persons at one value.
std::vector<EndLabel> end_labels(const SlopeChart& chart, const Scale& scale, bool after, const Words& words) {
  std::vector<EndLabel> labels;
  for (const Line* line : drawn_lines(chart)) {
    const Quantity& end = after ? *line->after : *line->before;
    const bool mean = chart.mean && line == &*chart.mean;
    const auto same = std::find_if(labels.begin(), labels.end(), [&](const EndLabel& label) {
      return !mean && !label.mean && label.value == end.text && std::fabs(label.y - scale(end.value)) < 0.5;
    });
    if (same != labels.end()) {
      same->names += words["list-separator"] + line->label;
    } else {
      labels.push_back({scale(end.value), line->label, end.text, mean});
    }
  }
  std::stable_sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
  return labels;
}

constexpr double leader = 22;

double label_width(const EndLabel& label, double size) {
  return text_width(label.names, size) + size * 0.6 + text_width(label.value, size);
}

void draw_labels(Pen& pen, std::vector<EndLabel> labels, double x, bool after, double room, const Area& plot,
                 double size) {
  std::vector<double> wishes;
  for (const EndLabel& label : labels) wishes.push_back(label.y);
  const std::vector<double> places = spread(wishes, size * 1.4, plot.top + size / 2, plot.bottom - size / 2);
  const double direction = after ? 1 : -1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    if (std::fabs(places[i] - label.y) > 3) {
      pen.line("leader", {x + direction * 8, label.y}, {x + direction * (leader - 4), places[i]});
    }
    const std::string names = shortened(label.names, room - text_width(label.value, size) - size * 0.6, size);
    pen.text(label.mean ? "label is-mean" : "label", {x + direction * leader, places[i] + size * 0.35},
             after ? Anchor::start : Anchor::end, size, after ? label.value + " " + names : names + " " + label.value);
  }
}

}  // namespace

std::string refusal(const SlopeChart& chart, const Words& words) {
  Refusal objection(words);
  objection.needs_some(drawn_lines(chart).size()).allows(chart.lines.size(), most_lines);
  for (const Line* line : drawn_lines(chart)) objection.drawable(*line->before).drawable(*line->after);
  return std::move(objection).take();
}

std::string draw(const SlopeChart& chart, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  const std::vector<const Line*> lines = drawn_lines(chart);
  double low = lines.front()->before->value;
  double high = low;
  for (const Line* line : lines) {
    low = std::min({low, line->before->value, line->after->value});
    high = std::max({high, line->before->value, line->after->value});
  }
  const double head = size * 4.2;
  const double needed = size * 1.4 * static_cast<double>(lines.size() + 1);
  const double height = std::max(sheet.phone ? 220.0 : 260.0, needed);
  const bool flat = high - low <= std::max(std::fabs(high), std::fabs(low)) * 1e-9;
  const Scale y =
      flat ? Scale(low - 1, high + 1, head + height, head) : Scale(low, high, head + height - size, head + size);

  double rooms[2] = {0, 0};  // before, after
  for (const bool after : {false, true}) {
    double& room = rooms[after ? 1 : 0];
    room = text_width(after ? chart.after_label : chart.before_label, size) / 2;
    for (const EndLabel& label : end_labels(chart, y, after, words)) room = std::max(room, label_width(label, size));
    room += 2;
  }
  const double most_room = sheet.phone ? sheet.width - 74 - 2 * leader : 400;
  if (rooms[0] + rooms[1] > most_room) {
    const double least = std::min({rooms[0], rooms[1], most_room / 2});
    rooms[0] = std::min(rooms[0], rooms[0] <= rooms[1] ? least : most_room - least);
    rooms[1] = std::min(rooms[1], most_room - rooms[0]);
  }
  const double left = rooms[0] + leader;
  const double right = sheet.phone ? sheet.width - rooms[1] - leader : left + 240;
  const Area plot{left, head, right, head + height};

  Writer writer;
  open_drawing(writer, {place.id, chart.title, sentence(chart, words), "chart-drawing slope",
                        sheet.phone ? sheet.width : right + leader + rooms[1], plot.bottom + 6});
  Pen pen(writer);
  pen.text("axis-title", {0, size}, Anchor::start, size, shortened(axis_title(chart.y, words), right, size));
  for (const bool after : {false, true}) {
    const double x = after ? plot.right : plot.left;
    pen.text("column-title", {x, head - size}, Anchor::middle, size,
             shortened(after ? chart.after_label : chart.before_label,
                       std::min(rooms[after ? 1 : 0] * 2, plot.width() - 12), size));
    pen.line("rule strong", {x, plot.top - 4}, {x, plot.bottom + 4});
  }
  for (const Line* line : lines) {
    const bool mean = chart.mean && line == &*chart.mean;
    const Point from{plot.left, y(line->before->value)};
    const Point to{plot.right, y(line->after->value)};
    pen.line(mean ? "slope-line is-mean" : "slope-line", from, to);
    for (const Point& end : {from, to}) {
      pen.mark(mean ? "slope-mark is-mean" : "slope-mark", mean ? 3 : 0, end, mean ? 5.5 : 4);
    }
  }
  for (const bool after : {false, true}) {
    draw_labels(pen, end_labels(chart, y, after, words), after ? plot.right : plot.left, after, rooms[after ? 1 : 0],
                plot, size);
  }
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const SlopeChart& chart, const Words& words) {
  std::string text = words.with("slope-sentence", {axis_title(chart.y, words), chart.before_label, chart.after_label});
  if (chart.mean && is_whole(*chart.mean)) {
    text += words.with("slope-line", {chart.mean->label, chart.mean->before->text, chart.mean->after->text});
  }
  for (const Line& line : chart.lines) {
    text += is_whole(line) ? words.with("slope-line", {line.label, line.before->text, line.after->text})
                           : words.with("slope-missing", {line.label});
  }
  return text;
}

std::string table(const SlopeChart& chart, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  const auto row = [&](const Line& line) {
    rows.push_back({line.label, line.before ? line.before->text : words["not-measured"],
                    line.after ? line.after->text : words["not-measured"]});
  };
  for (const Line& line : chart.lines) row(line);
  if (chart.mean) row(*chart.mean);
  return chart_table(chart.title, {{words["person"]}, {chart.before_label, true}, {chart.after_label, true}}, rows);
}

}  // namespace shirube::render::html
