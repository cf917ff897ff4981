// What can be said about the differences (after − before) of the same people.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/sample.h"

namespace shirube::statistics {

struct PairedSummary {
  std::size_t count = 0;
  double mean = 0;
  std::optional<double> standard_deviation;  // from two differences on
  std::optional<Interval> interval;          // Student's t, n − 1 degrees of freedom; from two on
  std::optional<double> sign_flip_p;         // exact, two-sided
  double least_p = 0;                        // that this many differences can give
  std::optional<double> hedges_g;            // mean ÷ standard deviation × correction; nothing if all are equal
};

// `differences` is not empty; 0 < `level` < 1 is the interval's.
PairedSummary summarise_pairs(const std::vector<double>& differences, double level = 0.95);

// Hedges' exact correction for small samples, J(m) = Γ(m/2) ÷ (√(m/2) Γ((m − 1)/2)): 0.80 for four degrees of freedom.
// `degrees` is at least 2; with one there is none.
double hedges_correction(std::size_t degrees);

// The difference of two groups' means (first − second) without assuming equal spread (Welch). Two numbers in each at
// least.
struct GroupDifference {
  double mean = 0;
  double degrees = 0;
  Interval interval;
};
GroupDifference compare_groups(const std::vector<double>& first, const std::vector<double>& second,
                               double level = 0.95);

}  // namespace shirube::statistics
