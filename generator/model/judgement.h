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
  people,         // fewer than required
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

bool reaches(double observed, double goal, Direction direction);

// How much of the way from the baseline to the goal is done, 0 to 1; nothing while that is not known. What reaches its
// goal needs no baseline.
std::optional<double> attainment(const Judgement& judgement, Direction direction, std::optional<double> baseline,
                                 std::optional<double> observed);

// Of values rounded to 1 ÷ `scale`: the scale, ten times finer as often as needed, at which the rounded value is on the
// side of the goal where the value is. 1.96 is not 2.0 where 2.0 is required.
double shown_scale(double value, double goal, Direction direction, double scale);

// The same target, harder to reach by `share` (0.1: by a tenth) or easier (-0.1). For multiples and differences it is
// the required change that grows, for absolute values the value: 1.5 倍 becomes 1.55 倍, +30 pt becomes +33 pt.
Target tightened(const Target& target, Direction direction, double share);

}  // namespace shirube::model
