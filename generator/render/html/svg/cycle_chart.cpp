#include "render/html/svg/cycle_chart.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "render/html/svg/text_size.h"

namespace shirube::render::html {
namespace {

constexpr double padding = 10;
constexpr double gap = 26;        // between boxes, where an arrow is
constexpr double ring_box = 180;  // the width of a box on the ring, and of one among many
constexpr double narrow_ring_box = 150;
constexpr double way_back = 26;  // beside the boxes of a phone

struct StepBox {
  std::vector<std::string> label;
  std::vector<std::string> note;
  Area area;
};

double text_height(const StepBox& box, double size) {
  const double note = box.note.empty() ? 0 : 3 + lines_height(box.note, size - 1);
  return lines_height(box.label, size) + note;
}

StepBox box_of(const model::Cycle::Step& step, double width, double size) {
  StepBox box;
  box.label = wrapped(step.label, width - 2 * padding, size, 3);
  if (!step.note.empty()) box.note = wrapped(step.note, width - 2 * padding, size - 1, 4);
  box.area = {0, 0, width, text_height(box, size) + 2 * padding};
  return box;
}

Area moved(const Area& area, double left, double top) {
  return {left, top, left + area.width(), top + area.height()};
}

void draw_box(Pen& pen, std::string_view look, const StepBox& box, double size) {
  pen.rect(look, box.area, 6);
  const double top = box.area.top + (box.area.height() - text_height(box, size)) / 2;
  draw_label(pen, "box-label", box.label, {box.area.left, top, box.area.right, box.area.bottom}, Anchor::middle, size);
  if (box.note.empty()) return;
  const double below = top + lines_height(box.label, size) + 3;
  draw_label(pen, "box-detail", box.note, {box.area.left, below, box.area.right, box.area.bottom}, Anchor::middle,
             size - 1);
}

// The last piece of `way` ends in a tip.
void draw_arrow(Pen& pen, const std::vector<Point>& way) {
  std::string commands = move_to(way.front());
  for (std::size_t i = 1; i < way.size(); ++i) commands += line_to(way[i]);
  pen.path("arrow", commands);
  pen.tip("arrow-head", way[way.size() - 2], way.back());
}

bool contains(const Area& area, Point point) {
  return point.x > area.left && point.x < area.right && point.y > area.top && point.y < area.bottom;
}

class CyclePlan {
 public:
  CyclePlan(const CycleChart& cycle, DrawnFor drawn_for) : sheet_(sheet_for(drawn_for)) {
    double top = 1;
    if (!cycle.before.empty()) {
      title_ = wrapped(cycle.before_title, sheet_.width - 2, sheet_.text, 2);
      top += lines_height(title_, sheet_.text) + 8;
      top = place_before(cycle, top) + gap + 4;
    }
    if (sheet_.phone) {
      place_column(cycle, top);
    } else {
      place_ring(cycle, top);
    }
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    draw_label(pen, "layer-name", title_, {1, 1, sheet_.width - 1, 1}, Anchor::start, sheet_.text);
    for (const auto& arrow : arrows_) draw_arrow(pen, arrow);
    for (const StepBox& box : before_) draw_box(pen, "box is-origin", box, sheet_.text);
    if (!before_.empty()) draw_end(pen, before_.back().area);
    for (const StepBox& box : steps_) draw_box(pen, "box is-target", box, sheet_.text);
  }

 private:
  // In a row as long as they have room, else below each other. Gives the bottom.
  double place_before(const CycleChart& cycle, double top) {
    const auto count = static_cast<double>(cycle.before.size());
    const double room = (sheet_.width - 2 - 14 - (count - 1) * gap) / count;
    const bool in_row = room >= 90;
    const double width = in_row ? std::min(room, ring_box) : sheet_.width - 2 - way_back;
    double bottom = top;
    double left = 1;
    for (const model::Cycle::Step& step : cycle.before) {
      StepBox box = box_of(step, width, sheet_.text);
      box.area = moved(box.area, left, in_row ? top : bottom);
      if (in_row) left += width + gap;
      bottom = in_row ? std::max(bottom, box.area.bottom) : box.area.bottom + gap;
      before_.push_back(std::move(box));
    }
    if (!in_row) bottom -= gap;
    if (in_row) {
      for (StepBox& box : before_) box.area.bottom = bottom;
    }
    for (std::size_t i = 0; i + 1 < before_.size(); ++i) join(before_[i].area, before_[i + 1].area, in_row);
    return bottom;
  }

  void join(const Area& from, const Area& to, bool sideways) {
    if (sideways) {
      arrows_.push_back({{from.right + 3, from.centre().y}, {to.left - 3, from.centre().y}});
    } else {
      arrows_.push_back({{from.centre().x, from.bottom + 3}, {from.centre().x, to.top - 3}});
    }
  }

  // A bar: here it ends.
  static void draw_end(Pen& pen, const Area& last) {
    pen.line("arrow", {last.right + 2, last.centre().y}, {last.right + 11, last.centre().y});
    pen.line("zero", {last.right + 11, last.centre().y - 9}, {last.right + 11, last.centre().y + 9});
  }

