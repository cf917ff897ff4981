#include "render/html/views/plan_dates.h"

namespace shirube::render::html {

namespace {

struct Parts {
  std::string year, month, day;
};

Parts parts_of(model::Day day) {
  const std::chrono::year_month_day date(day);
  return {std::to_string(static_cast<int>(date.year())), std::to_string(static_cast<unsigned>(date.month())),
          std::to_string(static_cast<unsigned>(date.day()))};
}

}  // namespace

std::string date_words(model::Day day, const Words& words) {
  const Parts parts = parts_of(day);
  return words.with("date", {parts.year, parts.month, parts.day});
}

std::string short_date(model::Day day, const Words& words) {
  const Parts parts = parts_of(day);
  return words.with("short-date", {parts.month, parts.day});
}

std::string date_span(model::Day start, std::int64_t first, std::int64_t last, const Words& words) {
  return words.with("plan-dates", {date_words(model::plan_day(start, first), words),
                                   date_words(model::plan_day(start, last), words)});
}

}  // namespace shirube::render::html
