#include "model/judgement.h"

#include <algorithm>
#include <cmath>

namespace shirube::model {

namespace {

// Means of decimal numbers miss a goal by a rounding: (0.1 + 0.2) ÷ 2 against 0.15.
constexpr double tolerance = 1e-9;

bool reaches(double observed, double goal, Direction direction) {
  const double slack = tolerance * std::max(std::fabs(observed), std::fabs(goal));
  return direction == Direction::up ? observed >= goal - slack : observed <= goal + slack;
}

}  // namespace

Judgement judge(const Target& target, Direction direction, std::optional<double> baseline,
                std::optional<double> observed) {
  Judgement judgement;
  if (target.kind == TargetKind::absolute) {
    judgement.goal = target.value.value;
  } else if (!baseline) {
    judgement.lack = Lack::baseline;
    return judgement;
  } else if (target.kind == TargetKind::ratio && *baseline == 0) {
    judgement.lack = Lack::zero_baseline;
    return judgement;
  } else {
    judgement.goal = target.kind == TargetKind::ratio ? *baseline * target.value.value : *baseline + target.value.value;
  }
  if (!observed) return judgement;
  judgement.lack = Lack::nothing;
  judgement.standing = reaches(*observed, *judgement.goal, direction) ? Standing::met : Standing::not_met;
  return judgement;
}

Target tightened(const Target& target, Direction direction, double share) {
  const double unchanged = target.kind == TargetKind::ratio ? 1 : 0;
  const double step = std::fabs(target.value.value - unchanged) * share;
  Target moved = target;
  moved.value.value += direction == Direction::up ? step : -step;
  return moved;
}

}  // namespace shirube::model
