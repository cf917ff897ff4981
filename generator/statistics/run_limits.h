// The natural limits of a weekly series (XmR chart): what it does by itself, as long as nothing has changed.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace shirube::statistics {

// With fewer points the limits are too uncertain to be drawn.
inline constexpr std::size_t least_limit_points = 6;

struct RunLimits {
  double centre = 0;       // mean of the points
  double lower = 0;        // centre − 2.66 × mean moving range
  double upper = 0;        // centre + 2.66 × mean moving range
  double range = 0;        // mean of the differences between neighbours
  double range_upper = 0;  // 3.27 × range
};

// Nothing for fewer than least_limit_points.
std::optional<RunLimits> run_limits(const std::vector<double>& points);

}  // namespace shirube::statistics
