// The rows of a pilot's CSV files, sorted into their places. Never leaves check/: readers see PilotResult only.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "model/pilot.h"

namespace shirube::model {

// People are counted through: those who take part, then those of the comparison group. Weeks too: those before the
// start, then those after it.
struct PilotData {
  // [indicator of the pilot][person][week], in the indicator's unit; nothing: not recorded, which is not 0.
  std::vector<std::vector<std::vector<std::optional<double>>>> weekly;
  // [item of the survey][person][before, after], as answered.
  std::vector<std::vector<std::array<std::optional<double>, 2>>> answers;
};

PilotData empty_data(const Pilot& pilot);
std::size_t people_count(const Pilot& pilot);
std::size_t week_count(const Pilot& pilot);
// 1 is the first week after the start; 0 the last one before it.
std::int64_t week_number(const Pilot& pilot, std::size_t week);

}  // namespace shirube::model
