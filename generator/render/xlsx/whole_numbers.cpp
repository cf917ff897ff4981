#include "render/xlsx/whole_numbers.h"

#include <map>

#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

std::vector<Highlight> plan_whole_numbers(const SheetDraft& draft, const Grid& grid) {
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::vector<std::uint32_t>> rows;  // by first and last column
  for (std::size_t row = 0; row < draft.lines.size(); ++row) {
    const auto& pieces = draft.lines[row].pieces;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].format.number_format == styles::any_number) {
        rows[grid.places[row][i]].push_back(static_cast<std::uint32_t>(row));
      }
    }
  }
  std::vector<Highlight> highlights;
  for (const auto& [columns, places] : rows) {
    for (const std::uint32_t row : places) {
      if (!highlights.empty() && highlights.back().area.first_column == columns.first &&
          highlights.back().area.last_row + 1 == row) {
        highlights.back().area.last_row = row;
        continue;
      }
      std::string cell = cell_name(row, columns.first);
      std::erase(cell, '$');
      Highlight highlight;
      highlight.area = {row, columns.first, row, columns.second};
      highlight.formula = source::format("AND(ISNUMBER({0}),ROUND({0},9)=ROUND({0},0))", cell);
      highlight.number_format = styles::whole_number;
      highlights.push_back(std::move(highlight));
    }
  }
  return highlights;
}

}  // namespace shirube::render::xlsx
