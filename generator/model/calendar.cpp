#include "model/calendar.h"

#include "source/format.h"

namespace shirube::model {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// The astronomical equinoxes of 1980 to 2099 in Japan, to the day.
int equinox(int y, double constant) {
  const double passed = y - 1980;
  return static_cast<int>(constant + 0.242194 * passed) - (y - 1980) / 4;
}

bool is_second_monday(unsigned d) {
  return d >= 8 && d <= 14;
}
bool is_third_monday(unsigned d) {
  return d >= 15 && d <= 21;
}

// The holidays that have a date or a Monday of their own.
bool is_named_holiday(Day day) {
  const year_month_day date(day);
  const int y = static_cast<int>(date.year());
  const unsigned d = static_cast<unsigned>(date.day());
  const bool monday = weekday(day) == std::chrono::Monday;
  switch (static_cast<unsigned>(date.month())) {
    case 1:
      return d == 1 || (monday && is_second_monday(d));
    case 2:
      return d == 11 || d == 23;
    case 3:
      return d == static_cast<unsigned>(equinox(y, 20.8431));
    case 4:
      return d == 29;
    case 5:
      return d >= 3 && d <= 5;
    case 7:
      return monday && is_third_monday(d);
    case 8:
      return d == 11;
    case 9:
      return d == static_cast<unsigned>(equinox(y, 23.2488)) || (monday && is_third_monday(d));
    case 10:
      return monday && is_second_monday(d);
    case 11:
      return d == 3 || d == 23;
    default:
      return false;
  }
}

// A holiday on a Sunday moves to the next day that is none.
bool is_in_lieu(Day day) {
  for (Day before = day - days(1); is_named_holiday(before); before -= days(1)) {
    if (weekday(before) == std::chrono::Sunday) return true;
  }
  return false;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const year_month_day date(year(number_of(text.substr(0, 4))),
                            month(static_cast<unsigned>(number_of(text.substr(5, 2)))),
                            std::chrono::day(static_cast<unsigned>(number_of(text.substr(8, 2)))));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string iso_day(Day day) {
  const year_month_day date(day);
  return source::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                        static_cast<unsigned>(date.day()));
}

Day plan_day(Day start, std::int64_t number) {
  return start + days(number - 1);
}

bool is_weekend(Day day) {
  return weekday(day) == std::chrono::Saturday || weekday(day) == std::chrono::Sunday;
}

bool is_holiday(Day day) {
  if (is_named_holiday(day) || is_in_lieu(day)) return true;
  // A working day between two holidays is one too (September, where the equinox follows a Monday).
  return is_named_holiday(day - days(1)) && is_named_holiday(day + days(1)) && !is_weekend(day);
}

bool is_working_day(Day day) {
  return !is_weekend(day) && !is_holiday(day);
}

Day working_day_from(Day day) {
  while (!is_working_day(day)) day += days(1);
  return day;
}

Day working_day_until(Day day) {
  while (!is_working_day(day)) day -= days(1);
  return day;
}

}  // namespace shirube::model
