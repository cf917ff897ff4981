#include <algorithm>
#include <string>
#include <vector>

#include "model/workbook_source.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/svg/gate_board.h"
#include "render/html/views/formula_words.h"
#include "render/html/views/measured_words.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

using model::Condition;
using model::Criterion;

const std::string& verdict_word(model::Verdict verdict, const Words& words) {
  switch (verdict) {
    case model::Verdict::expand:
      return words["verdict-expand"];
    case model::Verdict::proceed:
      return words["verdict-continue"];
    case model::Verdict::pivot:
      return words["verdict-pivot"];
    case model::Verdict::stop:
      break;
  }
  return words["verdict-stop"];
}

GateBoard::State state_of(model::Standing standing) {
  if (standing == model::Standing::met) return GateBoard::State::met;
  return standing == model::Standing::not_met ? GateBoard::State::not_met : GateBoard::State::undecidable;
}

struct GateText {
  const model::Gate& gate;
  const model::GateResult& result;
  const model::Records& records;
  const Words& words;

  const model::Indicator* indicator(const Condition& condition) const {
    return condition.indicator ? model::find_record(records.indicators, condition.indicator->value) : nullptr;
  }
  std::string label(const Criterion& criterion, const Condition& condition) const {
    if (!condition.label.empty()) return condition.label;
    const model::Indicator* measured = indicator(condition);
    return measured != nullptr ? measured->label : criterion.label;
  }
  model::Direction direction(const Condition& condition) const {
    const model::Indicator* measured = indicator(condition);
    return condition.direction.value_or(measured != nullptr ? measured->direction : model::Direction::up);
  }
  std::string threshold(const Condition& condition, const model::Target& target) const {
    return threshold_text(target, direction(condition), condition.baseline, words);
  }
  std::string measured(const model::ConditionResult& judged, const Condition& condition) const {
    if (!judged.measured) return {};
    const model::Target& threshold = condition.threshold;
    const std::string text =
        value_text(judged.measured->value, judged.measured->unit, threshold.value.value, direction(condition));
    const bool plus = threshold.kind == model::TargetKind::difference && judged.measured->value > 0;
    return (plus ? "＋" : "") + text;
  }
  std::string formula(const Condition& condition) const {
    return formula_words(*condition.formula, [&](const std::string& name) {
      if (name == model::complete_stories) return words["stories-complete"];
      const auto found = model::result_name(name, records);
      if (!found) return name;
      const model::Indicator* named = model::find_record(records.indicators, found->indicator);
      return words.with("result-" + found->property, {named != nullptr ? named->label : name});
    });
  }
  std::size_t counting() const {
    return static_cast<std::size_t>(
        std::count_if(gate.criteria.begin(), gate.criteria.end(), [](const Criterion& one) { return one.counts; }));
  }
  // 2つ以上を満たし、「…」も満たす
  std::string rule(const model::VerdictRule& rule) const {
    std::string text = rule.least_met == 0 && rule.also.empty()
                           ? words["verdict-otherwise"]
                           : words.with("verdict-least", {std::to_string(rule.least_met)});
    for (const auto& id : rule.also) {
      for (const Criterion& criterion : gate.criteria) {
        if (criterion.id.value == id.value) text += words.with("verdict-also", {criterion.label});
      }
    }
    return text;
  }
};

GateBoard board_of(const GateText& text) {
  GateBoard board;
  board.title = text.gate.title;
  for (std::size_t i = 0; i < text.gate.criteria.size(); ++i) {
    const Criterion& criterion = text.gate.criteria[i];
    const model::CriterionResult& judged = text.result.criteria[i];
    GateBoard::Criterion row;
    row.label = criterion.label;
    row.state = state_of(judged.standing);
    if (criterion.conditions.size() == 1) {
      const Condition& condition = criterion.conditions.front();
      row.measured = text.measured(judged.conditions.front(), condition);
      row.threshold = text.threshold(condition, condition.threshold);
      if (row.measured.empty()) row.note = text.words[lack_key(judged.conditions.front().lack)];
    } else {
      const auto met = std::count_if(judged.conditions.begin(), judged.conditions.end(),
                                     [](const auto& one) { return one.standing == model::Standing::met; });
      row.measured =
          text.words.with("conditions-met", {std::to_string(criterion.conditions.size()), std::to_string(met)});
      row.threshold = text.words[criterion.combination == model::Combination::all ? "all-conditions" : "any-condition"];
    }
    if (!criterion.counts) row.note = text.words["not-counted"];
    board.criteria.push_back(std::move(row));
  }
  // The rule of the verdict that was given; before there is one, of going on.
  const model::Verdict ruled =
      text.result.verdict ? text.gate.verdicts[*text.result.verdict].verdict : model::Verdict::proceed;
  for (const model::VerdictRule& rule : text.gate.verdicts) {
    board.verdicts.push_back(verdict_word(rule.verdict, text.words));
    if (rule.verdict != ruled || rule.least_met == 0) continue;
    board.rule = text.words.with(
        "gate-rule", {std::to_string(text.counting()), std::to_string(rule.least_met), verdict_word(rule.verdict, text.words)});
  }
  board.verdict = text.result.verdict;
  return board;
}

