#include "model/gate_result.h"

#include <algorithm>
#include <cassert>

#include "expression/evaluate.h"
#include "expression/formula_name.h"
#include "model/workbook_source.h"
#include "source/fingerprint.h"
#include "source/format.h"

namespace shirube::model {

namespace {

constexpr double shifted_share = 0.1;

// In formulas a percentage is a ratio, as in Excel: 40 % is 0.4.
double formula_scale(const Unit& unit) {
  return unit.symbol == "%" || unit.symbol == "pt" ? 0.01 : 1;
}

// Why a name has no value.
Lack lack_of(const std::string& name, const PilotResult& result, const Records& records) {
  const auto wanted = result_name(name, records);
  const IndicatorResult* found = wanted ? find_result(result, records, wanted->indicator) : nullptr;
  if (found == nullptr) return Lack::observation;
  if (found->withheld) return Lack::people;
  if (!found->after) return Lack::observation;
  if (!found->before) return Lack::baseline;
  return Lack::zero_baseline;
}

// The value of a name in a formula; nothing while it is not known.
std::optional<double> value_of(const std::string& name, const PilotResult& result, const Records& records) {
  if (name == complete_stories) return static_cast<double>(result.stories);
  const auto wanted = result_name(name, records);
  const IndicatorResult* found = wanted ? find_result(result, records, wanted->indicator) : nullptr;
  if (found == nullptr) return std::nullopt;
  const Indicator& indicator = records.indicators[found->indicator];
  const double scale = formula_scale(indicator.unit);
  const std::string& property = wanted->property;
  if (property == "people") return static_cast<double>(found->people);
  if (property == "before") return found->before ? std::optional(*found->before * scale) : std::nullopt;
  if (property == "after") return found->after ? std::optional(*found->after * scale) : std::nullopt;
  // How much of the way to the dictionary's target.
  if (property == "progress") return attainment(found->target, indicator.direction, found->before, found->after);
  if (!found->before || !found->after) return std::nullopt;
  if (property == "change") return (*found->after - *found->before) * scale;
  return *found->before == 0 ? std::nullopt : std::optional(*found->after / *found->before);
}

bool has_too_few(const Condition& condition, const IndicatorResult& result) {
  return condition.least_people && result.source != IndicatorResult::Source::observation &&
         result.people < static_cast<std::size_t>(condition.least_people->value);
}

ConditionResult judge_formula(const Condition& condition, const Target& threshold, const PilotResult& result,
                              const Records& records) {
  ConditionResult judged;
  for (const auto& name : expression::names(*condition.formula)) {
    if (!value_of(name.value, result, records)) {
      judged.lack = lack_of(name.value, result, records);
      return judged;
    }
    const auto wanted = result_name(name.value, records);
    const IndicatorResult* used = wanted ? find_result(result, records, wanted->indicator) : nullptr;
    if (used != nullptr && has_too_few(condition, *used)) {
      judged.lack = Lack::people;
      return judged;
    }
  }
  const expression::Value value = expression::evaluate(
      *condition.formula, [&](const std::string& name) { return expression::Value(*value_of(name, result, records)); });
  const double* number = value.get<double>();
  if (number == nullptr) {
    judged.lack = Lack::result;
    return judged;
  }
  judged.measured = Quantity{*number / formula_scale(threshold.value.unit), threshold.value.unit, {}};
  const Judgement judgement = judge(threshold, *condition.direction, std::nullopt, judged.measured->value);
  judged.standing = judgement.standing;
  judged.lack = judgement.lack;
  return judged;
}

ConditionResult judge_indicator(const Condition& condition, const Target& threshold, const PilotResult& result,
                                const Records& records) {
  ConditionResult judged;
  const IndicatorResult* found = find_result(result, records, condition.indicator->value);
  if (found == nullptr) return judged;
  const Indicator& indicator = records.indicators[found->indicator];
  if (found->withheld || (found->people > 0 && has_too_few(condition, *found))) {
    judged.lack = Lack::people;
    return judged;
  }
  const Direction direction = condition.direction.value_or(indicator.direction);
  const Judgement judgement = judge(threshold, direction, found->before, found->after);
  judged.standing = judgement.standing;
  judged.lack = judgement.lack;
  if (judged.standing == Standing::undecidable) return judged;
  double measured = *found->after;
  if (threshold.kind == TargetKind::ratio) measured /= *found->before;
  if (threshold.kind == TargetKind::difference) measured -= *found->before;
  judged.measured = Quantity{measured, threshold.value.unit, {}};
  return judged;
}

ConditionResult judge_condition(const Condition& condition, const Target& threshold, const PilotResult& result,
                                const Records& records) {
  return condition.formula ? judge_formula(condition, threshold, result, records)
                           : judge_indicator(condition, threshold, result, records);
}

Standing combine(Combination combination, const std::vector<Standing>& parts) {
  const bool all = combination == Combination::all;
  const Standing settles = all ? Standing::not_met : Standing::met;
  if (std::find(parts.begin(), parts.end(), settles) != parts.end()) return settles;
  if (std::find(parts.begin(), parts.end(), Standing::undecidable) != parts.end()) return Standing::undecidable;
  return all ? Standing::met : Standing::not_met;
}

Standing standing_of(const Criterion& criterion, const std::vector<ConditionResult>& conditions) {
  std::vector<Standing> parts;
  for (const ConditionResult& condition : conditions) parts.push_back(condition.standing);
  return combine(criterion.combination, parts);
}

// The first rule that holds for a pattern of met criteria.
std::optional<std::size_t> rule_for(const Gate& gate, std::uint32_t met) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    if (gate.criteria[i].counts && (met >> i & 1U) != 0) ++count;
  }
  const auto is_met = [&](const Located<std::string>& id) {
    for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
      if (gate.criteria[i].id.value == id.value) return (met >> i & 1U) != 0;
    }
    return false;
  };
  for (std::size_t i = 0; i < gate.verdicts.size(); ++i) {
    const VerdictRule& rule = gate.verdicts[i];
    if (count >= rule.least_met && std::all_of(rule.also.begin(), rule.also.end(), is_met)) return i;
  }
  return std::nullopt;
}

