#include <algorithm>
#include <unordered_map>

#include "check/pilot_data.h"
#include "check/rules.h"
#include "model/family.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using Id = source::Located<std::string>;

namespace {

// What a pilot measures, and by which of its three ways.
class Measured {
 public:
  explicit Measured(Sink& sink) : sink_(sink) {}

  void add(const Id& id, int way) {
    const auto [first, is_new] = seen_.emplace(id.value, Use{id.range, way});
    if (is_new || first->second.way == way) return;
    sink_.report(Kind::pilot_measured_twice, id.range, {id.value}).label(first->second.range, Kind::first_here);
  }

 private:
  struct Use {
    source::SourceRange range;
    int way;
  };
  std::unordered_map<std::string, Use> seen_;
  Sink& sink_;
};

void check_survey(const model::Survey& survey, const model::Records& records, const Index& index, Sink& sink) {
  for (const model::SurveyItem& item : survey.items) {
    const auto found = index.known<model::Indicator>().find(item.indicator.value);
    if (found == index.known<model::Indicator>().end()) continue;
    const model::Indicator& indicator = records.indicators[found->second];
    if (indicator.unit.symbol == "点") continue;
    sink.report(Kind::unit_mismatch, item.indicator.range, {"点", indicator.unit.symbol, indicator.label})
        .label(indicator.head.id.range, Kind::defined_here);
  }
}

void check_pilot(const model::Pilot& pilot, const model::Records& records, const Index& index, Sink& sink) {
  Measured measured(sink);
  const auto use = [&](const Id& id, int way) {
    if (index.known<model::Indicator>().contains(id.value)) measured.add(id, way);
  };
  for (const model::PilotIndicator& column : pilot.indicators) use(column.id, 0);
  if (pilot.survey) {
    for (const model::SurveyItem& item : pilot.survey->items) use(item.indicator, 1);
    check_survey(*pilot.survey, records, index, sink);
  }
  for (const model::Observation& observation : pilot.observations) use(observation.indicator, 2);
}

}  // namespace

void check_pilots(const model::Site& site, const Index& index, Sink& sink) {
  const model::Records& records = site.records;
  std::vector<const model::DataFile*> read;
  for (const model::Pilot& pilot : records.pilots) {
    check_pilot(pilot, records, index, sink);
    if (pilot.data) read.push_back(find_data(site, pilot.data->value));
    if (pilot.survey && pilot.survey->data) read.push_back(find_data(site, pilot.survey->data->value));
  }
  for (const model::DataFile& file : site.data) {
    if (std::find(read.begin(), read.end(), &file) != read.end()) continue;
    const std::string path = site.config.content + "/" + file.path;
    sink.report_at(Kind::data_unused, path, {path});
  }
}

}  // namespace shirube::check
