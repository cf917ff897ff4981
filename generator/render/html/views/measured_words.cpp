#include "render/html/views/measured_words.h"

#include <algorithm>
#include <cmath>

namespace shirube::render::html {

namespace {

// As many decimals as a mean of a few people deserves.
double scale_of(double value, const model::Unit& unit) {
  if (std::fabs(value) >= 1000) return 1;
  const bool percent = unit.symbol == "%" || unit.symbol == "pt";
  return percent ? 10 : unit.symbol == "倍" ? 1000 : 100;
}
double rounded(double value, const model::Unit& unit) {
  const double scale = scale_of(value, unit);
  return std::round(value * scale) / scale;
}

}  // namespace

model::Unit change_unit(const model::Unit& unit) {
  return unit.symbol == "%" ? model::Unit{"pt"} : unit;
}

std::string value_text(double value, const model::Unit& unit) {
  return model::show(model::Quantity{rounded(value, unit), unit, {}});
}

std::string value_text(double value, const model::Unit& unit, double goal, model::Direction direction) {
  const double scale = model::shown_scale(value, goal, direction, scale_of(value, unit));
  return model::show(model::Quantity{std::round(value * scale) / scale, unit, {}});
}

std::string change_text(double change, const model::Unit& unit) {
  const model::Unit shown = change_unit(unit);
  return (rounded(change, shown) > 0 ? "＋" : "") + value_text(change, shown);
}

std::string change_text(double change, const model::Unit& unit, double goal, model::Direction direction) {
  return (change > 0 ? "＋" : "") + value_text(change, change_unit(unit), goal, direction);
}

std::string target_text(const model::Target& target, const Words& words) {
  switch (target.kind) {
    case model::TargetKind::ratio:
      return words.with("target-ratio", {model::show(target.value)});
    case model::TargetKind::difference:
      return words.with("target-difference", {(target.value.value > 0 ? "＋" : "") + model::show(target.value)});
    case model::TargetKind::absolute:
      break;
  }
  if (target.from) return model::show(*target.from) + " → " + model::show(target.value);
  return model::show(target.value);
}

std::string threshold_text(const model::Target& threshold, model::Direction direction, const std::string& baseline,
                           const Words& words) {
  std::string value = model::show(threshold.value);
  if (threshold.kind == model::TargetKind::ratio) value = words.with("threshold-ratio", {baseline, value});
  if (threshold.kind == model::TargetKind::difference) {
    value = words.with("threshold-difference", {baseline, (threshold.value.value > 0 ? "＋" : "") + value});
  }
  return words.with(direction == model::Direction::up ? "at-least" : "at-most", {value});
}

std::string_view layer_name(model::Layer layer) {
  switch (layer) {
    case model::Layer::outcome:
      return "outcome";
    case model::Layer::operation:
      return "operation";
    case model::Layer::behaviour:
      return "behaviour";
    case model::Layer::mindset:
      break;
  }
  return "mindset";
}

Quantity chart_quantity(double value, const model::Unit& unit) {
  return {value, value_text(value, unit)};
}

Axis chart_axis(const std::string& title, const model::Unit& unit) {
  Axis axis;
  axis.title = title;
  axis.unit = unit.symbol;
  axis.grouped = unit.symbol == "円";
  return axis;
}

std::string_view standing_key(model::Standing standing) {
  switch (standing) {
    case model::Standing::met:
      return "gate-met";
    case model::Standing::not_met:
      return "gate-not-met";
    case model::Standing::undecidable:
      break;
  }
  return "gate-undecidable";
}

std::string_view lack_key(model::Lack lack) {
  switch (lack) {
    case model::Lack::nothing:
    case model::Lack::observation:
      return "lack-observation";
    case model::Lack::baseline:
      return "lack-baseline";
    case model::Lack::zero_baseline:
      return "lack-zero-baseline";
    case model::Lack::people:
      return "lack-people";
    case model::Lack::result:
      break;
  }
  return "lack-result";
}

}  // namespace shirube::render::html
