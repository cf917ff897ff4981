#include "render/html/plan_calendar.h"

#include <sstream>
#include <string>
#include <vector>

#include "source/unicode.h"
#include "support/catch.h"
#include "support/theme_words.h"

using namespace shirube;

namespace {

model::Plan plan() {
  model::Plan plan;
  plan.head.id.value = "roadmap";
  plan.title = "90日ロードマップ";
  plan.days.value = 90;
  const auto phase = [&](const char* id, std::int64_t first, std::int64_t last) {
    model::Phase one;
    one.id.value = id;
    one.title = std::string("とても長い名前のフェーズで、折り返しの必要な、半角,コンマ;も入る ") + id;
    one.first_day.value = first;
    one.last_day.value = last;
    plan.phases.push_back(one);
  };
  phase("preparation", 1, 7);
  phase("rest", 8, 90);
  plan.phases[1].tasks.push_back({{"report", {}}, "スポンサーへ10分で報告する", source::Located<std::int64_t>{10, {}}});
  plan.phases[1].tasks.push_back({{"other", {}}, "手順書を書く", source::Located<std::int64_t>{3, {}}});
  return plan;
}

std::string calendar(const char* start = "2026-04-06") {
  return render::html::plan_calendar(plan(), *model::parse_day(start), tests::theme_words());
}

// Physical lines, and that each ends in CRLF.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(text.substr(at, end - at));
    CHECK(lines.back().find_first_of("\r\n") == std::string::npos);
    at = end + 2;
  }
  return lines;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("every line of the calendar ends in CRLF and has at most 75 octets") {
  const auto lines = lines_of(calendar());
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
  bool folded = false;
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(line.size() <= 75);
    CHECK_FALSE(source::find_invalid_utf8(line));
    folded |= line.starts_with(' ');
  }
  CHECK(folded);
}

TEST_CASE("the calendar has a session of 30 minutes a week, the ends of the phases and the reports") {
  const std::string text = unfolded(calendar());
  CHECK(count(text, "BEGIN:VEVENT") == 13 + 2 + 1);
  CHECK(count(text, "END:VEVENT") == 13 + 2 + 1);
  CHECK(count(text, "UID:roadmap-session-") == 13);
  CHECK(text.find("DTSTART;TZID=Asia/Tokyo:20260406T100000\r\nDTEND;TZID=Asia/Tokyo:20260406T103000") !=
        std::string::npos);
  // Day 7 is a Sunday, day 90 a Saturday: the last working days before.
  CHECK(text.find("DTSTART;VALUE=DATE:20260410\r\nDTEND;VALUE=DATE:20260411") != std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20260703") != std::string::npos);
  CHECK(text.find("UID:roadmap-report-report@shirube.invalid") != std::string::npos);
  CHECK(text.find("DTSTART;TZID=Asia/Tokyo:20260608T103000") != std::string::npos);
  CHECK(count(text, "スポンサーへ10分で報告する") == 2);  // the report itself, and the session of its week
}

TEST_CASE("a session on a holiday moves to the next working day") {
  // Monday of week 5 is 2026-05-04, within the holidays until the 6th.
  const std::string text = unfolded(calendar());
  CHECK(text.find("20260504T") == std::string::npos);
  CHECK(text.find("DTSTART;TZID=Asia/Tokyo:20260507T100000") != std::string::npos);
}

TEST_CASE("commas and semicolons of a title are escaped, and two calendars of one plan are equal") {
  const std::string text = unfolded(calendar());
  CHECK(text.find("半角\\,コンマ\\;も") != std::string::npos);
  CHECK(calendar() == calendar());
  CHECK(text.find("DTSTAMP:20260406T000000Z") != std::string::npos);
  CHECK(count(text, "UID:") == 16);
}
