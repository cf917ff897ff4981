// Which row belongs to which column, and how strongly: a full mark, a ring, or nothing.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct MarkMatrix {
  enum class Mark { none, possible, main };
  std::string title;
  std::string corner;  // what the rows are: パス
  std::vector<std::string> columns;
  std::vector<std::string> rows;
  std::vector<std::vector<Mark>> marks;  // by row, one for each column
};

std::string refusal(const MarkMatrix& matrix, const Words& words);
std::string draw(const MarkMatrix& matrix, const ChartPlace& place, const Words& words);
std::string sentence(const MarkMatrix& matrix, const Words& words);
std::string table(const MarkMatrix& matrix, const Words& words);

}  // namespace shirube::render::html
