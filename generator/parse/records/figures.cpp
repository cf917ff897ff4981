#include "expression/parse.h"
#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::int64_t most_decimals = 6;

void read_formula(const YamlNode& node, model::Figure& figure, diagnostic::Sink& sink) {
  // In quotes the text starts one byte later.
  const std::uint32_t begin = node.range.begin + (node.quoted ? 1 : 0);
  figure.formula = expression::parse(node.text, node.range.file, begin, sink);
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
    figure.note = fields.plain_text("note");
    const auto formula = fields.text("formula");
    if (formula && fields.has("value")) {
      sink.report(Kind::figure_twice, formula->range, {head ? head->id.value : std::string()});
    } else if (formula) {
      read_formula(*fields.node("formula"), figure, sink);
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
