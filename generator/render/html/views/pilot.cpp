#include <string>
#include <vector>

#include "render/html/views/measured_words.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

void fact(Writer& writer, const std::string& name, const std::string& text) {
  writer.open("div").element("dt", name).element("dd", text).close();
}

std::string labels(const std::vector<std::string>& ids, const model::Records& records, const Words& words) {
  std::string all;
  for (const std::string& id : ids) {
    for (const model::Indicator& indicator : records.indicators) {
      if (indicator.head.id.value == id) all += (all.empty() ? "" : words["list-separator"]) + indicator.label;
    }
  }
  return all;
}

void survey_table(Writer& writer, const model::Survey& survey, const model::Records& records,
                  const ViewContext& context) {
  const Words& words = context.words;
  open_record_table(writer, "survey-table", context.id + "-survey", words["survey-items"],
                    {words["indicator"], words["survey-item"], words["survey-points"]});
  for (const model::SurveyItem& item : survey.items) {
    bool up = true;
    for (const model::Indicator& indicator : records.indicators) {
      if (indicator.head.id.value == item.indicator.value) up = indicator.direction == model::Direction::up;
    }
    writer.open("tr").element("th", {{"scope", "row"}}, labels({item.indicator.value}, records, words));
    writer.element("td", item.text).open("td");
    writer.text(words[item.reversed ? "survey-reversed" : "survey-as-answered"]);
    writer.element("span", {{"class", "note"}}, words[up ? "direction-up" : "direction-down"]);
    writer.close().close();
  }
  close_record_table(writer);
  writer.element("p", {{"class", "note"}},
                 words.with("survey-scale", {std::to_string(survey.least), survey.least_label,
                                             std::to_string(survey.most), survey.most_label}));
  writer.element("p", {{"class", "note"}}, words["survey-use"]);
}

}  // namespace

std::string pilot(const model::Pilot& pilot, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  std::vector<std::string> weekly;
  for (const model::PilotIndicator& indicator : pilot.indicators) weekly.push_back(indicator.id.value);
  std::vector<std::string> observed;
  for (const model::Observation& observation : pilot.observations) observed.push_back(observation.indicator.value);
  Writer writer;
  writer.open("section", {{"class", "pilot"}, {"aria-labelledby", context.id}});
  writer.open("p", {{"id", context.id}}).element("strong", pilot.title).text(" ");
  origin_badge(writer, pilot.head.origin, words);
  if (pilot.fictional) writer.text(" ").element("span", {{"class", "badge badge-example"}}, words["fictional"]);
  writer.close();
  if (!pilot.note.empty()) writer.element("p", pilot.note);
  writer.open("dl", {{"class", "facts"}});
  fact(writer, words["pilot-people"], words.with("pilot-people-count", {std::to_string(pilot.people.size())}));
  fact(writer, words["pilot-comparison"],
       pilot.comparison.empty() ? words["pilot-no-comparison"]
                                : words.with("pilot-comparison-count", {std::to_string(pilot.comparison.size())}));
  fact(writer, words["period"],
       words.with("pilot-weeks", {std::to_string(pilot.weeks_before), std::to_string(pilot.weeks_during)}));
  if (!weekly.empty()) fact(writer, words["pilot-weekly"], labels(weekly, records, words));
  if (!observed.empty()) fact(writer, words["pilot-observed"], labels(observed, records, words));
  fact(writer, words["pilot-smallest"], words.with("pilot-smallest-group", {std::to_string(pilot.smallest_group)}));
  writer.close();
  if (pilot.survey) survey_table(writer, *pilot.survey, records, context);
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
