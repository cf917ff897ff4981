#include <numeric>
#include <string>

#include "check/rules.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Cycle;

void check_cycle(const Cycle& cycle, Sink& sink) {
  const std::size_t count = cycle.steps.size();
  if (count >= Cycle::least_steps && count <= Cycle::most_steps) return;
  const auto& id = cycle.head.id;
  sink.report(Kind::cycle_steps, id.range,
              {id.value, std::to_string(count), std::to_string(Cycle::least_steps), std::to_string(Cycle::most_steps)});
}

void check_interview(const model::Interview& interview, Sink& sink) {
  const auto taken =
      std::accumulate(interview.parts.begin(), interview.parts.end(), std::int64_t{0},
                      [](std::int64_t sum, const model::Interview::Part& part) { return sum + part.minutes.value; });
  if (taken == interview.minutes.value) return;
  sink.report(Kind::interview_minutes, interview.minutes.range,
              {interview.head.id.value, std::to_string(taken), std::to_string(interview.minutes.value)});
}

void check_contrast(const model::Contrast& contrast, Sink& sink) {
  if (contrast.columns.size() == 2 || contrast.columns.size() == 3) return;
  sink.report(Kind::contrast_columns, contrast.head.id.range,
              {contrast.head.id.value, std::to_string(contrast.columns.size())});
}

}  // namespace

void check_guides(const model::Site& site, const Index&, Sink& sink) {
  for (const Cycle& cycle : site.records.cycles) check_cycle(cycle, sink);
  for (const model::Interview& interview : site.records.interviews) check_interview(interview, sink);
  for (const model::Contrast& contrast : site.records.contrasts) check_contrast(contrast, sink);
}

}  // namespace shirube::check
