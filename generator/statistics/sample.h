// Mean and spread of a few numbers.
#pragma once

#include <vector>

namespace shirube::statistics {

// `numbers` is not empty.
double mean(const std::vector<double>& numbers);
// Of a sample (divided by n − 1); two numbers at least. Equal numbers give exactly 0.
double standard_deviation(const std::vector<double>& numbers);

struct Interval {
  double lower = 0;
  double upper = 0;
};

}  // namespace shirube::statistics
