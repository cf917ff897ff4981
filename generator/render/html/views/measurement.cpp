#include <algorithm>
#include <string>
#include <vector>

#include "render/html/svg/chart_figure.h"
#include "render/html/svg/run_chart.h"
#include "render/html/svg/slope_chart.h"
#include "render/html/views/measured_words.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"
#include "statistics/sign_flip.h"

namespace shirube::render::html {
namespace {

using model::IndicatorResult;

std::string range_text(const statistics::Interval& interval, const model::Unit& unit, const Words& words) {
  return words.with("interval", {change_text(interval.lower, unit), change_text(interval.upper, unit)});
}

// p is exact, a multiple of 1 ÷ 2^n.
std::string probability_text(double p) {
  return p == 1 ? "1" : model::show(p, 4);
}

void change_cell(Writer& writer, const IndicatorResult& result, const model::Indicator& indicator, const Words& words) {
  writer.open("td", {{"class", "number"}});
  if (result.before && result.after) {
    const double change = *result.after - *result.before;
    const bool by_difference = indicator.target && indicator.target->kind == model::TargetKind::difference;
    writer.text(by_difference ? change_text(change, indicator.unit, indicator.target->value.value, indicator.direction)
                              : change_text(change, indicator.unit));
    const bool multiple = indicator.target && indicator.target->kind == model::TargetKind::ratio;
    if (multiple && *result.before != 0) {
      writer.element("span", {{"class", "note"}},
                     value_text(*result.after / *result.before, {"倍"}, indicator.target->value.value,
                                indicator.direction));
    }
  } else {
    writer.text("—");
  }
  if (result.change && result.change->interval) {
    writer.element("span", {{"class", "note"}}, range_text(*result.change->interval, indicator.unit, words));
  }
  if (result.against_others) {
    const auto& [mean, degrees, interval] = *result.against_others;
    writer.element(
        "span", {{"class", "note"}},
        words.with("against-others", {change_text(mean, indicator.unit), range_text(interval, indicator.unit, words)}));
  }
  writer.close();
}

void target_cell(Writer& writer, const IndicatorResult& result, const model::Indicator& indicator, const Words& words) {
  writer.open("td");
  if (!indicator.target) {
    writer.text("—").close();
    return;
  }
  writer.text(target_text(*indicator.target, words));
  const std::string_view key = standing_key(result.target.standing);
  const std::string css_class = "standing " + std::string(key);
  writer.element("span", {{"class", css_class}}, words[key]);
  if (result.target.standing == model::Standing::undecidable) {
    writer.element("span", {{"class", "note"}}, words[lack_key(result.target.lack)]);
  }
  writer.close();
}

void row(Writer& writer, const IndicatorResult& result, const model::Indicator& indicator, const Words& words) {
  const auto value = [&](std::optional<double> number) {
    writer.element("td", {{"class", "number"}}, number ? value_text(*number, indicator.unit) : "—");
  };
  writer.open("tr").open("th", {{"scope", "row"}}).text(indicator.label);
  writer.element("span", {{"class", "note"}},
                 words[indicator.direction == model::Direction::up ? "direction-up" : "direction-down"]);
  if (result.withheld) writer.element("span", {{"class", "note"}}, words["withheld"]);
  writer.close();
  value(result.before);
  const bool by_value = result.after && indicator.target && indicator.target->kind == model::TargetKind::absolute;
  if (by_value) {
    writer.element("td", {{"class", "number"}},
                   value_text(*result.after, indicator.unit, indicator.target->value.value, indicator.direction));
  } else {
    value(result.after);
  }
  change_cell(writer, result, indicator, words);
  const bool of_people = result.source != IndicatorResult::Source::observation;
  writer.element("td", {{"class", "number"}},
                 of_people ? words.with("people-count", {std::to_string(result.people)}) : "—");
  const bool has_p = result.change && result.change->sign_flip_p;
  writer.element("td", {{"class", "number"}}, has_p ? probability_text(*result.change->sign_flip_p) : "—");
  const bool has_g = result.change && result.change->hedges_g;
  writer.element("td", {{"class", "number"}}, has_g ? model::show(*result.change->hedges_g, 2) : "—");
  target_cell(writer, result, indicator, words);
  writer.close();
}

std::string slope(const IndicatorResult& result, const model::Indicator& indicator, const std::string& id,
                  const Words& words) {
  SlopeChart chart;
  chart.title = words.with("slope-title", {indicator.label});
  chart.y = chart_axis(indicator.label, indicator.unit);
  chart.before_label = words["before"];
  chart.after_label = words["after"];
  for (std::size_t i = 0; i < result.lines.size(); ++i) {
    chart.lines.push_back({std::string(1, static_cast<char>('A' + i % 26)),
                           chart_quantity(result.lines[i].first, indicator.unit),
                           chart_quantity(result.lines[i].second, indicator.unit)});
  }
  chart.mean = SlopeChart::Line{words["mean"], chart_quantity(*result.before, indicator.unit),
                                chart_quantity(*result.after, indicator.unit)};
  return chart_figure(chart, id, words);
}

std::string run(const IndicatorResult& result, const model::Indicator& indicator, const std::string& id,
                const Words& words) {
  RunChart chart;
  chart.title = words.with("run-title", {indicator.label});
  chart.y = chart_axis(indicator.label, indicator.unit);
  for (const model::WeekMean& week : result.weeks) {
    const std::string label = week.week > 0 ? words.with("in-week", {std::to_string(week.week)})
                                            : words.with("week-before", {std::to_string(1 - week.week)});
    chart.points.push_back(
        {label, week.mean ? std::optional(chart_quantity(*week.mean, indicator.unit)) : std::nullopt});
  }
  if (result.limits) {
    chart.limits = RunChart::Limits{chart_quantity(result.limits->centre, indicator.unit),
                                    chart_quantity(result.limits->lower, indicator.unit),
                                    chart_quantity(result.limits->upper, indicator.unit)};
  }
  chart.target_label = words["target"];
  if (result.target.goal) chart.target = chart_quantity(*result.target.goal, indicator.unit);
  return chart_figure(chart, id, words);
}

// What so few people allow to say, from their number alone.
void limits_of_sample(Writer& writer, const model::Pilot& pilot, const std::vector<const IndicatorResult*>& shown,
                      const Words& words) {
  std::size_t people = 0;
  bool survey = false;
  bool effect = false;
  for (const IndicatorResult* result : shown) {
    people = std::max(people, result->people);
    survey = survey || result->source == IndicatorResult::Source::survey;
    effect = effect || (result->change && result->change->hedges_g);
  }
  if (people == 0) people = pilot.people.size();
  const std::string count = std::to_string(people);
  const double least = statistics::least_sign_flip_p(people);
  writer.open("ul", {{"class", "limits-of-sample"}});
  writer.open("li");
  if (people > statistics::most_sign_flip_differences) {
    writer.text(words.with("sign-flip-many", {count, std::to_string(statistics::most_sign_flip_differences)}));
  } else {
    writer.text(words.with("least-probability", {count, probability_text(least)}));
    if (least > 0.05) writer.text(words["least-probability-above"]);
  }
  writer.close();
  writer.element("li", pilot.comparison.empty() ? words["no-cause"]
                                                : words.with("no-proof", {std::to_string(pilot.comparison.size())}));
  if (effect && people >= 3) {
    writer.element("li", words.with("effect-size", {count, model::show(statistics::hedges_correction(people - 1), 2)}));
  }
  if (survey) writer.element("li", words["survey-use"]);
  writer.close();
}

}  // namespace

std::string measurement(const model::MeasurementView& view, const model::Pilot& pilot, const model::PilotResult& result,
                        const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  std::vector<const IndicatorResult*> shown;
  for (const IndicatorResult& one : result.indicators) {
    const std::string& id = records.indicators[one.indicator].head.id.value;
    const bool wanted = view.indicators.empty() || std::any_of(view.indicators.begin(), view.indicators.end(),
                                                               [&](const auto& named) { return named.value == id; });
    if (wanted) shown.push_back(&one);
  }
  Writer writer;
  if (pilot.fictional) {
    writer.open("p", {{"class", "fictional"}}).element("strong", words["fictional"]).text(words["label-separator"]);
    writer.text(words["fictional-note"]).close();
  }
  if (!result.any_data) {
    writer.element("p", {{"class", "nothing"}}, words["nothing-recorded"]);
  } else {
    open_record_table(writer, "measurement-table", context.id, pilot.title,
                      {words["indicator"], words["before"], words["after"], words["change"], words["pilot-people"],
                       words["probability"], words["hedges-g"], words["target"]});
    for (const IndicatorResult* one : shown) row(writer, *one, records.indicators[one->indicator], words);
    close_record_table(writer);
  }
  limits_of_sample(writer, pilot, shown, words);
  if (!view.charts) return std::move(writer).take();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const IndicatorResult& one = *shown[i];
    const model::Indicator& indicator = records.indicators[one.indicator];
    const std::string id = context.id + "-" + std::to_string(i + 1);
    if (one.change) writer.html(slope(one, indicator, id + "-slope", words));
    const bool any_week = std::any_of(one.weeks.begin(), one.weeks.end(),
                                      [](const model::WeekMean& week) { return week.mean.has_value(); });
    if (any_week) writer.html(run(one, indicator, id + "-run", words));
  }
  return std::move(writer).take();
}

}  // namespace shirube::render::html