void condition_row(Writer& writer, const GateText& text, const Criterion& criterion, const Condition& condition,
                   const model::ConditionResult& judged) {
  const Words& words = text.words;
  const std::string label = text.label(criterion, condition);
  writer.open("tr").open("th", {{"scope", "row"}}).text(label);
  if (label != criterion.label) writer.element("span", {{"class", "note"}}, criterion.label);
  if (condition.formula && condition.formula_text != model::complete_stories) {
    writer.element("span", {{"class", "note"}}, text.formula(condition));
  }
  writer.close();
  writer.open("td").text(text.threshold(condition, condition.threshold));
  if (condition.least_people) {
    writer.element("span", {{"class", "note"}},
                   words.with("least-people", {std::to_string(condition.least_people->value)}));
  }
  writer.close();
  const std::string measured = text.measured(judged, condition);
  writer.element("td", {{"class", "number"}}, measured.empty() ? words["not-measured"] : measured);
  const std::string_view key = standing_key(judged.standing);
  const std::string css_class = "standing " + std::string(key);
  writer.open("td").element("span", {{"class", css_class}}, words[key]);
  if (judged.standing == model::Standing::undecidable) {
    writer.element("span", {{"class", "note"}}, words[lack_key(judged.lack)]);
  }
  writer.close().element("td", condition.evidence).close();
}

void shifts(Writer& writer, const GateText& text) {
  const Words& words = text.words;
  if (text.result.shifts.empty()) return;
  const auto flips = std::count_if(text.result.shifts.begin(), text.result.shifts.end(),
                                   [](const model::Shift& shift) { return shift.flips_verdict; });
  writer.element("p", words.with("shift-count", {std::to_string(text.result.shifts.size()), std::to_string(flips)}));
  if (flips == 0) return;
  writer.open("ul");
  for (const model::Shift& shift : text.result.shifts) {
    if (!shift.flips_verdict) continue;
    const Criterion& criterion = text.gate.criteria[shift.criterion];
    const Condition& condition = criterion.conditions[shift.condition];
    const std::string verdict =
        shift.verdict ? verdict_word(text.gate.verdicts[*shift.verdict].verdict, words) : words["gate-no-verdict"];
    writer.element("li", words.with("shift", {text.label(criterion, condition),
                                              text.threshold(condition, shift.threshold), verdict}));
  }
  writer.close();
}

}  // namespace

std::string gate(const model::Gate& gate, const model::Pilot& pilot, const model::GateResult& result,
                 const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  const GateText text{gate, result, records, words};
  Writer writer;
  writer.open("p", {{"class", "gate-state"}}).element("strong", gate.title).text(" ");
  origin_badge(writer, gate.head.origin, words);
  if (pilot.fictional) writer.text(" ").element("span", {{"class", "badge badge-example"}}, words["fictional"]);
  writer.text(" ");
  writer.text(gate.frozen_at ? words.with("gate-frozen", {gate.frozen_at->value, gate.fingerprint->value})
                             : words["gate-not-frozen"]);
  writer.close();
  if (pilot.fictional) writer.element("p", {{"class", "fictional"}}, words["fictional-note"]);
  if (!gate.note.empty()) writer.element("p", gate.note);
  writer.html(chart_figure(board_of(text), context.id + "-board", words));
  open_record_table(writer, "gate-table", context.id + "-conditions", words["gate-conditions"],
                    {words["gate-condition"], words["gate-threshold-head"], words["gate-measured-head"],
                     words["gate-standing"], words["evidence"]});
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    for (std::size_t j = 0; j < gate.criteria[i].conditions.size(); ++j) {
      condition_row(writer, text, gate.criteria[i], gate.criteria[i].conditions[j], result.criteria[i].conditions[j]);
    }
  }
  close_record_table(writer);
  open_record_table(writer, "verdict-table", context.id + "-verdicts", words["verdict-rules"],
                    {words["verdict"], words["verdict-when"], words["verdict-next"]});
  for (std::size_t i = 0; i < gate.verdicts.size(); ++i) {
    const model::VerdictRule& rule = gate.verdicts[i];
    writer.open("tr", {{"class", result.verdict == i ? "holds" : ""}}).open("th", {{"scope", "row"}});
    writer.text(verdict_word(rule.verdict, words));
    if (result.verdict == i) writer.text(" ").element("span", {{"class", "badge"}}, words["verdict-holds"]);
    writer.close().element("td", text.rule(rule)).element("td", rule.next).close();
  }
  close_record_table(writer);
  shifts(writer, text);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
