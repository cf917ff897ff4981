#include "render/xlsx/whole_numbers.h"

#include <map>
#include <tuple>

#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

std::vector<Highlight> plan_whole_numbers(const SheetDraft& draft, const Grid& grid) {
  // By first and last column, and the format of whole numbers there.
  std::map<std::tuple<std::uint16_t, std::uint16_t, std::string>, std::vector<std::uint32_t>> rows;
  for (std::size_t row = 0; row < draft.lines.size(); ++row) {
    const auto& pieces = draft.lines[row].pieces;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      std::string whole = styles::whole_format(pieces[i].format.number_format);
      if (whole.empty()) continue;
      const auto [first, last] = grid.places[row][i];
      rows[{first, last, std::move(whole)}].push_back(static_cast<std::uint32_t>(row));
    }
  }
  std::vector<Highlight> highlights;
  for (const auto& [key, places] : rows) {
    const auto& [first, last, format] = key;
    const int percent = format.ends_with('%') ? 2 : 0;  // 0.4 is 40 %
    for (const std::uint32_t row : places) {
      if (row != places.front() && highlights.back().area.last_row + 1 == row) {
        highlights.back().area.last_row = row;
        continue;
      }
      std::string cell = cell_name(row, first);
      std::erase(cell, '$');
      Highlight highlight;
      highlight.area = {row, first, row, last};
      highlight.formula = source::format("AND(ISNUMBER({0}),ROUND({0},{1})=ROUND({0},{2}))", cell, 9 + percent, percent);
      highlight.number_format = format;
      highlights.push_back(std::move(highlight));
    }
  }
  return highlights;
}

}  // namespace shirube::render::xlsx
