// Columns for a drafted sheet: as few as its lines need, so that few cells have to be merged.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "render/xlsx/draft.h"

namespace shirube::render::xlsx {

struct Grid {
  std::vector<double> edges;  // pixels; edges[i] to edges[i + 1] is column i
  // For each line, for each piece: its first and last column.
  std::vector<std::vector<std::pair<std::uint16_t, std::uint16_t>>> places;
};

// `pixels`: the width of the whole sheet. The line with most pieces gets its columns as they are; the boundaries of the
// others move to columns that are near, unless a piece needs more room than that leaves it.
Grid make_grid(const std::vector<Line>& lines, double pixels);

}  // namespace shirube::render::xlsx
