// A site with a pilot and its numbers, for tests of what is made of them.
#pragma once

#include <string>

#include "support/memory_site.h"

namespace shirube::tests {

// Indicators: awareness (%, +30 pt), proposals (回/人/週, 1.5 倍), cycle (回/週, 2 回/週), lead-time (日, shorter is
// better, 0.85 倍), efficacy and avoidance (点).
extern const char* const measured_indicators;

// Five people, one week before and two after; `weekly` and `answers` are the rows of the CSV files below their headers.
Files measured_files(const std::string& weekly, const std::string& answers = "", const std::string& pilot_fields = "");

}  // namespace shirube::tests
