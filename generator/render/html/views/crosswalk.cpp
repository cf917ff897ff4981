#include "render/html/svg/chart_figure.h"
#include "render/html/svg/mark_matrix.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

MarkMatrix::Mark mark_of(const model::Records& records, const model::CareerPath& path, const model::ExitModel& model) {
  for (const model::CrosswalkRow& row : records.crosswalk) {
    if (row.path.value != path.head.id.value || row.model.value != model.head.id.value) continue;
    return row.strength == model::CrosswalkStrength::main ? MarkMatrix::Mark::main : MarkMatrix::Mark::possible;
  }
  return MarkMatrix::Mark::none;
}

}  // namespace

std::string crosswalk(const model::Records& records, const ViewContext& context) {
  MarkMatrix drawing;
  drawing.title = context.words["crosswalk"];
  drawing.corner = context.words["path"];
  for (const model::ExitModel& model : records.exit_models) drawing.columns.push_back(model.name);
  for (const model::CareerPath& path : records.career_paths) {
    drawing.rows.push_back(path.name);
    auto& marks = drawing.marks.emplace_back();
    for (const model::ExitModel& model : records.exit_models) marks.push_back(mark_of(records, path, model));
  }
  return chart_figure(drawing, context.id, context.words);
}

}  // namespace shirube::render::html
