#include <algorithm>
#include <array>
#include <set>

#include "check/rules.h"
#include "diagnostic/suggestion.h"
#include "expression/formula_name.h"
#include "model/family.h"
#include "model/gate_result.h"
#include "source/format.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Condition;
using model::Gate;
using model::Verdict;

namespace {

constexpr std::array verdicts = {Verdict::expand, Verdict::proceed, Verdict::pivot, Verdict::stop};

const char* verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::expand:
      return "expand";
    case Verdict::proceed:
      return "continue";
    case Verdict::pivot:
      return "pivot";
    case Verdict::stop:
      return "stop";
  }
  return "";
}

std::set<std::string> measured_by(const model::Pilot& pilot) {
  std::set<std::string> measured;
  for (const auto& column : pilot.indicators) measured.insert(column.id.value);
  for (const auto& observation : pilot.observations) measured.insert(observation.indicator.value);
  if (!pilot.survey) return measured;
  for (const auto& item : pilot.survey->items) measured.insert(item.indicator.value);
  return measured;
}

struct GateRule {
  const model::Records& records;
  const Index& index;
  const model::Pilot* pilot;  // null: unknown, which was reported
  Sink& sink;

  void need_measured(const std::string& id, source::SourceRange range) const {
    if (pilot == nullptr || measured_by(*pilot).contains(id)) return;
    sink.report(Kind::gate_unmeasured, range, {id, pilot->head.id.value})
        .label(pilot->head.id.range, Kind::defined_here);
  }

  void check_threshold_unit(const Condition& condition, const model::Indicator& indicator) const {
    const model::Quantity& value = condition.threshold.value;
    const std::string expected = target_unit(indicator, condition.threshold.kind);
    if (value.unit.symbol == expected) return;
    if (value.unit.symbol == "%" && condition.threshold.kind == model::TargetKind::absolute) {
      // −15 % of a number of days is a multiple of the days before.
      const bool up = condition.direction.value_or(indicator.direction) == model::Direction::up;
      const double share = std::abs(value.value) / 100;
      sink.report(Kind::gate_percent_change, value.range, {model::show(value), indicator.label, indicator.unit.symbol})
          .suggest(source::format("{} 倍", up ? 1 + share : 1 - share));
      return;
    }
    sink.report(Kind::unit_mismatch, value.range, {value.unit.symbol, expected, indicator.label})
        .label(indicator.head.id.range, Kind::defined_here);
  }

  void check_names(const expression::Expression& formula) const {
    for (const auto& name : expression::names(formula)) {
      if (name.value == model::complete_stories) continue;
      const auto found = model::result_name(name.value, records);
      if (found) {
        need_measured(found->indicator, name.range);
        continue;
      }
      std::vector<std::string> known = {std::string(model::complete_stories)};
      for (const model::Indicator& indicator : records.indicators) {
        const std::string base = expression::name_in_formulas(indicator.head.id.value);
        for (const std::string_view property : model::result_properties()) {
          known.push_back(base + "." + std::string(property));
        }
      }
      sink.report(Kind::gate_unknown_name, name.range, {name.value}).suggest([&] { return diagnostic::near_miss(name.value, known); });
    }
  }

  // False if the threshold is a figure's, and there is none to judge by.
  bool check_figure(const Condition& condition) const {
    if (!condition.figure || condition.threshold.value.range) return true;
    const source::Located<std::string>& named = *condition.figure;
    const auto found = index.known<model::Figure>().find(named.value);
    if (found == index.known<model::Figure>().end()) {
      report_unknown(named, model::family_word<model::Figure>, index.known<model::Figure>(), sink);
    } else {
      sink.report(Kind::gate_computed_threshold, named.range, {named.value})
          .label(records.figures[found->second].head.id.range, Kind::defined_here);
    }
    return false;
  }

  void check_condition(const Condition& condition) const {
    const bool known = check_figure(condition);
    if (condition.formula) {
      check_names(*condition.formula);
      return;
    }
    const auto found = index.known<model::Indicator>().find(condition.indicator->value);
    if (found == index.known<model::Indicator>().end()) return;
    need_measured(condition.indicator->value, condition.indicator->range);
    if (known) check_threshold_unit(condition, records.indicators[found->second]);
  }

