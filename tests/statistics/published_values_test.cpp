// Every number here was published by somebody else; the source is beside it.
#include <cmath>
#include <utility>
#include <vector>

#include "statistics/distributions.h"
#include "statistics/paired.h"
#include "statistics/run_limits.h"
#include "statistics/sign_flip.h"
#include "support/catch.h"

using namespace shirube::statistics;

namespace {

bool is_near(double value, double expected, double tolerance) {
  INFO(value << " expected " << expected);
  CHECK(std::fabs(value - expected) <= tolerance);
  return std::fabs(value - expected) <= tolerance;
}

// Hours of sleep gained by the same ten patients with two drugs (Student 1908); R's data set `sleep`.
const std::vector<double> first_drug = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
const std::vector<double> second_drug = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

std::vector<double> sleep_differences() {
  std::vector<double> differences;
  for (std::size_t i = 0; i < first_drug.size(); ++i) differences.push_back(first_drug[i] - second_drug[i]);
  return differences;
}

}  // namespace

TEST_CASE("quantiles of Student's t are those of the NIST handbook's table of critical values") {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values.
  struct Row {
    double degrees, t900, t950, t975, t990, t995;
  };
  const Row rows[] = {
      {1, 3.078, 6.314, 12.706, 31.821, 63.657}, {2, 1.886, 2.920, 4.303, 6.965, 9.925},
      {4, 1.533, 2.132, 2.776, 3.747, 4.604},    {9, 1.383, 1.833, 2.262, 2.821, 3.250},
      {30, 1.310, 1.697, 2.042, 2.457, 2.750},   {100, 1.290, 1.660, 1.984, 2.364, 2.626},
  };
  for (const Row& row : rows) {
    is_near(student_t_quantile(0.900, row.degrees), row.t900, 0.0005);
    is_near(student_t_quantile(0.950, row.degrees), row.t950, 0.0005);
    is_near(student_t_quantile(0.975, row.degrees), row.t975, 0.0005);
    is_near(student_t_quantile(0.990, row.degrees), row.t990, 0.0005);
    is_near(student_t_quantile(0.995, row.degrees), row.t995, 0.0005);
    is_near(student_t_quantile(0.025, row.degrees), -row.t975, 0.0005);
  }
}

TEST_CASE("the interval of paired differences is the one that R prints for its data set sleep") {
  // R, example(t.test): with(sleep, t.test(extra[group == 1], extra[group == 2], paired = TRUE)):
  // t = -4.0621, df = 9, 95 percent confidence interval -2.4598858 -0.7001142, mean of the differences -1.58.
  const PairedSummary summary = summarise_pairs(sleep_differences());
  CHECK(summary.count == 10);
  is_near(summary.mean, -1.58, 1e-12);
  REQUIRE(summary.interval);
  is_near(summary.interval->lower, -2.4598858, 5e-8);
  is_near(summary.interval->upper, -0.7001142, 5e-8);
  REQUIRE(summary.standard_deviation);
  is_near(summary.mean / (*summary.standard_deviation / std::sqrt(10.0)), -4.0621, 5e-5);
}

TEST_CASE("the difference of two groups is the one that R prints for its data set sleep") {
  // R, example(t.test): t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776,
  // 95 percent confidence interval -3.3654832 0.2054832, means 0.75 and 2.33.
  const GroupDifference difference = compare_groups(first_drug, second_drug);
  is_near(difference.mean, 0.75 - 2.33, 1e-12);
  is_near(difference.degrees, 17.776, 5e-4);
  is_near(difference.interval.lower, -3.3654832, 5e-8);
  is_near(difference.interval.upper, 0.2054832, 5e-8);
}

TEST_CASE("the sign-flip test counts as Fisher did for Darwin's maize") {
  // R. A. Fisher, The Design of Experiments (1935), section 21: of the 32,768 patterns of signs, 835 give a sum above
  // 314 eighths of an inch, 28 give just 314: 863 on one side, so 2 × 863 on both.
  const std::vector<double> eighths = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
  REQUIRE(sign_flip_p(eighths));
  CHECK(*sign_flip_p(eighths) == 2.0 * 863 / 32768);
}

TEST_CASE("the correction of Hedges agrees with the constants c4 of control charts") {
  // J(m) = c4(m) × √((m − 1) ÷ m), with c4 as in D. C. Montgomery, Introduction to Statistical Quality Control,
  // appendix VI: c4(2) = 0.7979, c4(3) = 0.8862, c4(4) = 0.9213, c4(5) = 0.9400, c4(10) = 0.9727, c4(20) = 0.9869,
  // c4(25) = 0.9896.
  const std::pair<std::size_t, double> constants[] = {{2, 0.7979},  {3, 0.8862},  {4, 0.9213}, {5, 0.9400},
                                                      {10, 0.9727}, {20, 0.9869}, {25, 0.9896}};
  for (const auto& [m, c4] : constants) {
    const double degrees = static_cast<double>(m);
    is_near(hedges_correction(m), c4 * std::sqrt((degrees - 1) / degrees), 5.1e-5);
  }
  is_near(hedges_correction(4), 0.80, 0.005);  // five people
}

TEST_CASE("the limits of a run chart are those of the NIST handbook's example") {
  // NIST/SEMATECH e-Handbook, 6.3.2.2: ten flow rates; mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159
  // with 3 ÷ 1.128 where we use the rounded 2.66.
  const auto limits = run_limits({49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1});
  REQUIRE(limits);
  is_near(limits->centre, 50.81, 1e-9);
  is_near(limits->range, 1.8778, 5e-5);
  is_near(limits->upper, 55.8041, 0.002);
  is_near(limits->lower, 45.8159, 0.002);
}
