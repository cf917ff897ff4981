#include <algorithm>

#include "parse/hooks.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::int64_t most_decimals = 6;

// Decimals that are typed are decimals that are shown: 6.50 % has two. In another unit it has as many as it needs.
int typed_decimals(const YamlNode& written, double value) {
  const auto quantity = parse_quantity(written.text);
  const bool as_typed = quantity && quantity->value == value;
  return std::max(model::needed_decimals(value), as_typed ? quantity->decimals : 0);
}

}  // namespace

bool settle(FieldReader& fields, model::Figure& figure, bool usable) {
  if (const auto unit = fields.unit_symbol("unit")) {
    figure.unit = *model::parse_unit(unit->value);
    figure.unit_range = unit->range;
  }
  if (const auto decimals = fields.integer("decimals", 0, most_decimals)) {
    figure.decimals = static_cast<int>(decimals->value);
  }
  figure.value = fields.number_in("value", figure.unit);
  if (figure.value && figure.decimals < 0) {
    figure.decimals = typed_decimals(*fields.node("value"), figure.value->value);
  }
  const auto formula = fields.word("formula");
  if (formula && fields.has("value")) {
    fields.sink().report(Kind::figure_twice, formula->range, {figure.head.id.value});
  } else if (formula) {
    figure.formula = read_formula(*fields.node("formula"), fields.sink());
  } else if (!fields.has("value") && !fields.has("formula")) {
    fields.missing("value");
  }
  // A figure whose value was refused has none to show; check/ must not meet it.
  return usable && (figure.value || figure.formula);
}

}  // namespace shirube::parse
