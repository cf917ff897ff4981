#include "render/html/svg/scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "source/format.h"

namespace shirube::render::html {
namespace {

struct Step {
  double mantissa = 1;  // 1, 2 or 5
  int exponent = 0;

  // Multiples of it without the error of adding it up: 0.3 and not 0.30000000000000004.
  double times(double count) const {
    return exponent < 0 ? count * mantissa / std::pow(10, -exponent) : count * mantissa * std::pow(10, exponent);
  }
};

Step round_step(double at_least) {
  Step step;
  step.exponent = static_cast<int>(std::floor(std::log10(at_least)));
  for (const double mantissa : {1.0, 2.0, 5.0}) {
    step.mantissa = mantissa;
    if (step.times(1) >= at_least * (1 - 1e-9)) return step;
  }
  return {1, step.exponent + 1};
}

std::string with_separators(const std::string& digits) {
  std::string text;
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string number_text(double value, int decimals) {
  const std::string digits = with_separators(source::format("{:.{}f}", std::fabs(value), decimals));
  const bool is_nothing = digits.find_first_not_of("0.,") == std::string::npos;
  return value < 0 && !is_nothing ? "−" + digits : digits;
}

int decimals_of(double step) {
  int decimals = 0;
  for (; decimals < 9; ++decimals) {
    const double shifted = step * std::pow(10, decimals);
    if (std::fabs(shifted - std::round(shifted)) < 1e-6 * shifted) break;
  }
  return decimals;
}

struct Group {
  double size = 1;
  std::string name;
};

// Read from `10000=万,100000000=億`: the largest that leaves the step whole.
Group group_of(double step, std::string_view words) {
  Group found;
  while (!words.empty()) {
    const std::string_view entry = words.substr(0, words.find(','));
    words.remove_prefix(std::min(entry.size() + 1, words.size()));
    const std::size_t equals = entry.find('=');
    double size = 0;
    if (equals == std::string_view::npos) continue;
    const auto end = entry.data() + equals;
    if (std::from_chars(entry.data(), end, size).ptr != end || !(size > 1)) continue;
    if (size > found.size && step >= size * (1 - 1e-9)) found = {size, std::string(entry.substr(equals + 1))};
  }
  return found;
}

// %, pt and 倍 belong to the number; 円 and ヶ月 would be repeated without need.
bool stands_behind_numbers(const std::string& unit) {
  return unit == "%" || unit == "pt" || unit == "倍" || unit == "×";
}

}  // namespace

Ticks round_ticks(double least, double most, const Axis& axis, int most_steps) {
  double low = std::min(least, most) * axis.factor;
  double high = std::max(least, most) * axis.factor;
  const double size = std::max(std::fabs(low), std::fabs(high));
  if (size < 1e-9) {
    low = 0;
    high = 1;
  } else if (high - low <= size * 1e-9) {
    low -= size * 0.1;
    high += size * 0.1;
  }
  most_steps = std::max(most_steps, 2);
  Ticks ticks;
  Step step = round_step((high - low) / most_steps);
  double first = 0;
  double last = 0;
  // Rounding both ends outwards may add a tick or two.
  for (;;) {
    first = std::floor(low / step.times(1) + 1e-9);
    last = std::ceil(high / step.times(1) - 1e-9);
    if (last - first <= most_steps) break;
    step = round_step(step.times(1) * 1.5);
  }
  for (double count = first; count <= last; ++count) ticks.at.push_back(step.times(count) / axis.factor);
  ticks.step = step.times(1);
  return ticks;
}

std::vector<std::string> tick_texts(const Ticks& ticks, const Axis& axis, const Words& words) {
  const Group group = axis.grouped ? group_of(ticks.step, words["chart-groups"]) : Group{};
  const int decimals = decimals_of(ticks.step / group.size);
  std::vector<std::string> texts;
  for (const double value : ticks.at) {
    const double shown = value * axis.factor / group.size;
    std::string text = number_text(shown, decimals);
    if (text != "0") text += group.name;
    if (stands_behind_numbers(axis.unit)) text += axis.unit;
    texts.push_back(std::move(text));
  }
  return texts;
}

std::string axis_title(const Axis& axis, const Words& words) {
  if (axis.unit.empty() || stands_behind_numbers(axis.unit)) return axis.title;
  return words.with("chart-axis", {axis.title, axis.unit});
}

}  // namespace shirube::render::html