std::uint32_t pattern_count(const Gate& gate) {
  return std::uint32_t{1} << gate.criteria.size();
}

std::vector<Shift> shifts_of(const Gate& gate, const GateResult& current, const PilotResult& result,
                             const Records& records) {
  std::vector<Shift> shifts;
  std::vector<Standing> standings;
  for (const CriterionResult& criterion : current.criteria) standings.push_back(criterion.standing);
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    const Criterion& criterion = gate.criteria[i];
    for (std::size_t j = 0; j < criterion.conditions.size(); ++j) {
      const Condition& condition = criterion.conditions[j];
      if (current.criteria[i].conditions[j].standing == Standing::undecidable) continue;
      for (const bool stricter : {true, false}) {
        Direction direction = Direction::up;
        if (condition.direction) {
          direction = *condition.direction;
        } else {
          direction = find_record(records.indicators, condition.indicator->value)->direction;
        }
        Shift shift{
            i,           j,     tightened(condition.threshold, direction, stricter ? shifted_share : -shifted_share),
            stricter,    false, false,
            std::nullopt};
        std::vector<ConditionResult> conditions = current.criteria[i].conditions;
        conditions[j] = judge_condition(condition, shift.threshold, result, records);
        std::vector<Standing> moved = standings;
        moved[i] = standing_of(criterion, conditions);
        shift.flips_criterion = moved[i] != standings[i];
        shift.verdict = decide(gate, moved);
        shift.flips_verdict = shift.verdict != current.verdict;
        shifts.push_back(shift);
      }
    }
  }
  return shifts;
}

