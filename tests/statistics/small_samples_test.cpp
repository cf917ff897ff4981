#include <cmath>
#include <random>
#include <vector>

#include "statistics/paired.h"
#include "statistics/run_limits.h"
#include "statistics/sign_flip.h"
#include "support/catch.h"

using namespace shirube::statistics;

TEST_CASE("five people who all improve cannot fall below a p of 0.0625, six can") {
  CHECK(*sign_flip_p({1, 2, 3, 4, 5}) == 0.0625);
  CHECK(least_sign_flip_p(5) == 0.0625);
  CHECK(*sign_flip_p({-1, -2, -3, -4, -5}) == 0.0625);
  CHECK(*sign_flip_p({1, 2, 3, 4, 5, 6}) == 0.03125);
  CHECK(least_sign_flip_p(6) == 0.03125);
  CHECK(*sign_flip_p({3}) == 1);
}

TEST_CASE("a difference of zero keeps both its signs, and no change at all is no evidence") {
  CHECK(*sign_flip_p({0, 0, 0}) == 1);
  CHECK(*sign_flip_p({0, 1, 2, 3, 4, 5}) == 0.0625);
}

TEST_CASE("sums that differ by rounding alone count as equal") {
  // 0.1 + 0.2 against 0.3: as doubles the patterns + + - and - - + would not both be 0.
  CHECK(*sign_flip_p({0.1, 0.2, -0.3}) == 1);
  CHECK(*sign_flip_p({0.1, 0.2, 0.3}) == *sign_flip_p({1, 2, 3}));
}

TEST_CASE("the sign-flip test says nothing where it would not be exact") {
  CHECK_FALSE(sign_flip_p({}));
  CHECK(sign_flip_p(std::vector<double>(most_sign_flip_differences, 1)));
  CHECK_FALSE(sign_flip_p(std::vector<double>(most_sign_flip_differences + 1, 1)));
}

TEST_CASE("the sign-flip test agrees with counting every pattern from scratch") {
  const unsigned seed = 20261121;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> differences(1 + random() % 8);
    for (double& difference : differences) difference = static_cast<double>(random() % 21) - 10;
    double seen = 0;
    for (const double difference : differences) seen += difference;
    int extreme = 0;
    for (unsigned pattern = 0; pattern < 1u << differences.size(); ++pattern) {
      double sum = 0;
      for (std::size_t i = 0; i < differences.size(); ++i) {
        sum += (pattern >> i & 1) != 0 ? differences[i] : -differences[i];
      }
      if (std::fabs(sum) >= std::fabs(seen)) ++extreme;
    }
    CHECK(*sign_flip_p(differences) == extreme / static_cast<double>(1u << differences.size()));
  }
}

TEST_CASE("one difference has a mean and nothing else, equal ones have no effect size") {
  const PairedSummary one = summarise_pairs({3});
  CHECK(one.mean == 3);
  CHECK_FALSE(one.standard_deviation);
  CHECK_FALSE(one.interval);
  CHECK_FALSE(one.hedges_g);
  const PairedSummary two = summarise_pairs({3, 4});
  CHECK(two.interval);
  CHECK_FALSE(two.hedges_g);  // with one degree of freedom the correction does not exist
  const PairedSummary equal = summarise_pairs({0.1, 0.1, 0.1});
  CHECK(*equal.standard_deviation == 0);
  CHECK(equal.interval->lower == equal.mean);
  CHECK(equal.interval->upper == equal.mean);
  CHECK_FALSE(equal.hedges_g);
}

TEST_CASE("two groups without any spread are compared by their means alone") {
  const GroupDifference difference = compare_groups({2, 2}, {1, 1, 1});
  CHECK(difference.mean == 1);
  CHECK(difference.interval.lower == 1);
  CHECK(difference.interval.upper == 1);
}

TEST_CASE("limits are drawn from six points on") {
  CHECK_FALSE(run_limits({1, 2, 3, 4, 5}));
  CHECK(run_limits({1, 2, 3, 4, 5, 6}));
}
