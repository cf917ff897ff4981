#include "model/pilot_result.h"

#include <algorithm>
#include <array>
#include <string>

#include "statistics/sample.h"

namespace shirube::model {

namespace {

using BeforeAfter = std::array<std::optional<double>, 2>;
using Values = std::vector<double>;

std::optional<double> mean_of(const Values& values) {
  if (values.empty()) return std::nullopt;
  return statistics::mean(values);
}

std::size_t index_of(const Records& records, const std::string& id) {
  std::size_t i = 0;
  while (records.indicators[i].head.id.value != id) ++i;
  return i;
}

// The mean of the weeks [first, last) that were recorded.
std::optional<double> mean_of_weeks(const std::vector<std::optional<double>>& weeks, std::size_t first,
                                    std::size_t last) {
  Values values;
  for (std::size_t week = first; week < last; ++week) {
    if (weeks[week]) values.push_back(*weeks[week]);
  }
  return mean_of(values);
}

// One person's score: only items answered both times, so that before and after stand for the same questions.
BeforeAfter survey_score(const Survey& survey, const PilotData& data, const std::string& indicator,
                         std::size_t person) {
  Values before;
  Values after;
  for (std::size_t i = 0; i < survey.items.size(); ++i) {
    const SurveyItem& item = survey.items[i];
    const BeforeAfter& answer = data.answers[i][person];
    if (item.indicator.value != indicator || !answer[0] || !answer[1]) continue;
    const auto turned = [&](double value) {
      return item.reversed ? static_cast<double>(survey.least + survey.most) - value : value;
    };
    before.push_back(turned(*answer[0]));
    after.push_back(turned(*answer[1]));
  }
  return {mean_of(before), mean_of(after)};
}

// From each person's value before and after to what may be shown.
IndicatorResult compare(const Pilot& pilot, const std::vector<BeforeAfter>& people) {
  IndicatorResult result;
  Values before;
  Values after;
  Values changes;
  Values other_changes;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& [first, second] = people[i];
    if (!first || !second) continue;
    if (i >= pilot.people.size()) {
      other_changes.push_back(*second - *first);
      continue;
    }
    before.push_back(*first);
    after.push_back(*second);
    changes.push_back(*second - *first);
  }
  const auto least = static_cast<std::size_t>(pilot.smallest_group);
  result.people = changes.size();
  result.others = other_changes.size();
  result.withheld = !changes.empty() && changes.size() < least;
  if (changes.empty() || result.withheld) return result;
  result.before = mean_of(before);
  result.after = mean_of(after);
  result.change = statistics::summarise_pairs(changes);
  if (other_changes.size() >= least) result.against_others = statistics::compare_groups(changes, other_changes);
  if (pilot.fictional) {
    for (std::size_t i = 0; i < before.size(); ++i) result.lines.emplace_back(before[i], after[i]);
  }
  return result;
}

IndicatorResult weekly_result(const Pilot& pilot, const std::vector<std::vector<std::optional<double>>>& weeks) {
  const std::size_t start = static_cast<std::size_t>(pilot.weeks_before);
  const std::size_t end = week_count(pilot);
  std::vector<BeforeAfter> people;
  for (const auto& person : weeks) {
    people.push_back({mean_of_weeks(person, 0, start), mean_of_weeks(person, start, end)});
  }
  IndicatorResult result = compare(pilot, people);
  result.source = IndicatorResult::Source::weekly;
  Values measured;
  for (std::size_t week = 0; week < end; ++week) {
    Values values;
    for (std::size_t person = 0; person < pilot.people.size(); ++person) {
      if (weeks[person][week]) values.push_back(*weeks[person][week]);
    }
    WeekMean shown{week_number(pilot, week), std::nullopt};
    if (values.size() >= static_cast<std::size_t>(pilot.smallest_group)) shown.mean = mean_of(values);
    if (shown.mean) measured.push_back(*shown.mean);
    result.weeks.push_back(shown);
  }
  result.limits = statistics::run_limits(measured);
  return result;
}

void add_target(const Indicator& indicator, IndicatorResult& result) {
  if (!indicator.target) return;
  result.target = judge(*indicator.target, indicator.direction, result.before, result.after);
  if (result.withheld) result.target = {Standing::undecidable, Lack::people, std::nullopt};
}

}  // namespace

PilotResult measure_pilot(const Pilot& pilot, const PilotData& data, const Records& records) {
  PilotResult result;
  const auto add = [&](const std::string& id, IndicatorResult one) {
    one.indicator = index_of(records, id);
    add_target(records.indicators[one.indicator], one);
    result.any_data = result.any_data || one.people > 0 || one.before || one.after;
    result.indicators.push_back(std::move(one));
  };
  for (std::size_t i = 0; i < pilot.indicators.size(); ++i) {
    add(pilot.indicators[i].id.value, weekly_result(pilot, data.weekly[i]));
  }
  if (pilot.survey) {
    std::vector<std::string> seen;
    for (const SurveyItem& item : pilot.survey->items) {
      const std::string& id = item.indicator.value;
      if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
      seen.push_back(id);
      std::vector<BeforeAfter> people;
      for (std::size_t person = 0; person < people_count(pilot); ++person) {
        people.push_back(survey_score(*pilot.survey, data, id, person));
      }
      IndicatorResult one = compare(pilot, people);
      one.source = IndicatorResult::Source::survey;
      add(id, std::move(one));
    }
  }
  for (const Observation& observation : pilot.observations) {
    IndicatorResult one;
    one.source = IndicatorResult::Source::observation;
    one.before = mean_of(observation.before);
    one.after = mean_of(observation.after);
    add(observation.indicator.value, std::move(one));
  }
  for (const Story& story : records.stories) {
    if (story.pilot.value == pilot.head.id.value) ++result.stories;
  }
  return result;
}

const IndicatorResult* find_result(const PilotResult& result, const Records& records, std::string_view indicator) {
  for (const IndicatorResult& one : result.indicators) {
    if (records.indicators[one.indicator].head.id.value == indicator) return &one;
  }
  return nullptr;
}

}  // namespace shirube::model
