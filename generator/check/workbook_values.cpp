#include "check/workbook_values.h"

#include <algorithm>

#include "model/calendar.h"
#include "model/field_value.h"

namespace shirube::check {

using diagnostic::Kind;
using model::FieldDefinition;
using model::FieldType;

namespace {

std::string type_word(FieldType type) {
  switch (type) {
    case FieldType::number:
      return "number";
    case FieldType::percent:
      return "percent";
    case FieldType::date:
      return "date";
    case FieldType::check:
      return "check";
    default:
      return "text";
  }
}

std::string shown_unit(const model::Unit& unit) {
  return unit.symbol.empty() ? "—" : unit.symbol;
}

void report_unit(const FieldDefinition& field, const model::Quantity& quantity, const model::Unit& wanted,
                 source::SourceRange place, diagnostic::Sink& sink) {
  auto& finding =
      sink.report(Kind::unit_mismatch, place, {shown_unit(quantity.unit), shown_unit(wanted), field.id.value});
  if (quantity.range) finding.label(quantity.range, Kind::unit_declared, {shown_unit(quantity.unit)});
}

}  // namespace

bool check_taken(const FieldDefinition& field, const model::Indicator* indicator, const model::Property& taken,
                 source::SourceRange place, diagnostic::Sink& sink) {
  const model::CellKind kind = model::cell_kind(field, indicator);
  const bool number = kind.type == FieldType::number || kind.type == FieldType::percent;
  const bool text_fits = !number && kind.type != FieldType::date && kind.type != FieldType::check;
  const auto refuse = [&](std::string what) {
    sink.report(Kind::workbook_value_kind, place, {field.id.value, type_word(kind.type), std::move(what)});
    return false;
  };
  if (const auto* text = std::get_if<std::string>(&taken)) {
    const bool day = kind.type == FieldType::date && model::parse_day(*text);
    return text->empty() || text_fits || day || refuse("`" + *text + "`");
  }
  const auto& quantity = std::get<model::Quantity>(taken);
  if (!number) return text_fits || refuse(model::show(quantity));
  if (model::cell_number(kind, quantity)) return true;
  report_unit(field, quantity, kind.type == FieldType::percent ? model::Unit{"%"} : kind.unit, place, sink);
  return false;
}

void check_typed(const FieldDefinition& field, const model::Indicator* indicator,
                 const source::Located<std::string>& text, diagnostic::Sink& sink) {
  const model::CellKind kind = model::cell_kind(field, indicator);
  const auto number = model::typed_number(kind, text.value);
  const auto quantity = model::typed_quantity(kind, text.value);
  if (quantity && !number) {
    report_unit(field, *quantity, kind.type == FieldType::percent ? model::Unit{"%"} : kind.unit, text.range, sink);
    return;
  }
  const bool fits = number && (!field.least || *number >= model::cell_limit(field, kind.type, field.least->value)) &&
                    (!field.most || *number <= model::cell_limit(field, kind.type, field.most->value));
  if (!fits) sink.report(Kind::workbook_initial, text.range, {text.value, field.id.value});
}

void check_row_values(const model::TableBlock& table, const model::Indicator* indicator, const model::Records& records,
                      diagnostic::Sink& sink) {
  const auto rows = model::record_rows(table.rows, records);
  const bool unit_beside =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [](const FieldDefinition& column) { return column.property.value == "unit"; });
  for (const FieldDefinition& column : table.columns) {
    const model::CellKind kind = model::cell_kind(column, indicator);
    for (const model::PropertyRow& row : rows) {
      const auto found = row.find(column.property.value);
      if (found == row.end()) continue;
      if (!check_taken(column, indicator, found->second, column.property.range, sink)) break;
      // A column has one unit, each record its own: without one in the column's head it has to be beside the number.
      const auto* quantity = std::get_if<model::Quantity>(&found->second);
      const bool bare = quantity != nullptr && kind.type == FieldType::number && kind.unit.symbol.empty();
      if (!bare || unit_beside || quantity->unit.symbol.empty()) continue;
      report_unit(column, *quantity, {}, column.property.range, sink);
      break;
    }
  }
}

}  // namespace shirube::check
