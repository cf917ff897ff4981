#include "model/calendar.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace shirube;

namespace {

std::vector<std::string> holidays_of(int year) {
  std::vector<std::string> found;
  const model::Day first = *model::parse_day(std::to_string(year) + "-01-01");
  const model::Day next = *model::parse_day(std::to_string(year + 1) + "-01-01");
  for (model::Day day = first; day < next; day += std::chrono::days(1)) {
    if (model::is_holiday(day)) found.push_back(model::iso_day(day).substr(5));
  }
  return found;
}

}  // namespace

TEST_CASE("the holidays of three years are those that the government announced") {
  CHECK(holidays_of(2024) == std::vector<std::string>{"01-01", "01-08", "02-11", "02-12", "02-23", "03-20", "04-29",
                                                      "05-03", "05-04", "05-05", "05-06", "07-15", "08-11", "08-12",
                                                      "09-16", "09-22", "09-23", "10-14", "11-03", "11-04", "11-23"});
  CHECK(holidays_of(2026) == std::vector<std::string>{"01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03",
                                                      "05-04", "05-05", "05-06", "07-20", "08-11", "09-21", "09-22",
                                                      "09-23", "10-12", "11-03", "11-23"});
  CHECK(holidays_of(2027) == std::vector<std::string>{"01-01", "01-11", "02-11", "02-23", "03-21", "03-22", "04-29",
                                                      "05-03", "05-04", "05-05", "07-19", "08-11", "09-20", "09-23",
                                                      "10-11", "11-03", "11-23"});
}

TEST_CASE("a plan's days are counted from its start, and its last day is start plus days minus one") {
  const model::Day start = *model::parse_day("2026-04-06");
  CHECK(model::iso_day(model::plan_day(start, 1)) == "2026-04-06");
  CHECK(model::iso_day(model::plan_day(start, 90)) == "2026-07-04");
}

TEST_CASE("a day off moves forward to work, a deadline moves back") {
  const model::Day golden_week = *model::parse_day("2026-05-03");
  CHECK(model::iso_day(model::working_day_from(golden_week)) == "2026-05-07");
  CHECK(model::iso_day(model::working_day_until(golden_week)) == "2026-05-01");
  const model::Day monday = *model::parse_day("2026-04-06");
  CHECK(model::working_day_from(monday) == monday);
  CHECK(model::working_day_until(monday) == monday);
}

TEST_CASE("what is not a day is none") {
  for (const char* text :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-4-06", "26-04-06", "2026/04/06", "2026-04-0x"}) {
    INFO(text);
    CHECK_FALSE(model::parse_day(text));
  }
  CHECK(model::parse_day("2028-02-29"));
}
