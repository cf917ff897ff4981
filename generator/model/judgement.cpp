#include "model/judgement.h"

#include <cmath>

#include "expression/reach.h"

namespace shirube::model {

bool reaches(double observed, double goal, Direction direction) {
  return direction == Direction::up ? expression::reaches(observed, goal) : expression::reaches(goal, observed);
}

std::optional<double> attainment(const Judgement& judgement, Direction direction, std::optional<double> baseline,
                                 std::optional<double> observed) {
  if (!judgement.goal || !observed) return std::nullopt;
  if (judgement.standing == Standing::met) return 1;
  if (!baseline) return std::nullopt;
  return expression::attained(*baseline, *observed, *judgement.goal, direction == Direction::up ? 1 : -1);
}

double shown_scale(double value, double goal, Direction direction, double scale) {
  constexpr double finest = 1e9;
  const bool reached = reaches(value, goal, direction);
  while (scale < finest && reaches(std::round(value * scale) / scale, goal, direction) != reached) scale *= 10;
  return scale;
}

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
