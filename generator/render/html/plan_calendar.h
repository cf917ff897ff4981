// The dates of a plan as an iCalendar file, which Outlook, Google and others take in.
#pragma once

#include <string>

#include "model/calendar.h"
#include "model/records.h"
#include "render/html/words.h"

namespace shirube::render::html {

// From the output folder: roadmap.ics
std::string plan_calendar_path(const model::Plan& plan);

// A working session of 30 minutes each week, the end of each phase, the reports to the sponsor. What would fall on a
// weekend or holiday moves to the next working day; the end of a phase to the last one before. RFC 5545.
std::string plan_calendar(const model::Plan& plan, model::Day start, const Words& words);

}  // namespace shirube::render::html
