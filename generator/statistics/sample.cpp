#include "statistics/sample.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace shirube::statistics {

double mean(const std::vector<double>& numbers) {
  assert(!numbers.empty());
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum / static_cast<double>(numbers.size());
}

double standard_deviation(const std::vector<double>& numbers) {
  assert(numbers.size() >= 2);
  // The mean of equal numbers may be off by a rounding, which would be taken for a spread.
  const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
  if (*least == *most) return 0;
  const double middle = mean(numbers);
  double squares = 0;
  for (const double number : numbers) squares += (number - middle) * (number - middle);
  return std::sqrt(squares / static_cast<double>(numbers.size() - 1));
}

}  // namespace shirube::statistics
