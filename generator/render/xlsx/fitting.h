// Holds what the fields of a drafted workbook accept against the room that their cells have.
#pragma once

#include <cstdint>
#include <vector>

#include "render/xlsx/draft.h"
#include "render/xlsx/formulas.h"
#include "render/xlsx/grid.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// When every slot has its place: gives each text field its limit (the author's, else what its cell shows) and rows the
// height that choices and computed texts need. What then does not fit comes back, each field once, at its tightest.
std::vector<Misfit> fit(Draft& draft, const std::vector<Grid>& grids, const Formulas& formulas);

}  // namespace shirube::render::xlsx
