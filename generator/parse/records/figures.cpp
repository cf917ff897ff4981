#include <algorithm>

#include "parse/records/families.h"
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

void read_figures(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "figures", sink)) {
    FieldReader fields(*node, "figures", sink);
    auto head = read_head(fields);
    model::Figure figure;
    figure.label = fields.required_plain_text("label");
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
    figure.note = fields.plain_text("note");
    const auto formula = fields.word("formula");
    if (formula && fields.has("value")) {
      sink.report(Kind::figure_twice, formula->range, {head ? head->id.value : std::string()});
    } else if (formula) {
      figure.formula = read_formula(*fields.node("formula"), sink);
    } else if (!fields.has("value") && !fields.has("formula")) {
      fields.missing("value");
    }
    fields.finish();
    // A figure whose value was refused has none to show; check/ must not meet it.
    if (!head || (!figure.value && !figure.formula)) continue;
    figure.head = std::move(*head);
    records.figures.push_back(std::move(figure));
  }
}

}  // namespace shirube::parse
