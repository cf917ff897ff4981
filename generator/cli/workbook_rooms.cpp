#include "cli/workbook_rooms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "graph/parallel.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/room.h"
#include "source/format.h"

namespace shirube::cli {

using diagnostic::Kind;

namespace {

void report(const render::xlsx::Misfit& misfit, diagnostic::Sink& sink) {
  const model::FieldDefinition& field = *misfit.field;
  const auto pixels = [](double width) { return source::format("{:.0f}", width); };
  if (misfit.number) {
    sink.report(Kind::workbook_number_room, field.id.range,
                {field.id.value, std::to_string(misfit.needed), std::to_string(misfit.room), pixels(misfit.pixels),
                 pixels(misfit.needed_pixels), source::format("{}", render::xlsx::least_size)});
    return;
  }
  sink.report(Kind::workbook_room, field.longest ? field.longest->range : field.id.range,
              {field.id.value, std::to_string(misfit.needed), std::to_string(misfit.room),
               std::to_string(misfit.lines), pixels(misfit.pixels), pixels(misfit.needed_pixels)});
}

}  // namespace

void check_rooms(const model::CheckedSite& site, diagnostic::Sink& sink) {
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.site().records.figures.size(); ++i) figures.push_back(site.figure_value(i));
  const auto& workbooks = site.site().workbooks;
  std::vector<std::vector<render::xlsx::Misfit>> misfits(workbooks.size());
  graph::for_each_index(workbooks.size(), [&](std::size_t i) {
    misfits[i] = render::xlsx::find_misfits(workbooks[i], site.site().records, figures);
  });
  for (const auto& of_one : misfits) {
    for (const render::xlsx::Misfit& misfit : of_one) report(misfit, sink);
  }
}

}  // namespace shirube::cli
