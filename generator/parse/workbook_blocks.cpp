#include "expression/parse.h"
#include "model/fields/blocks.h"
#include "parse/read_fields.h"
#include "parse/workbook_hooks.h"

namespace shirube::parse {

using diagnostic::Kind;
using diagnostic::Sink;

// ---- forms ----

// A block is due by a stage, by something that exists, or when it has been begun: the last goes with neither.
bool settle(FieldReader& fields, model::FormBlock& form, bool usable) {
  const model::Due& due = form.due;
  if (form.optional && (due.stage || due.exists)) {
    const auto& given = due.stage ? *due.stage : *due.exists;
    fields.sink().report(Kind::workbook_useless, given.range, {due.stage ? "stage" : "exists", form.id.value});
  }
  if (form.fields.empty() && !form.record) fields.missing("fields");
  return usable;
}

// ---- tables ----

namespace {

// The formula after the `=` of the scalar.
std::optional<expression::Expression> read_cell_formula(const YamlNode& node, Sink& sink) {
  if (node.kind != YamlNode::Kind::scalar) return std::nullopt;
  if (node.made) return expression::parse_made(std::string_view(node.text).substr(1), node.range, sink);
  const std::uint32_t begin = node.range.begin + 1 + (node.quoted ? 1 : 0);
  return expression::parse(std::string_view(node.text).substr(1), node.range.file, begin, sink);
}

model::Row read_row(const YamlNode& node, Sink& sink) {
  model::Row row;
  row.range = node.range;
  FieldReader reader(node, "row", sink);
  for (const YamlEntry& entry : node.entries) {
    auto text = reader.text(entry.key);
    if (!text) continue;
    model::RowCell cell;
    cell.column = {entry.key, entry.key_range};
    cell.text = *text;
    if (text->value.starts_with("=")) cell.formula = read_cell_formula(entry.value, sink);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

// A number of empty rows, a list of rows, or where they come from.
void read_rows(FieldReader& table, model::RowSource& rows) {
  const YamlNode* node = table.node("rows");
  if (node == nullptr) return table.missing("rows");
  rows.range = node->range;
  if (node->kind == YamlNode::Kind::scalar) {
    if (const auto count = table.integer("rows", 1, model::most_rows)) rows.count = count->value;
  } else if (node->kind == YamlNode::Kind::sequence) {
    rows.kind = model::RowSource::Kind::written;
    for (const YamlNode& item : node->items) rows.rows.push_back(read_row(item, table.sink()));
  } else {
    FieldReader inner(*node, "rows", table.sink());
    read_struct(inner, rows);
  }
}

void check_row(const model::TableBlock& table, const model::Row& row, Sink& sink) {
  for (const model::RowCell& cell : row.cells) {
    for (const model::FieldDefinition& column : table.columns) {
      if (column.id.value == cell.column.value && !cell.formula) check_workbook_value(column, cell.text, sink);
    }
  }
}

}  // namespace

bool settle(FieldReader& fields, model::RowSource& rows, bool usable) {
  using Source = model::RowSource::Kind;
  if (rows.kind == Source::written) {
    for (const YamlNode* item : fields.items("written")) rows.rows.push_back(read_row(*item, fields.sink()));
  }
  if (rows.kind == Source::objectives) rows.filter = fields.required_word("level").value_or(rows.filter);
  if (rows.kind == Source::risks || rows.kind == Source::phases) {
    rows.filter = fields.required_id("plan").value_or(rows.filter);
  }
  if (rows.kind == Source::survey) rows.filter = fields.required_id("pilot").value_or(rows.filter);
  if (rows.kind == Source::indicators) rows.ids = fields.ids("ids");
  if (const auto spare = fields.integer("spare", 0, model::most_rows)) rows.count = spare->value;
  return usable;
}

bool settle(FieldReader& fields, model::TableBlock& table, bool usable) {
  read_rows(fields, table.rows);
  for (const model::Row& row : table.rows.rows) check_row(table, row, fields.sink());
  if (const YamlNode* total = fields.node("total")) {
    FieldReader inner(*total, "total", fields.sink());
    read_struct(inner, table.total.emplace());
  }
  return usable;
}

// ---- calculations ----

bool settle(FieldReader& fields, model::CalculationBlock& calculation, bool usable) {
  for (const model::FieldDefinition& line : calculation.fields) {
    if (line.formula || line.from) continue;
    fields.sink().report(Kind::workbook_line_without_formula, line.range, {line.id.value});
  }
  return usable;
}

bool settle(FieldReader& fields, model::ModelBlock& block, bool usable) {
  if (block.part.value != model::ModelBlock::Part::values) return usable;
  if (auto choices = fields.required_id("choices")) block.choices = std::move(*choices);
  return usable;
}

// ---- charts ----

namespace {

model::ChartBlock::Series read_series(const YamlNode& node, model::ChartBlock::Kind kind, Sink& sink) {
  model::ChartBlock::Series series;
  if (node.kind == YamlNode::Kind::scalar) {
    series.range = node.range;
    series.column = {node.text, node.range};
    return series;
  }
  FieldReader fields(node, "series", sink);
  read_fields(fields, series);
  if (kind == model::ChartBlock::Kind::scatter) {
    series.table = fields.id("table");
    series.x = fields.id("x");
    read_value(fields, FieldFacts{.key = "as"}, series.marks);
  }
  fields.finish();
  return series;
}

}  // namespace

bool settle(FieldReader& fields, model::ChartBlock& chart, bool usable) {
  const YamlNode* series = fields.node("series");
  for (const YamlNode* node : fields.items("series")) {
    chart.series.push_back(read_series(*node, chart.kind, fields.sink()));
  }
  if (series == nullptr || (series->kind == YamlNode::Kind::sequence && series->items.empty())) {
    fields.missing("series");
  }
  return usable;
}

// ---- changes ----

bool settle(FieldReader& fields, model::ChangesBlock::Entry& entry, bool usable) {
  if (!check_version(entry.version, fields.sink())) entry.version = {};
  return usable;
}

}  // namespace shirube::parse
