#include "model/pilot_data.h"

namespace shirube::model {

std::size_t people_count(const Pilot& pilot) {
  return pilot.people.size() + pilot.comparison.size();
}

std::size_t week_count(const Pilot& pilot) {
  return static_cast<std::size_t>(pilot.weeks_before + pilot.weeks_during);
}

std::int64_t week_number(const Pilot& pilot, std::size_t week) {
  return static_cast<std::int64_t>(week) - pilot.weeks_before + 1;
}

PilotData empty_data(const Pilot& pilot) {
  const std::size_t people = people_count(pilot);
  PilotData data;
  data.weekly.assign(pilot.indicators.size(), {people, std::vector<std::optional<double>>(week_count(pilot))});
  data.answers.assign(pilot.survey ? pilot.survey->items.size() : 0,
                      std::vector<std::array<std::optional<double>, 2>>(people));
  return data;
}

}  // namespace shirube::model