  std::set<std::string> indicators_of(const Condition& condition) const {
    std::set<std::string> used;
    if (condition.indicator) used.insert(condition.indicator->value);
    if (!condition.formula) return used;
    for (const auto& name : expression::names(*condition.formula)) {
      if (const auto found = model::result_name(name.value, records)) used.insert(found->indicator);
    }
    return used;
  }

  // A sum of several indicators can be reached by one of them alone, unless each has a least value beside it.
  void check_lone_indicator(const model::Criterion& criterion) const {
    std::set<std::string> guarded;
    if (criterion.combination == model::Combination::all) {
      for (const Condition& condition : criterion.conditions) {
        const auto used = indicators_of(condition);
        if (used.size() == 1) guarded.insert(*used.begin());
      }
    }
    for (const Condition& condition : criterion.conditions) {
      const auto used = indicators_of(condition);
      if (used.size() < 2) continue;
      if (std::all_of(used.begin(), used.end(), [&](const auto& id) { return guarded.contains(id); })) continue;
      std::string list;
      for (const auto& id : used) list += (list.empty() ? "" : ", ") + id;
      sink.report(Kind::gate_lone_indicator, condition.formula->range(), {criterion.label, list});
    }
  }
};

void check_verdicts(const Gate& gate, Sink& sink) {
  const std::size_t before = sink.diagnostics().size();
  for (const Verdict verdict : verdicts) {
    const model::VerdictRule* first = nullptr;
    for (const model::VerdictRule& rule : gate.verdicts) {
      if (rule.verdict != verdict) continue;
      if (first != nullptr) {
        sink.report(Kind::gate_verdict_twice, {rule.range.file, rule.range.begin, rule.range.begin},
                    {verdict_word(verdict)})
            .label({first->range.file, first->range.begin, first->range.begin}, Kind::first_here);
      } else {
        first = &rule;
      }
    }
    if (first == nullptr) sink.report(Kind::gate_no_verdict, gate.head.id.range, {verdict_word(verdict)});
  }
  IdIndex criteria;
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) criteria.emplace(gate.criteria[i].id.value, i);
  for (const model::VerdictRule& rule : gate.verdicts) {
    for (const auto& id : rule.also) {
      if (!criteria.contains(id.value)) report_unknown(id, "criteria", criteria, sink);
    }
  }
  if (sink.diagnostics().size() != before) return;  // holes would be their echo
  if (const auto hole = model::find_hole(gate)) {
    std::string met;
    for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
      if ((*hole >> i & 1U) != 0) met += (met.empty() ? "" : ", ") + gate.criteria[i].id.value;
    }
    sink.report(Kind::gate_hole, gate.head.id.range, {met.empty() ? "—" : met});
    return;
  }
  for (const std::size_t i : model::unreachable_rules(gate)) {
    const model::VerdictRule& rule = gate.verdicts[i];
    sink.report(Kind::gate_unreachable, {rule.range.file, rule.range.begin, rule.range.begin},
                {verdict_word(rule.verdict)});
  }
}

// Without a clock: a threshold that changes changes the fingerprint, whenever that happens.
void check_freeze(const Gate& gate, Sink& sink) {
  const std::string now = model::thresholds_fingerprint(gate);
  if (gate.frozen_at && !gate.fingerprint) {
    sink.report(Kind::gate_no_fingerprint, gate.frozen_at->range, {gate.frozen_at->value, now});
  } else if (!gate.frozen_at && gate.fingerprint) {
    sink.report(Kind::gate_no_date, gate.fingerprint->range);
  } else if (gate.frozen_at && gate.fingerprint->value != now) {
    sink.report(Kind::gate_changed, gate.fingerprint->range, {gate.frozen_at->value, gate.fingerprint->value, now});
  }
}

}  // namespace

void check_gates(const model::Site& site, const Index& index, Sink& sink) {
  for (const Gate& gate : site.records.gates) {
    const auto pilot = index.known<model::Pilot>().find(gate.pilot.value);
    const GateRule rule{site.records, index,
                        pilot == index.known<model::Pilot>().end() ? nullptr : &site.records.pilots[pilot->second], sink};
    for (const model::Criterion& criterion : gate.criteria) {
      for (const Condition& condition : criterion.conditions) rule.check_condition(condition);
      rule.check_lone_indicator(criterion);
    }
    check_verdicts(gate, sink);
    check_freeze(gate, sink);
  }
}

}  // namespace shirube::check
