#include "statistics/run_limits.h"

#include <cmath>

#include "statistics/sample.h"

namespace shirube::statistics {

namespace {

// 3 ÷ d2 and D4 for ranges of two, as they are published and used by hand.
constexpr double limit_factor = 2.66;
constexpr double range_factor = 3.27;

}  // namespace

std::optional<RunLimits> run_limits(const std::vector<double>& points) {
  if (points.size() < least_limit_points) return std::nullopt;
  double ranges = 0;
  for (std::size_t i = 1; i < points.size(); ++i) ranges += std::fabs(points[i] - points[i - 1]);
  RunLimits limits;
  limits.centre = mean(points);
  limits.range = ranges / static_cast<double>(points.size() - 1);
  limits.lower = limits.centre - limit_factor * limits.range;
  limits.upper = limits.centre + limit_factor * limits.range;
  limits.range_upper = range_factor * limits.range;
  return limits;
}

}  // namespace shirube::statistics
