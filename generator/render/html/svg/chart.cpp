#include "render/html/svg/chart.h"

#include <cmath>

namespace shirube::render::html {

bool is_drawable(double value) {
  return std::isfinite(value) && std::fabs(value) <= greatest_value;
}

}  // namespace shirube::render::html
