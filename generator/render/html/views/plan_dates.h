// Dates of a plan's days as readers see them.
#pragma once

#include <string>

#include "model/calendar.h"
#include "render/html/words.h"

namespace shirube::render::html {

// 2026年4月6日
std::string date_words(model::Day day, const Words& words);
// 4/6
std::string short_date(model::Day day, const Words& words);
// From one day of a plan to another.
std::string date_span(model::Day start, std::int64_t first, std::int64_t last, const Words& words);

}  // namespace shirube::render::html