  void place_column(const CycleChart& cycle, double top) {
    const double width = sheet_.width - 2 - way_back;
    for (const model::Cycle::Step& step : cycle.steps) {
      StepBox box = box_of(step, width, sheet_.text);
      box.area = moved(box.area, 1, top);
      top = box.area.bottom + gap;
      steps_.push_back(std::move(box));
    }
    for (std::size_t i = 0; i + 1 < steps_.size(); ++i) join(steps_[i].area, steps_[i + 1].area, false);
    const Area& first = steps_.front().area;
    const Area& last = steps_.back().area;
    const double beside = sheet_.width - 8;
    arrows_.push_back({{last.right + 3, last.centre().y},
                       {beside, last.centre().y},
                       {beside, first.centre().y},
                       {first.right + 3, first.centre().y}});
    height_ = last.bottom + 1;
  }

  // The ring grows in height until no two boxes come too near.
  void place_ring(const CycleChart& cycle, double top) {
    const std::size_t count = cycle.steps.size();
    // The lowest two of seven are side by side: only narrow boxes leave room between them.
    const double width = count > 6 ? narrow_ring_box : ring_box;
    double tallest = 0;
    for (const model::Cycle::Step& step : cycle.steps) {
      steps_.push_back(box_of(step, width, sheet_.text));
      tallest = std::max(tallest, steps_.back().area.height());
    }
    for (StepBox& box : steps_) box.area = {0, 0, width, tallest};
    const double wide = (sheet_.width - 2 - width) / 2 * (count == 3 ? 0.8 : 0.9);
    double high = tallest;
    do {
      high += 8;
      for (std::size_t i = 0; i < count; ++i) {
        const Point at = on_ring(wide, high, angle_of(i, count));
        steps_[i].area =
            moved(steps_[i].area, sheet_.width / 2 + at.x - width / 2, top + high + tallest / 2 + at.y - tallest / 2);
      }
    } while (are_near());
    const Point centre = {sheet_.width / 2, top + high + tallest / 2};
    for (std::size_t i = 0; i < count; ++i) arrows_.push_back(arc(centre, wide, high, i));
    double lowest = 0;
    for (const StepBox& box : steps_) lowest = std::max(lowest, box.area.bottom);
    for (const auto& arrow : arrows_) {
      for (const Point point : arrow) lowest = std::max(lowest, point.y + 6);
    }
    height_ = lowest + 1;
  }

  static double angle_of(std::size_t step, std::size_t count) {
    return 2 * std::numbers::pi * static_cast<double>(step) / static_cast<double>(count) - std::numbers::pi / 2;
  }
  static Point on_ring(double wide, double high, double angle) {
    return {wide * std::cos(angle), high * std::sin(angle)};
  }
  bool are_near() const {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (overlap(grown(steps_[i].area, gap / 2), grown(steps_[j].area, gap / 2))) return true;
      }
    }
    return false;
  }

  // The part of the ring between a box and the next one.
  std::vector<Point> arc(Point centre, double wide, double high, std::size_t step) const {
    constexpr int pieces = 96;
    const std::size_t count = steps_.size();
    const Area from = grown(steps_[step].area, 4);
    const Area to = grown(steps_[(step + 1) % count].area, 5);
    std::vector<Point> way;
    for (int i = 0; i <= pieces; ++i) {
      const double part = static_cast<double>(i) / pieces;
      const double angle = angle_of(step, count) + part * 2 * std::numbers::pi / static_cast<double>(count);
      const Point at = on_ring(wide, high, angle);
      const Point point = {centre.x + at.x, centre.y + at.y};
      if (!contains(from, point) && !contains(to, point)) way.push_back(point);
    }
    return way;
  }

  Sheet sheet_;
  double height_ = 0;
  std::vector<std::string> title_;
  std::vector<StepBox> before_;
  std::vector<StepBox> steps_;
  std::vector<std::vector<Point>> arrows_;
};

}  // namespace

std::string refusal(const CycleChart& cycle, const Words& words) {
  Refusal objection(words);
  objection.needs_some(cycle.steps.size()).allows(cycle.steps.size(), model::Cycle::most_steps);
  objection.allows(cycle.before.size(), model::Cycle::most_steps).fits(cycle.steps.size() >= model::Cycle::least_steps);
  return std::move(objection).take();
}

std::string draw(const CycleChart& cycle, const ChartPlace& place, const Words& words) {
  const CyclePlan plan(cycle, place.drawn_for);
  Writer writer;
  open_drawing(writer,
               {place.id, cycle.title, sentence(cycle, words), "chart-drawing cycle", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const CycleChart& cycle, const Words& words) {
  std::string text;
  if (!cycle.before.empty()) text += words.with("cycle-before-sentence", {cycle.before.back().label});
  text += words.with("cycle-sentence", {std::to_string(cycle.steps.size())});
  for (const model::Cycle::Step& step : cycle.steps) {
    text += step.note.empty() ? words.with("chart-sentence", {step.label})
                              : words.with("chart-is", {step.label, step.note});
  }
  return text;
}

std::string table(const CycleChart& cycle, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const std::string& part, const std::vector<model::Cycle::Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string name = words.with("cycle-step-number", {std::to_string(i + 1), steps[i].label});
      if (cycle.before.empty()) {
        rows.push_back({name, steps[i].note});
      } else {
        rows.push_back({part, name, steps[i].note});
      }
    }
  };
  add(cycle.before_title, cycle.before);
  add(cycle.title, cycle.steps);
  std::vector<ChartColumn> columns = {{words["cycle-step"]}, {words["cycle-note"]}};
  if (!cycle.before.empty()) columns.insert(columns.begin(), {words["cycle-part"]});
  return chart_table(cycle.title, columns, rows);
}

}  // namespace shirube::render::html
