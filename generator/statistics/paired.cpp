#include "statistics/paired.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "statistics/distributions.h"
#include "statistics/sign_flip.h"

namespace shirube::statistics {

namespace {

Interval around(double middle, double error, double degrees, double level) {
  const double reach = error == 0 ? 0 : student_t_quantile((1 + level) / 2, degrees) * error;
  return {middle - reach, middle + reach};
}

}  // namespace

PairedSummary summarise_pairs(const std::vector<double>& differences, double level) {
  PairedSummary summary;
  summary.count = differences.size();
  summary.mean = mean(differences);
  summary.sign_flip_p = sign_flip_p(differences);
  summary.least_p = least_sign_flip_p(summary.count);
  if (summary.count < 2) return summary;
  const std::size_t degrees = summary.count - 1;
  const double spread = standard_deviation(differences);
  summary.standard_deviation = spread;
  summary.interval =
      around(summary.mean, spread / std::sqrt(static_cast<double>(summary.count)), static_cast<double>(degrees), level);
  if (spread > 0 && degrees >= 2) summary.hedges_g = summary.mean / spread * hedges_correction(degrees);
  return summary;
}

double hedges_correction(std::size_t degrees) {
  assert(degrees >= 2);
  const double half = static_cast<double>(degrees) / 2;
  return gamma_ratio(half) / std::sqrt(half);
}

GroupDifference compare_groups(const std::vector<double>& first, const std::vector<double>& second, double level) {
  const auto squared_error = [](const std::vector<double>& group) {
    const double spread = standard_deviation(group);
    return spread * spread / static_cast<double>(group.size());
  };
  const double a = squared_error(first);
  const double b = squared_error(second);
  GroupDifference result;
  result.mean = mean(first) - mean(second);
  // Welch and Satterthwaite. Two groups without any spread leave nothing to estimate.
  const double fewest = static_cast<double>(std::min(first.size(), second.size()) - 1);
  result.degrees =
      a + b == 0 ? fewest
                 : (a + b) * (a + b) /
                       (a * a / static_cast<double>(first.size() - 1) + b * b / static_cast<double>(second.size() - 1));
  result.interval = around(result.mean, std::sqrt(a + b), result.degrees, level);
  return result;
}

}  // namespace shirube::statistics
