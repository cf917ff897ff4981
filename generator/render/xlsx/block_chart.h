// What a chart block becomes once every cell has its place.
#pragma once

#include <optional>

#include "render/xlsx/draft.h"
#include "render/xlsx/drafting.h"
#include "render/xlsx/formulas.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// Without its place and size. Nothing if none of its columns has cells: then records are not there yet.
// On a hidden sheet, for the series that are computed: their numbers, and #N/A where there is none. After the sheets
// that the author wrote.
void draft_chart_values(Drafting& drafting);

std::optional<ChartPlan> plan_chart(const ChartDraft& chart, const Drafting& drafting, Formulas& formulas);

}  // namespace shirube::render::xlsx
