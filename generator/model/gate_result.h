// What a gate says about a pilot's results: each criterion, the verdict, and how near it is to another one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/value.h"
#include "model/gate.h"
#include "model/judgement.h"
#include "model/pilot_result.h"

namespace shirube::model {

struct ConditionResult {
  Standing standing = Standing::undecidable;
  Lack lack = Lack::observation;
  std::optional<Quantity> measured;  // in the threshold's unit
};
struct CriterionResult {
  Standing standing = Standing::undecidable;
  std::vector<ConditionResult> conditions;
};

// A threshold a tenth stricter or looser, and what would become of the verdict.
struct Shift {
  std::size_t criterion = 0;
  std::size_t condition = 0;
  Target threshold;
  bool stricter = true;
  bool flips_criterion = false;
  bool flips_verdict = false;
  std::optional<std::size_t> verdict;
};

struct GateResult {
  std::vector<CriterionResult> criteria;
  std::size_t met = 0;                 // of those that count
  std::optional<std::size_t> verdict;  // into Gate::verdicts; nothing while it depends on what is not known yet
  std::vector<Shift> shifts;           // of every decided condition, both ways; none while there is no verdict
};

// `result` is what was measured of the pilot. Indicators and names are known to exist; whatever has no value yet leaves
// its condition undecidable.
GateResult evaluate_gate(const Gate& gate, const PilotResult& result, const Records& records);

// The first rule that holds, whatever becomes of the undecidable criteria; nothing if that depends on them.
std::optional<std::size_t> decide(const Gate& gate, const std::vector<Standing>& criteria);

// A pattern of met and not met criteria (one bit each) for which no rule holds.
std::optional<std::uint32_t> find_hole(const Gate& gate);
// Rules that never are the first to hold.
std::vector<std::size_t> unreachable_rules(const Gate& gate);

// What a sheet calls the condition's threshold: threshold-uplift, or threshold-operation-1 where there are several.
std::string threshold_id(const Criterion& criterion, const Condition& condition);

// Sixteen hexadecimal digits that change with any threshold, measure, direction, least number of people or rule, and
// with nothing else.
std::string thresholds_fingerprint(const Gate& gate);

// The properties of an indicator that formulas may use.
const std::vector<std::string_view>& result_properties();
// `daily_sales_awareness.change` → the indicator's id and the property; nothing if it is not such a name.
struct ResultName {
  std::string indicator;
  std::string property;
};
std::optional<ResultName> result_name(std::string_view name, const Records& records);
inline constexpr std::string_view complete_stories = "stories.complete";

}  // namespace shirube::model
