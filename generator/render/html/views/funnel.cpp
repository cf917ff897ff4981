#include "render/html/svg/funnel_chart.h"

#include "render/html/svg/chart_figure.h"
#include "render/html/views/views.h"
#include "render/html/writer.h"

namespace shirube::render::html {

std::string funnel(const model::Funnel& funnel, const ViewContext& context) {
  FunnelChart drawing;
  drawing.title = funnel.title;
  drawing.unit = funnel.unit;
  for (const model::Funnel::Stage& stage : funnel.stages) {
    FunnelChart::Stage& drawn = drawing.stages.emplace_back();
    drawn.label = stage.label;
    drawn.note = stage.note;
    if (stage.count) drawn.count = stage.count->value;
  }
  Writer writer;
  writer.html(chart_figure(drawing, context.id, context.words));
  if (!funnel.note.empty()) writer.element("p", {{"class", "note"}}, funnel.note);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
