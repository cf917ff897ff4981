#include "model/fields/plan.h"

#include "parse/hooks.h"
#include "source/format.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Located;

// `days: [1, 7]`
bool settle(FieldReader& fields, model::Phase& phase, bool usable) {
  const YamlNode* days = fields.node("days");
  if (days == nullptr) {
    fields.missing("days");
    return false;
  }
  if (days->kind == YamlNode::Kind::broken) return false;
  std::vector<Located<std::int64_t>> ends;
  for (const YamlNode& item : days->items) {
    const auto day = item.kind == YamlNode::Kind::scalar && !item.quoted ? parse_integer(item.text) : std::nullopt;
    if (day && *day >= 1 && *day <= model::most_plan_days) ends.push_back({*day, item.range});
  }
  if (days->items.size() != 2 || ends.size() != 2) {
    fields.sink().report(Kind::phase_days, days->range);
    return false;
  }
  if (ends[0].value > ends[1].value) {
    fields.sink().report(Kind::phase_days_order, days->range,
                         {source::format("{}", ends[0].value), source::format("{}", ends[1].value)});
    return false;
  }
  phase.first_day = ends[0];
  phase.last_day = ends[1];
  return usable;
}

}  // namespace shirube::parse
