// The numbers of a chart as an HTML table: the first column names the row.
#pragma once

#include <string>
#include <vector>

namespace shirube::render::html {

struct ChartColumn {
  std::string head;
  bool number = false;
};

// A row that is shorter than the columns is filled up with empty cells. No rows, no table.
std::string chart_table(const std::string& caption, const std::vector<ChartColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows);

}  // namespace shirube::render::html
