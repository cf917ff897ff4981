#include <string>
#include <vector>

#include "render/html/svg/drawing.h"
#include "render/html/svg/text_lines.h"
#include "render/html/views/views.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr double name_width = 176;
constexpr double chart_width = 580;
constexpr double head_height = 34;
constexpr double row_height = 56;
constexpr double bar_height = 26;
constexpr double foot_height = 30;
constexpr double right_margin = 12;

struct Scale {
  double days;
  // Where a day begins; day 1 at the left edge.
  double begin(std::int64_t day) const { return name_width + static_cast<double>(day - 1) * chart_width / days; }
  double end(std::int64_t day) const { return begin(day + 1); }
};

void weeks(Writer& writer, const Scale& scale, std::int64_t days, double bottom, const Words& words) {
  const std::int64_t count = (days + 6) / 7;
  // Long plans label every n-th week, so that the numbers never touch.
  const std::int64_t step = 1 + count / 20;
  writer.element("text", {{"class", "axis-name"}, {"x", "0"}, {"y", "20"}}, words["week"]);
  for (std::int64_t week = 1; week <= count; ++week) {
    const double left = scale.begin((week - 1) * 7 + 1);
    const double right = scale.end(std::min(week * 7, days));
    writer.shape("line", {{"class", "grid"},
                          {"x1", coordinate(left)},
                          {"x2", coordinate(left)},
                          {"y1", coordinate(head_height - 6)},
                          {"y2", coordinate(bottom)}});
    if ((week - 1) % step == 0) {
      writer.element("text", {{"class", "week"}, {"x", coordinate((left + right) / 2)}, {"y", "20"}},
                     std::to_string(week));
    }
  }
  writer.shape("line", {{"class", "grid"},
                        {"x1", coordinate(scale.end(days))},
                        {"x2", coordinate(scale.end(days))},
                        {"y1", coordinate(head_height - 6)},
                        {"y2", coordinate(bottom)}});
}

void bar(Writer& writer, const Scale& scale, const model::Phase& phase, std::size_t place, const Words& words) {
  const double top = head_height + row_height * static_cast<double>(place);
  const double middle = top + row_height / 2;
  const double left = scale.begin(phase.first_day.value);
  const double right = scale.end(phase.last_day.value);
  const auto lines = text_lines(phase.title, 24, 2);
  double y = middle + (lines.size() == 2 ? -4 : 5);
  for (const std::string& line : lines) {
    writer.element("text", {{"class", "phase-name"}, {"x", "0"}, {"y", coordinate(y)}}, line);
    y += 17;
  }
  writer.open("g", {{"class", source::format("phase phase-{}", place % 5 + 1)}});
  writer.shape("rect", {{"class", "bar"},
                        {"x", coordinate(left)},
                        {"y", coordinate(middle - bar_height / 2)},
                        {"width", coordinate(right - left)},
                        {"height", coordinate(bar_height)},
                        {"rx", "4"}});
  const std::string span =
      words.with("day-span", {std::to_string(phase.first_day.value), std::to_string(phase.last_day.value)});
  const bool fits = right - left > 92;
  const bool room_right = right + 110 < name_width + chart_width;
  const double span_x = fits ? (left + right) / 2 - 6 : (room_right ? right + 16 : left - 8);
  writer.element("text",
                 {{"class", fits ? "span span-inside" : (room_right ? "span span-after" : "span span-before")},
                  {"x", coordinate(span_x)},
                  {"y", coordinate(middle + 4.5)}},
                 span);
  if (!phase.deliverables.empty()) {
    const std::string diamond = source::format("M{0} {1}l7 7l-7 7l-7 -7z", coordinate(right), coordinate(middle - 7));
    writer.shape("path", {{"class", "milestone"}, {"d", diamond}});
  }
  writer.close();
}

std::string in_words(const model::Plan& plan, const Words& words) {
  std::string text;
  for (const model::Phase& phase : plan.phases) {
    if (!text.empty()) text += words["list-separator"];
    text += words.with("gantt-phase",
                       {phase.title, std::to_string(phase.first_day.value), std::to_string(phase.last_day.value)});
  }
  return text;
}

}  // namespace

std::string phase_gantt(const model::Plan& plan, const ViewContext& context) {
  const Words& words = context.words;
  const Scale scale{static_cast<double>(plan.days.value)};
  const double bottom = head_height + row_height * static_cast<double>(plan.phases.size());
  Writer writer;
  writer.open("figure", {{"class", "gantt wide"}});
  writer.open("div", {{"class", "drawing-frame"}, {"role", "group"}, {"aria-label", plan.title}, {"tabindex", "0"}});
  open_drawing(writer, {context.id, words.with("gantt-title", {plan.title, std::to_string(plan.days.value)}),
                        in_words(plan, words), "drawing gantt-drawing", name_width + chart_width + right_margin,
                        bottom + foot_height});
  for (std::size_t i = 0; i < plan.phases.size(); i += 2) {
    writer.shape("rect", {{"class", "stripe"},
                          {"x", "0"},
                          {"y", coordinate(head_height + row_height * static_cast<double>(i))},
                          {"width", coordinate(name_width + chart_width)},
                          {"height", coordinate(row_height)}});
  }
  weeks(writer, scale, plan.days.value, bottom, words);
  for (std::size_t i = 0; i < plan.phases.size(); ++i) bar(writer, scale, plan.phases[i], i, words);
  const double key = bottom + 18;
  writer.shape("path",
               {{"class", "milestone key"},
                {"d", source::format("M{0} {1}l6 6l-6 6l-6 -6z", coordinate(name_width + 8), coordinate(key - 10))}});
  writer.element("text", {{"class", "axis-name"}, {"x", coordinate(name_width + 20)}, {"y", coordinate(key)}},
                 words["gantt-key"]);
  writer.close().close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
