#include <string>

#include "render/html/svg/chart_figure.h"
#include "render/html/svg/heat_grid.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string risk_table(const model::RiskTableView& view, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  HeatGrid grid{words["heat-grid"], {}};
  for (const model::Risk& risk : records.risks) {
    if (risk.plan.value != view.plan.value || !risk.probability || !risk.impact) continue;
    grid.risks.push_back({risk.title, risk.probability->value, risk.impact->value});
  }
  if (view.grid && !grid.risks.empty()) writer.html(chart_figure(grid, context.id + "-grid", words));
  open_record_table(writer, "risk-table", context.id, words["risk-table"],
                    {words["risk"], words["sign"], words["response"], words["owner"], words["assessment"]});
  for (const model::Risk& risk : records.risks) {
    if (risk.plan.value != view.plan.value) continue;
    open_record_row(writer, risk.title, risk.head.origin, words);
    writer.close().element("td", {{"data-head", words["sign"]}}, risk.sign);
    writer.element("td", {{"data-head", words["response"]}}, risk.response);
    writer.element("td", {{"data-head", words["owner"]}}, risk.owner);
    writer.open("td", {{"class", "short"}, {"data-head", words["assessment"]}});
    if (risk.probability && risk.impact) {
      const std::int64_t product = risk.probability->value * risk.impact->value;
      static constexpr const char* looks[] = {"grade grade-low", "grade grade-middle", "grade grade-high"};
      writer.open("span", {{"class", looks[static_cast<std::size_t>(heat_grade(product))]}});
      writer.text(std::to_string(product)).close();
      writer.element("span", {{"class", "note"}},
                     words.with("probability-and-impact",
                                {std::to_string(risk.probability->value), std::to_string(risk.impact->value)}));
    } else {
      writer.element("span", {{"class", "nothing"}}, words["not-assessed"]);
    }
    writer.close().close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
