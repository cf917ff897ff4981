// What may be shown of a pilot: values of groups, never of a person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "model/judgement.h"
#include "model/pilot_data.h"
#include "model/records.h"
#include "statistics/paired.h"
#include "statistics/run_limits.h"

namespace shirube::model {

struct WeekMean {
  std::int64_t week = 0;
  std::optional<double> mean;  // of those who recorded it
};

struct IndicatorResult {
  enum class Source { weekly, survey, observation };
  std::size_t indicator = 0;  // into Records::indicators
  Source source = Source::weekly;
  std::size_t people = 0;        // with values from before and after; 0 for observations
  bool withheld = false;         // some have both, but fewer than may be shown: everything below is empty
  std::optional<double> before;  // means of those people; of an observation, of its numbers
  std::optional<double> after;
  std::optional<statistics::PairedSummary> change;            // people's differences; not for observations
  std::optional<statistics::GroupDifference> against_others;  // change of those who took part − of those who did not
  std::size_t others = 0;                                     // people of the comparison group with both
  std::vector<WeekMean> weeks;                                // of weekly records
  std::optional<statistics::RunLimits> limits;                // of those weeks, if they are enough
  std::vector<std::pair<double, double>> lines;               // before and after of each: of made-up people only
  Judgement target;                                           // against the dictionary's target, if it has one
};

struct PilotResult {
  std::vector<IndicatorResult> indicators;  // weekly, survey, observations, in the order of the pilot
  std::size_t stories = 0;                  // complete ones
  bool any_data = false;
};

// Indicators that the pilot names exist, and each is measured in one way only.
// A person's value is the mean of the weeks recorded before, and of those after, the start. A survey's is the mean of
// the items answered both times, reversed ones turned round.
PilotResult measure_pilot(const Pilot& pilot, const PilotData& data, const Records& records);

// Null if the pilot does not measure it.
const IndicatorResult* find_result(const PilotResult& result, const Records& records, std::string_view indicator);

}  // namespace shirube::model
