#include <string>
#include <vector>

#include "render/html/svg/drawing.h"
#include "render/html/svg/text_lines.h"
#include "render/html/views/plan_dates.h"
#include "render/html/views/views.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr double week_height = 34;
constexpr double date_height = 18;
constexpr double row_height = 56;
constexpr double bar_height = 26;
constexpr double foot_height = 30;
constexpr double right_margin = 12;

// On a page the column's names are left of the bars, on a phone above them.
struct Scale {
  double days;
  double head;  // height of the names of weeks and dates
  bool phone = false;
  double names() const { return phone ? 24 : 176; }
  double chart() const { return phone ? 304 : 580; }
  double right() const { return names() + chart(); }
  // Where a day begins; day 1 at the left edge.
  double begin(std::int64_t day) const { return names() + static_cast<double>(day - 1) * chart() / days; }
  double end(std::int64_t day) const { return begin(day + 1); }
};

// Each run of days on which nobody works, behind the bars.
void days_off(Writer& writer, const Scale& scale, const model::Plan& plan, model::Day start, double bottom) {
  for (std::int64_t day = 1; day <= plan.days.value; ++day) {
    if (model::is_working_day(model::plan_day(start, day))) continue;
    const std::int64_t first = day;
    while (day < plan.days.value && !model::is_working_day(model::plan_day(start, day + 1))) ++day;
    writer.shape("rect", {{"class", "day-off"},
                          {"x", coordinate(scale.begin(first))},
                          {"y", coordinate(scale.head - 6)},
                          {"width", coordinate(scale.end(day) - scale.begin(first))},
                          {"height", coordinate(bottom - scale.head + 6)}});
  }
}

// The date of each week's first day, below its number.
void dates(Writer& writer, const Scale& scale, std::int64_t days, model::Day start, const Words& words) {
  const std::int64_t step = (scale.phone ? 2 : 1) + (days + 6) / 7 / 20;
  for (std::int64_t day = 1; day <= days; day += 7 * step) {
    writer.element("text", {{"class", "axis-name date"}, {"x", coordinate(scale.begin(day) + 1)}, {"y", "38"}},
                   short_date(model::plan_day(start, day), words));
  }
}

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
                          {"y1", coordinate(scale.head - 6)},
                          {"y2", coordinate(bottom)}});
    if ((week - 1) % step == 0) {
      writer.element("text", {{"class", "week"}, {"x", coordinate((left + right) / 2)}, {"y", "20"}},
                     std::to_string(week));
    }
  }
  writer.shape("line", {{"class", "grid"},
                        {"x1", coordinate(scale.end(days))},
                        {"x2", coordinate(scale.end(days))},
                        {"y1", coordinate(scale.head - 6)},
                        {"y2", coordinate(bottom)}});
}

void bar(Writer& writer, const Scale& scale, const model::Phase& phase, std::size_t place, const Words& words) {
  const double top = scale.head + row_height * static_cast<double>(place);
  const double middle = scale.phone ? top + row_height - bar_height / 2 - 6 : top + row_height / 2;
  const double left = scale.begin(phase.first_day.value);
  const double right = scale.end(phase.last_day.value);
  const auto lines = scale.phone ? text_lines(phase.title, 48, 1) : text_lines(phase.title, 24, 2);
  double y = scale.phone ? top + 16 : middle + (lines.size() == 2 ? -4 : 5);
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
  const bool room_right = right + 110 < scale.right();
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

std::string in_words(const model::Plan& plan, const std::optional<model::Day>& start, const Words& words) {
  std::string text;
  for (const model::Phase& phase : plan.phases) {
    if (!text.empty()) text += words["list-separator"];
    const std::string first = std::to_string(phase.first_day.value);
    const std::string last = std::to_string(phase.last_day.value);
    text += start ? words.with("gantt-phase-dated", {phase.title, first, last,
                                                     date_words(model::plan_day(*start, phase.first_day.value), words),
                                                     date_words(model::plan_day(*start, phase.last_day.value), words)})
                  : words.with("gantt-phase", {phase.title, first, last});
  }
  return text;
}

void draw(Writer& writer, const model::Plan& plan, const ViewContext& context, bool phone) {
  const Words& words = context.words;
  const std::optional<model::Day>& start = context.plan_start;
  const Scale scale{static_cast<double>(plan.days.value), start ? week_height + date_height : week_height, phone};
  const double bottom = scale.head + row_height * static_cast<double>(plan.phases.size());
  const bool second_key = phone && start;
  open_drawing(writer, {context.id + (phone ? "-phone" : ""),
                        words.with("gantt-title", {plan.title, std::to_string(plan.days.value)}),
                        in_words(plan, start, words), "drawing gantt-drawing", scale.right() + right_margin,
                        bottom + (second_key ? 2 * foot_height : foot_height)});
  for (std::size_t i = 0; i < plan.phases.size(); i += 2) {
    writer.shape("rect", {{"class", "stripe"},
                          {"x", "0"},
                          {"y", coordinate(scale.head + row_height * static_cast<double>(i))},
                          {"width", coordinate(scale.right())},
                          {"height", coordinate(row_height)}});
  }
  if (start) {
    days_off(writer, scale, plan, *start, bottom);
    dates(writer, scale, plan.days.value, *start, words);
  }
  weeks(writer, scale, plan.days.value, bottom, words);
  for (std::size_t i = 0; i < plan.phases.size(); ++i) bar(writer, scale, plan.phases[i], i, words);
  const double key = bottom + 18;
  const double left = phone ? 0 : scale.names();
  writer.shape("path", {{"class", "milestone key"},
                        {"d", source::format("M{0} {1}l6 6l-6 6l-6 -6z", coordinate(left + 8), coordinate(key - 10))}});
  writer.element("text", {{"class", "axis-name"}, {"x", coordinate(left + 20)}, {"y", coordinate(key)}},
                 words["gantt-key"]);
  if (start) {
    const double mark = phone ? 1 : left + 320;
    const double base = second_key ? key + foot_height : key;
    writer.shape("rect", {{"class", "day-off"},
                          {"x", coordinate(mark)},
                          {"y", coordinate(base - 11)},
                          {"width", "14"},
                          {"height", "14"}});
    writer.element("text", {{"class", "axis-name"}, {"x", coordinate(mark + 22)}, {"y", coordinate(base)}},
                   words["gantt-days-off"]);
  }
  writer.close();
}

}  // namespace

std::string phase_gantt(const model::Plan& plan, const ViewContext& context) {
  Writer writer;
  writer.open("figure", {{"class", "gantt wide"}});
  for (const bool phone : {false, true}) {
    writer.open("div", {{"class", phone ? "drawing-frame for-phone" : "drawing-frame for-page"},
                        {"role", "group"},
                        {"aria-label", plan.title},
                        {"tabindex", "0"}});
    draw(writer, plan, context, phone);
    writer.close();
  }
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
