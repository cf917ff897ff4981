#include "statistics/distributions.h"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cassert>

namespace shirube::statistics {

namespace {

// Arguments are ours and checked by assertions; for the rest the library answers with NaN or infinity, never by
// throwing.
using Quiet =
    boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
                                  // Results must not depend on the width of the machine's long double.
                                  boost::math::policies::promote_double<false>>;

}  // namespace

double student_t_quantile(double probability, double degrees) {
  assert(probability > 0 && probability < 1 && degrees > 0);
  return boost::math::quantile(boost::math::students_t_distribution<double, Quiet>(degrees), probability);
}

double gamma_ratio(double a) {
  assert(a > 0.5);
  return boost::math::tgamma_delta_ratio(a, -0.5, Quiet());
}

}  // namespace shirube::statistics
