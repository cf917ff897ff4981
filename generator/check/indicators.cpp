#include "check/rules.h"

namespace shirube::check {

using diagnostic::Kind;
using model::Indicator;

// The difference of two percentages is in points.
std::string target_unit(const Indicator& indicator, model::TargetKind kind) {
  switch (kind) {
    case model::TargetKind::ratio:
      return "倍";
    case model::TargetKind::difference:
      return indicator.unit.symbol == "%" ? "pt" : indicator.unit.symbol;
    case model::TargetKind::absolute:
      return indicator.unit.symbol;
  }
  return "";
}

namespace {

void expect_unit(const model::Quantity& quantity, const std::string& unit, const Indicator& indicator,
                 diagnostic::Sink& sink) {
  if (quantity.unit.symbol == unit) return;
  sink.report(Kind::unit_mismatch, quantity.range, {quantity.unit.symbol, unit, indicator.label})
      .label(indicator.head.id.range, Kind::defined_here);
}

}  // namespace

namespace {

// A target that asks an indicator to get worse.
void check_direction(const Indicator& indicator, diagnostic::Sink& sink) {
  const model::Target& target = *indicator.target;
  double change = 0;
  if (target.kind == model::TargetKind::ratio) change = target.value.value - 1;
  if (target.kind == model::TargetKind::difference) change = target.value.value;
  if (target.kind == model::TargetKind::absolute && target.from) change = target.value.value - target.from->value;
  const bool up = indicator.direction == model::Direction::up;
  if (up ? change >= 0 : change <= 0) return;
  sink.report(Kind::target_direction, target.value.range, {indicator.label, up ? "up" : "down"})
      .label(indicator.head.id.range, Kind::defined_here);
}

}  // namespace

void check_indicators(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  for (const Indicator& indicator : site.records.indicators) {
    if (indicator.baseline) expect_unit(*indicator.baseline, indicator.unit.symbol, indicator, sink);
    if (!indicator.target) continue;
    expect_unit(indicator.target->value, target_unit(indicator, indicator.target->kind), indicator, sink);
    check_direction(indicator, sink);
    if (indicator.target->from) expect_unit(*indicator.target->from, indicator.unit.symbol, indicator, sink);
  }
}

}  // namespace shirube::check
