#include "render/html/svg/chart_table.h"

#include "render/html/writer.h"

namespace shirube::render::html {

std::string chart_table(const std::string& caption, const std::vector<ChartColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty() || columns.empty()) return {};
  Writer writer;
  writer.open("div", {{"class", "table-frame"}, {"role", "group"}, {"aria-label", caption}, {"tabindex", "0"}});
  writer.open("table", {{"class", "records chart-table"}}).open("thead").open("tr");
  for (const ChartColumn& column : columns) {
    writer.element("th", {{"scope", "col"}, {"class", column.number ? "number" : "text"}}, column.head);
  }
  writer.close().close().open("tbody");
  for (const auto& row : rows) {
    writer.open("tr");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string text = i < row.size() ? row[i] : std::string();
      if (i == 0) {
        writer.element("th", {{"scope", "row"}}, text);
      } else {
        writer.element("td", {{"class", columns[i].number ? "number" : "text"}}, text);
      }
    }
    writer.close();
  }
  writer.close().close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
