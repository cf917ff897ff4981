#include "statistics/sign_flip.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace shirube::statistics {

namespace {

// Sums that differ by rounding alone are equal: 0.1 + 0.2 − 0.3 has to count as 0.
constexpr double tolerance = 1e-9;

}  // namespace

std::optional<double> sign_flip_p(const std::vector<double>& differences) {
  const std::size_t count = differences.size();
  if (count == 0 || count > most_sign_flip_differences) return std::nullopt;
  double seen = 0;
  double size = 0;
  for (const double difference : differences) {
    seen += difference;
    size += std::fabs(difference);
  }
  const double limit = std::fabs(seen) - tolerance * size;
  const std::uint32_t patterns = std::uint32_t{1} << count;
  // In the order of Gray's code each pattern differs from the one before in one sign.
  std::vector<double> flipped = differences;
  double sum = seen;
  std::uint32_t extreme = 1;  // the pattern that was seen
  for (std::uint32_t i = 1; i < patterns; ++i) {
    double& changed = flipped[static_cast<std::size_t>(std::countr_zero(i))];
    sum -= 2 * changed;
    changed = -changed;
    if (std::fabs(sum) >= limit) ++extreme;
  }
  return static_cast<double>(extreme) / static_cast<double>(patterns);
}

double least_sign_flip_p(std::size_t count) {
  return std::ldexp(2.0, -static_cast<int>(count));
}

}  // namespace shirube::statistics
