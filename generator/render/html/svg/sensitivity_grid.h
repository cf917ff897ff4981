// One result over two inputs, cell by cell, and the line between the cells that reach a threshold and those that do
// not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct SensitivityGrid {
  std::string title;
  std::string result;        // 月次創出粗利
  std::string row_title;     // 粗利率
  std::string column_title;  // 生産性向上率
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<Quantity>> cells;  // one list per row; the text is short enough for a cell: 50.0万
  std::string threshold_label;               // 研修費用
  Quantity threshold;
  bool reached_from_above = true;  // false: a cell reaches the threshold at or below it (回収期間)
  // The cell of the base case.
  std::optional<std::size_t> base_row;
  std::optional<std::size_t> base_column;
};

std::string refusal(const SensitivityGrid& grid, const Words& words);
std::string draw(const SensitivityGrid& grid, const ChartPlace& place, const Words& words);
std::string sentence(const SensitivityGrid& grid, const Words& words);
std::string table(const SensitivityGrid& grid, const Words& words);

bool reaches(const SensitivityGrid& grid, const Quantity& cell);

}  // namespace shirube::render::html
