#include "check/workbook_height.h"

#include <algorithm>
#include <variant>

#include "model/workbook_source.h"
#include "source/format.h"

namespace shirube::check {

namespace {

using model::FieldDefinition;
using model::SheetDefinition;

// One A4 page with its contents shrunk to six tenths.
constexpr double portrait_points = 1330;
constexpr double landscape_points = 950;

// What the rows of forms and tables need at the very least; texts only add to it.
struct LeastHeight {
  const model::Records& records;

  double operator()(const model::FormBlock& form) const {
    double points = 0;
    std::int64_t place = form.columns;
    for (const FieldDefinition& field : form.fields) {
      const bool wide = field.type == model::FieldType::long_text || field.lines > 1;
      if (wide || place >= form.columns) {
        points += 6 + 17.0 * static_cast<double>(field.lines);
        place = 0;
      }
      place = wide ? form.columns : place + 1;
    }
    return points;
  }

  double operator()(const model::TableBlock& table) const {
    std::int64_t lines = 1;
    for (const FieldDefinition& column : table.columns) lines = std::max(lines, column.lines);
    return 27 + (7 + 17.0 * static_cast<double>(lines)) * static_cast<double>(row_count(table));
  }

  double operator()(const model::ChartBlock& chart) const { return 18.0 * static_cast<double>(chart.height); }
  double operator()(const model::HeadingBlock&) const { return 0; }
  double operator()(const model::NoteBlock&) const { return 0; }
  double operator()(const model::InstructionsBlock&) const { return 0; }
  double operator()(const model::ChecklistBlock&) const { return 0; }
  double operator()(const model::CalculationBlock&) const { return 0; }
  double operator()(const model::ChecksBlock&) const { return 0; }
  double operator()(const model::SignOffBlock&) const { return 0; }
  double operator()(const model::ModelBlock&) const { return 0; }
  double operator()(const model::GateBlock&) const { return 0; }
  double operator()(const model::SummaryBlock&) const { return 0; }
  double operator()(const model::LegendBlock&) const { return 0; }
  double operator()(const model::ChangesBlock&) const { return 0; }

  std::size_t row_count(const model::TableBlock& table) const {
    return table.rows.rows.size() + model::record_rows(table.rows, records).size() +
           static_cast<std::size_t>(table.rows.count);
  }
};

}  // namespace

void check_sheet_height(const SheetDefinition& sheet, const model::Records& records, diagnostic::Sink& sink) {
  if (sheet.pages != SheetDefinition::Pages::one) return;
  double points = 33;
  for (const model::BlockDefinition& block : sheet.blocks) points += std::visit(LeastHeight{records}, block.value);
  const double most = sheet.paper == SheetDefinition::Paper::landscape ? landscape_points : portrait_points;
  if (points <= most) return;
  sink.report(diagnostic::Kind::workbook_tall, sheet.name.range,
              {sheet.name.value, source::format("{:.0f}", points), source::format("{:.0f}", most)});
}

}  // namespace shirube::check