void append(std::string& text, const Condition& condition) {
  // Spaces in a formula are a matter of layout.
  std::string formula;
  for (const char c : condition.formula_text) {
    if (c != ' ' && c != '\t' && c != '\n') formula += c;
  }
  const Target& threshold = condition.threshold;
  text += source::format("{}|{}|{}|{}|{}{}|{}|{}\n", condition.indicator ? condition.indicator->value : "", formula,
                         condition.baseline, static_cast<int>(threshold.kind), threshold.value.value,
                         threshold.value.unit.symbol, condition.direction ? static_cast<int>(*condition.direction) : -1,
                         condition.least_people ? condition.least_people->value : 0);
}

}  // namespace

const std::vector<std::string_view>& result_properties() {
  static const std::vector<std::string_view> properties = {"before", "after", "change", "ratio", "progress", "people"};
  return properties;
}

std::optional<ResultName> result_name(std::string_view name, const Records& records) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view property = name.substr(dot + 1);
  const auto& known = result_properties();
  if (std::find(known.begin(), known.end(), property) == known.end()) return std::nullopt;
  for (const Indicator& indicator : records.indicators) {
    if (expression::name_in_formulas(indicator.head.id.value) == name.substr(0, dot)) {
      return ResultName{indicator.head.id.value, std::string(property)};
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> decide(const Gate& gate, const std::vector<Standing>& criteria) {
  assert(criteria.size() == gate.criteria.size());
  std::uint32_t met = 0;
  std::uint32_t open = 0;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (criteria[i] == Standing::met) met |= std::uint32_t{1} << i;
    if (criteria[i] == Standing::undecidable) open |= std::uint32_t{1} << i;
  }
  const auto first = rule_for(gate, met);
  // Every way in which the open ones may turn out.
  for (std::uint32_t part = open; part != 0; part = (part - 1) & open) {
    if (rule_for(gate, met | part) != first) return std::nullopt;
  }
  return first;
}

std::optional<std::uint32_t> find_hole(const Gate& gate) {
  for (std::uint32_t met = 0; met < pattern_count(gate); ++met) {
    if (!rule_for(gate, met)) return met;
  }
  return std::nullopt;
}

std::vector<std::size_t> unreachable_rules(const Gate& gate) {
  std::vector<bool> reached(gate.verdicts.size(), false);
  for (std::uint32_t met = 0; met < pattern_count(gate); ++met) {
    if (const auto rule = rule_for(gate, met)) reached[*rule] = true;
  }
  std::vector<std::size_t> unreachable;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i]) unreachable.push_back(i);
  }
  return unreachable;
}

GateResult evaluate_gate(const Gate& gate, const PilotResult& result, const Records& records) {
  GateResult judged;
  std::vector<Standing> standings;
  for (const Criterion& criterion : gate.criteria) {
    CriterionResult one;
    for (const Condition& condition : criterion.conditions) {
      one.conditions.push_back(judge_condition(condition, condition.threshold, result, records));
    }
    one.standing = standing_of(criterion, one.conditions);
    standings.push_back(one.standing);
    if (criterion.counts && one.standing == Standing::met) ++judged.met;
    judged.criteria.push_back(std::move(one));
  }
  judged.verdict = decide(gate, standings);
  if (judged.verdict) judged.shifts = shifts_of(gate, judged, result, records);
  return judged;
}

std::string threshold_id(const Criterion& criterion, const Condition& condition) {
  std::string id = "threshold-" + criterion.id.value;
  if (criterion.conditions.size() > 1) id += source::format("-{}", &condition - criterion.conditions.data() + 1);
  return id;
}

std::string thresholds_fingerprint(const Gate& gate) {
  std::string text;
  for (const Criterion& criterion : gate.criteria) {
    text += source::format("{}|{}|{}\n", criterion.id.value, static_cast<int>(criterion.combination),
                           static_cast<int>(criterion.counts));
    for (const Condition& condition : criterion.conditions) append(text, condition);
  }
  for (const VerdictRule& rule : gate.verdicts) {
    text += source::format("{}|{}", static_cast<int>(rule.verdict), rule.least_met);
    for (const auto& id : rule.also) text += "|" + id.value;
    text += '\n';
  }
  return source::fingerprint_text(text);
}

}  // namespace shirube::model
