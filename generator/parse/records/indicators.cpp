#include "parse/hooks.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::TargetKind;

bool settle(FieldReader& fields, model::Target& target, bool usable) {
  if (!usable) return false;
  if (target.from && target.kind != TargetKind::absolute) fields.sink().report(Kind::target_from, target.from->range);
  if (target.kind != TargetKind::ratio || target.value.unit.symbol == "倍") return true;
  fields.sink().report(Kind::target_ratio_unit, target.value.range, {target.value.unit.symbol});
  return false;
}

// Without a unit of its own nothing can be compared with it: say so once, not for every number.
bool settle(FieldReader&, model::Indicator& indicator, bool usable) {
  if (indicator.unit.symbol.empty()) {
    indicator.baseline.reset();
    indicator.target.reset();
  }
  return usable;
}

}  // namespace shirube::parse
