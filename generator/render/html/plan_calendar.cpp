#include "render/html/plan_calendar.h"

#include <algorithm>

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::html {
namespace {

using model::Day;

constexpr std::string_view session_begin = "100000";
constexpr std::string_view session_end = "103000";
constexpr std::string_view report_end = "104000";

std::string compact(Day day) {
  std::string text = model::iso_day(day);
  std::erase(text, '-');
  return text;
}

// Commas, semicolons and line ends have a meaning of their own.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else if (c != '\r') {
      result += c;
    }
  }
  return result;
}

class Lines {
 public:
  // Folded at 75 octets, never within a character.
  void add(std::string_view name, std::string_view value) {
    constexpr std::size_t longest = 75;
    const std::string line = source::format("{}:{}", name, value);
    std::size_t octets = 0;
    for (std::size_t i = 0; i < line.size();) {
      const std::size_t size = std::max<std::size_t>(1, source::code_point_at(line, i).size);
      if (octets + size > longest) {
        text_ += "\r\n ";
        octets = 1;
      }
      text_ += line.substr(i, size);
      octets += size;
      i += size;
    }
    text_ += "\r\n";
  }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

struct Event {
  std::string id;
  std::string summary;
  std::string description;
};

void begin_event(Lines& lines, const Event& event, Day start) {
  lines.add("BEGIN", "VEVENT");
  lines.add("UID", event.id + "@shirube.invalid");
  // The time of making it, which a rebuild must not change: the day on which the plan begins.
  lines.add("DTSTAMP", compact(start) + "T000000Z");
  lines.add("SUMMARY", escaped(event.summary));
  if (!event.description.empty()) lines.add("DESCRIPTION", escaped(event.description));
}

void meeting(Lines& lines, const Event& event, Day start, Day day, std::string_view from, std::string_view to) {
  begin_event(lines, event, start);
  lines.add("DTSTART;TZID=Asia/Tokyo", source::format("{}T{}", compact(day), from));
  lines.add("DTEND;TZID=Asia/Tokyo", source::format("{}T{}", compact(day), to));
  lines.add("END", "VEVENT");
}

void whole_day(Lines& lines, const Event& event, Day start, Day day) {
  begin_event(lines, event, start);
  lines.add("DTSTART;VALUE=DATE", compact(day));
  lines.add("DTEND;VALUE=DATE", compact(day + std::chrono::days(1)));
  lines.add("TRANSP", "TRANSPARENT");
  lines.add("END", "VEVENT");
}

bool is_sponsor_report(const model::PlanTask& task) {
  return task.week && task.title.find("スポンサー") != std::string::npos &&
         task.title.find("報告") != std::string::npos;
}

void time_zone(Lines& lines) {
  lines.add("BEGIN", "VTIMEZONE");
  lines.add("TZID", "Asia/Tokyo");
  lines.add("BEGIN", "STANDARD");
  lines.add("DTSTART", "19700101T000000");
  lines.add("TZOFFSETFROM", "+0900");
  lines.add("TZOFFSETTO", "+0900");
  lines.add("TZNAME", "JST");
  lines.add("END", "STANDARD");
  lines.add("END", "VTIMEZONE");
}

}  // namespace

std::string plan_calendar_path(const model::Plan& plan) {
  return plan.head.id.value + ".ics";
}

std::string plan_calendar(const model::Plan& plan, Day start, const Words& words) {
  const std::string& id = plan.head.id.value;
  Lines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", "-//shirube//plan//EN");
  lines.add("CALSCALE", "GREGORIAN");
  lines.add("METHOD", "PUBLISH");
  lines.add("X-WR-CALNAME", escaped(plan.title));
  lines.add("X-WR-TIMEZONE", "Asia/Tokyo");
  time_zone(lines);
  const auto session_day = [&](std::int64_t week) {
    return model::working_day_from(model::plan_day(start, (week - 1) * 7 + 1));
  };
  const std::int64_t weeks = (plan.days.value + 6) / 7;
  for (std::int64_t week = 1; week <= weeks; ++week) {
    std::string tasks;
    for (const model::Phase& phase : plan.phases) {
      for (const model::PlanTask& task : phase.tasks) {
        if (task.week && task.week->value == week) tasks += (tasks.empty() ? "" : "\n") + task.title;
      }
    }
    meeting(lines,
            {source::format("{}-session-{}", id, week),
             words.with("calendar-session", {plan.title, std::to_string(week)}), tasks},
            start, session_day(week), session_begin, session_end);
  }
  for (const model::Phase& phase : plan.phases) {
    std::string deliverables;
    for (const model::PlanItem& item : phase.deliverables) {
      deliverables += (deliverables.empty() ? "" : "\n") + item.title;
    }
    whole_day(lines, {id + "-end-" + phase.id.value, words.with("calendar-phase-end", {phase.title}), deliverables},
              start, model::working_day_until(model::plan_day(start, phase.last_day.value)));
    for (const model::PlanTask& task : phase.tasks) {
      if (!is_sponsor_report(task)) continue;
      meeting(lines, {id + "-report-" + task.id.value, task.title, {}}, start, session_day(task.week->value),
              session_end, report_end);
    }
  }
  lines.add("END", "VCALENDAR");
  return std::move(lines).take();
}

}  // namespace shirube::render::html
