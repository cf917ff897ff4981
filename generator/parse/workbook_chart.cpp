#include "parse/workbook_chart.h"

namespace shirube::parse {

using diagnostic::Sink;

namespace {

model::ChartBlock::Series read_series(const YamlNode& node, model::ChartBlock::Kind kind, Sink& sink) {
  model::ChartBlock::Series series;
  series.range = node.range;
  if (node.kind == YamlNode::Kind::scalar) {
    series.column = {node.text, node.range};
    return series;
  }
  FieldReader reader(node, "series", sink);
  if (auto column = reader.required_id("column")) series.column = *column;
  series.label = reader.plain_text("label");
  if (kind == model::ChartBlock::Kind::scatter) {
    series.table = reader.id("table");
    series.x = reader.id("x");
    using Marks = model::ChartBlock::Marks;
    series.marks = reader.choice<Marks>("as", {{"line", Marks::line}, {"points", Marks::points}}).value_or(Marks::line);
  }
  reader.finish();
  return series;
}

}  // namespace

model::ChartBlock read_workbook_chart(FieldReader& reader) {
  using ChartKind = model::ChartBlock::Kind;
  model::ChartBlock chart;
  chart.kind = reader
                   .choice<ChartKind>("kind", {{"line", ChartKind::line},
                                               {"column", ChartKind::column},
                                               {"bar", ChartKind::bar},
                                               {"scatter", ChartKind::scatter},
                                               {"tornado", ChartKind::tornado},
                                               {"radar", ChartKind::radar}})
                   .value_or(ChartKind::line);
  if (!reader.has("kind")) reader.missing("kind");
  chart.title = reader.required_plain_text("title");
  if (auto table = reader.required_id("table")) chart.table = *table;
  if (auto x = reader.required_id("x")) chart.x = *x;
  const YamlNode* series = reader.node("series");
  for (const YamlNode* node : reader.items("series")) {
    chart.series.push_back(read_series(*node, chart.kind, reader.sink()));
  }
  if (series == nullptr || (series->kind == YamlNode::Kind::sequence && series->items.empty())) {
    reader.missing("series");
  }
  chart.x_title = reader.plain_text("x_title");
  chart.y_title = reader.plain_text("y_title");
  chart.description = reader.plain_text("description");
  if (auto height = reader.integer("height", 8, 22)) chart.height = height->value;
  return chart;
}

}  // namespace shirube::parse
