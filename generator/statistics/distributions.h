// Student's t and the gamma function. The only user of Boost.Math; no exception of the library leaves this file.
#pragma once

namespace shirube::statistics {

// The t below which the share `probability` (0 < probability < 1) of the distribution lies. `degrees` > 0; it need not
// be whole.
double student_t_quantile(double probability, double degrees);

// Γ(a) ÷ Γ(a − 1/2), for a > 1/2.
double gamma_ratio(double a);

}  // namespace shirube::statistics
