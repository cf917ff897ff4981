// From values to places: linear scales with round ticks.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

class Scale {
 public:
  // `least` is drawn at `begin`, `most` at `end`.
  Scale(double least, double most, double begin, double end)
      : least_(least), begin_(begin), by_((end - begin) / (most - least)) {}

  double operator()(double value) const { return begin_ + (value - least_) * by_; }

 private:
  double least_;
  double begin_;
  double by_;
};

// Ticks at multiples of 1, 2 or 5 times a power of ten that enclose the requested range.
struct Ticks {
  std::vector<double> at;  // ascending, at least two
  double step = 1;         // between the numbers shown: values × the axis's factor

  double least() const { return at.front(); }
  double most() const { return at.back(); }
};

// At most `most_steps` (two or more) from tick to tick; a range of no length gets some. Both ends are drawable.
Ticks round_ticks(double least, double most, const Axis& axis, int most_steps);

// One text for each tick: 0, 20万, 40万 or 0%, 5%, 10%.
std::vector<std::string> tick_texts(const Ticks& ticks, const Axis& axis, const Words& words);
// The title with the unit, unless the unit follows every number.
std::string axis_title(const Axis& axis, const Words& words);

}  // namespace shirube::render::html
