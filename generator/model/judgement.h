// Whether a target is reached: one rule for multiples, differences and absolute values.
#pragma once

#include <optional>

#include "model/indicator.h"

namespace shirube::model {

enum class Standing { met, not_met, undecidable };

// What is lacking where nothing can be decided yet.
enum class Lack {
  nothing,
  observation,    // no value yet
  baseline,       // no value from before
  zero_baseline,  // a multiple of 0 is 0: anything would do
  people,         // fewer than asked for
  result,         // the formula has none (division by zero)
};

struct Judgement {
  Standing standing = Standing::undecidable;
  Lack lack = Lack::observation;
  std::optional<double> goal;  // the value to reach, in the indicator's unit
};

// `baseline` and `observed` in the indicator's unit; percentages as 40 for 40 %. Reaching the goal exactly counts.
Judgement judge(const Target& target, Direction direction, std::optional<double> baseline,
                std::optional<double> observed);

// The same target, harder to reach by `share` (0.1: by a tenth) or easier (-0.1). For multiples and differences it is
// the change asked for that grows, for absolute values the value: 1.5 倍 becomes 1.55 倍, +30 pt becomes +33 pt.
Target tightened(const Target& target, Direction direction, double share);

}  // namespace shirube::model
