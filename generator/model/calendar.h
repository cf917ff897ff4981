// Days of the calendar: where a plan with a start date falls, and on which days nobody works in Japan.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shirube::model {

using Day = std::chrono::sys_days;

// The days on which anything of a site falls: far enough apart for a plan, near enough for a calendar.
inline constexpr std::string_view earliest_shown_day = "1900-01-01";
inline constexpr std::string_view latest_shown_day = "2200-12-31";

// YYYY-MM-DD of a day that exists.
std::optional<Day> parse_day(std::string_view text);
std::string iso_day(Day day);

// Day `number` of a plan whose day 1 is `start`.
Day plan_day(Day start, std::int64_t number);

bool is_weekend(Day day);
// A national holiday of Japan as the law of 2022 defines them, with days in lieu; from 2022 to 2099.
bool is_holiday(Day day);
bool is_working_day(Day day);
// The day itself if it is a working day, else the next or the last one before it.
Day working_day_from(Day day);
Day working_day_until(Day day);

}  // namespace shirube::model
