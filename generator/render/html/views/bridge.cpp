#include <string>

#include "model/workbook_source.h"
#include "render/html/svg/bridge_matrix.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/views/measured_words.h"
#include "render/html/views/views.h"
#include "render/html/writer.h"

namespace shirube::render::html {

std::string bridge(const model::Bridge& bridge, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  BridgeMatrix matrix;
  matrix.title = bridge.title;
  matrix.columns = {words["bridge-value"], words["bridge-leading"], words["bridge-results"], words["bridge-logic"],
                    words["bridge-target"]};
  for (const model::BridgeRow& row : bridge.rows) {
    const model::Indicator* leading = model::find_record(records.indicators, row.leading.value);
    std::string results;
    for (const auto& id : row.results) {
      const model::Indicator* result = model::find_record(records.indicators, id.value);
      results += (results.empty() ? "" : words["list-separator"]) + result->label;
    }
    const std::string behaviour =
        row.aspect.empty() ? leading->label : words.with("bridge-aspect", {leading->label, row.aspect});
    // How a step leads to sales is nowhere proved by this table.
    matrix.rows.push_back({row.value, behaviour, results, words.with("bridge-hypothesis", {row.logic}),
                           target_text(*leading->target, words)});
  }
  Writer writer;
  writer.html(chart_figure(matrix, context.id, words));
  if (!bridge.note.empty()) writer.element("p", {{"class", "note"}}, bridge.note);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
