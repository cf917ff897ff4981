#include <algorithm>

#include "check/rules.h"
#include "diagnostic/suggestion.h"
#include "model/family.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Objective;
using model::ObjectiveLevel;

namespace {

void check_parent(const Objective& objective, const std::vector<Objective>& all, const Index& index, Sink& sink) {
  if (!objective.parent) {
    if (objective.level != ObjectiveLevel::company) {
      sink.report(Kind::objective_without_parent, objective.head.id.range, {objective.head.id.value});
    }
    return;
  }
  const auto found = index.known<model::Objective>().find(objective.parent->value);
  if (found == index.known<model::Objective>().end()) return;
  const Objective& parent = all[found->second];
  if (parent.level > objective.level) {
    sink.report(Kind::objective_level, objective.parent->range, {objective.head.id.value, parent.head.id.value});
  }
}

// Every objective of a circle is on it; the first in the file's order is reported.
void check_circles(const std::vector<Objective>& all, const Index& index, Sink& sink) {
  std::vector<int> state(all.size(), 0);  // 0 new, 1 on the current path, 2 done
  for (std::size_t start = 0; start < all.size(); ++start) {
    std::vector<std::size_t> path;
    std::size_t at = start;
    while (state[at] == 0) {
      state[at] = 1;
      path.push_back(at);
      if (!all[at].parent) break;
      const auto parent = index.known<model::Objective>().find(all[at].parent->value);
      if (parent == index.known<model::Objective>().end()) break;
      at = parent->second;
      if (state[at] == 1) {
        sink.report(Kind::objective_circle, all[at].head.id.range, {all[at].head.id.value});
        break;
      }
    }
    for (const std::size_t seen : path) state[seen] = 2;
  }
}

}  // namespace

void check_objectives(const model::Site& site, const Index& index, Sink& sink) {
  const model::Records& records = site.records;
  std::vector<std::string_view> categories;
  for (const auto& category : records.categories) categories.push_back(category.value);
  for (const Objective& objective : records.objectives) {
    check_parent(objective, records.objectives, index, sink);
    if (!objective.category.empty() &&
        std::find(categories.begin(), categories.end(), objective.category) == categories.end()) {
      sink.report(Kind::unknown_category, objective.head.id.range, {objective.category})
          .suggest([&] { return diagnostic::near_miss(objective.category, categories); });
    }
    for (const model::Measure& measure : objective.measures) {
      if (!measure.indicator) continue;
      const auto found = index.known<model::Indicator>().find(measure.indicator->value);
      if (found == index.known<model::Indicator>().end()) continue;
      if (measure.target && measure.target->unit != records.indicators[found->second].unit) {
        const model::Indicator& indicator = records.indicators[found->second];
        sink.report(Kind::unit_mismatch, measure.target->range,
                    {measure.target->unit.symbol, indicator.unit.symbol, indicator.label})
            .label(indicator.head.id.range, Kind::defined_here);
      }
    }
  }
  check_circles(records.objectives, index, sink);
}

}  // namespace shirube::check
