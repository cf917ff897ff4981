#include "expression/reach.h"

#include <algorithm>
#include <cmath>

namespace shirube::expression {

namespace {

double slack(double value, double goal) {
  return 1e-9 * std::max({0.001, std::fabs(value), std::fabs(goal)});
}

}  // namespace

bool reaches(double value, double goal) {
  return value - goal >= -slack(value, goal);
}

double attained(double before, double after, double goal, double direction) {
  if (direction * (after - goal) >= -slack(after, goal)) return 1;
  if (!(direction * (goal - before) > 0)) return 0;
  return std::max(0.0, (after - before) / (goal - before));
}

}  // namespace shirube::expression
