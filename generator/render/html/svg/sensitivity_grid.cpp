#include "render/html/svg/sensitivity_grid.h"

#include <algorithm>
#include <cmath>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr int shades = 4;

bool is_complete(const SensitivityGrid& grid) {
  if (grid.cells.size() != grid.rows.size()) return false;
  if (grid.base_row && *grid.base_row >= grid.rows.size()) return false;
  if (grid.base_column && *grid.base_column >= grid.columns.size()) return false;
  return std::all_of(grid.cells.begin(), grid.cells.end(),
                     [&](const auto& row) { return row.size() == grid.columns.size(); });
}

double widest(const std::vector<std::string>& texts, double size) {
  return lines_width(texts, size);
}

double widest_cell(const SensitivityGrid& grid, double size) {
  double width = widest(grid.columns, size);
  for (const auto& row : grid.cells) {
    for (const Quantity& cell : row) width = std::max(width, text_width(cell.text, size));
  }
  return width;
}

double farthest(const SensitivityGrid& grid) {
  double distance = 0;
  for (const auto& row : grid.cells) {
    for (const Quantity& cell : row) distance = std::max(distance, std::fabs(cell.value - grid.threshold.value));
  }
  return distance;
}

// The farther from the threshold, the stronger.
std::string shade(const SensitivityGrid& grid, const Quantity& cell, double most) {
  const double distance = most > 0 ? std::fabs(cell.value - grid.threshold.value) / most : 0;
  const int strength = std::clamp(static_cast<int>(std::ceil(distance * shades - 1e-9)), 1, shades);
  return source::format("cell {}-{}", reaches(grid, cell) ? "reached" : "short", strength);
}

struct Sketch {
  const SensitivityGrid& grid;
  double left;
  double top;
  double cell_width;
  double cell_height;
  double size;

  Area cell(std::size_t row, std::size_t column) const {
    const double x = left + cell_width * static_cast<double>(column);
    const double y = top + cell_height * static_cast<double>(row);
    return {x, y, x + cell_width, y + cell_height};
  }
};

void draw_cells(Pen& pen, const Sketch& sketch) {
  const SensitivityGrid& grid = sketch.grid;
  const double most = farthest(grid);
  const double down = sketch.cell_height / 2 + sketch.size * 0.35;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    const Area first = sketch.cell(row, 0);
    pen.text("tick", {sketch.left - 8, first.top + down}, Anchor::end, sketch.size, grid.rows[row]);
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const Area area = sketch.cell(row, column);
      const Quantity& cell = grid.cells[row][column];
      pen.rect(shade(grid, cell, most), grown(area, -1), 3);
      pen.text(reaches(grid, cell) ? "cell-value is-reached" : "cell-value", {area.centre().x, area.top + down},
               Anchor::middle, sketch.size, cell.text);
    }
  }
}

// Along every edge between a cell that reaches the threshold and one that does not.
void draw_border(Pen& pen, const Sketch& sketch) {
  const SensitivityGrid& grid = sketch.grid;
  std::string commands;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const bool here = reaches(grid, grid.cells[row][column]);
      const Area area = sketch.cell(row, column);
      if (column + 1 < grid.columns.size() && reaches(grid, grid.cells[row][column + 1]) != here) {
        commands += move_to({area.right, area.top}) + line_to({area.right, area.bottom});
      }
      if (row + 1 < grid.rows.size() && reaches(grid, grid.cells[row + 1][column]) != here) {
        commands += move_to({area.left, area.bottom}) + line_to({area.right, area.bottom});
      }
    }
  }
  if (!commands.empty()) pen.path("border-halo", commands), pen.path("border", commands);
}

struct Key {
  std::string_view css_class;
  std::string text;
};

std::vector<Key> keys(const SensitivityGrid& grid, const Words& words) {
  std::vector<Key> all = {{"cell reached-3", words.with("grid-reached", {grid.threshold_label})},
                          {"cell short-3", words.with("grid-short", {grid.threshold_label})}};
  if (grid.base_row && grid.base_column) all.push_back({"base-cell", words["grid-base"]});
  return all;
}

// Draws the keys if there is a pen, and says how high they are.
double keys_below(Pen* pen, const std::vector<Key>& all, Point corner, double width, double size) {
  Point at = corner;
  for (const Key& key : all) {
    const double needed = 24 + text_width(key.text, size);
    if (at.x > corner.x && at.x + needed > width) at = {corner.x, at.y + size * 1.7};
    if (pen != nullptr) {
      pen->rect(key.css_class, {at.x + 1, at.y, at.x + 18, at.y + 13}, 2);
      pen->text("label", {at.x + 24, at.y + 7 + size * 0.35}, Anchor::start, size, key.text);
    }
    at.x += needed + 18;
  }
  return at.y + size * 1.7 - corner.y;
}

std::string joined(const std::vector<std::string>& texts, const Words& words) {
  std::string text;
  for (const std::string& each : texts) text += (text.empty() ? "" : words["list-separator"]) + each;
  return text;
}

}  // namespace

bool reaches(const SensitivityGrid& grid, const Quantity& cell) {
  const double tolerance = 1e-9 * std::fabs(grid.threshold.value);
  return grid.reached_from_above ? cell.value >= grid.threshold.value - tolerance
                                 : cell.value <= grid.threshold.value + tolerance;
}

std::string refusal(const SensitivityGrid& grid, const Words& words) {
  Refusal objection(words);
  objection.needs_some(grid.rows.size()).needs_some(grid.columns.size()).fits(is_complete(grid));
  objection.allows(grid.rows.size(), most_rows).allows(grid.columns.size(), most_rows).drawable(grid.threshold);
  for (const auto& row : grid.cells) {
    for (const Quantity& cell : row) objection.drawable(cell);
  }
  return std::move(objection).take();
}

std::string draw(const SensitivityGrid& grid, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  const auto columns = static_cast<double>(grid.columns.size());
  const double left = widest(grid.rows, size) + 12;
  const double cell_width = std::max(widest_cell(grid, size) + 8, std::min((sheet.width - left) / columns, 84.0));
  const double head = size * 4.6;
  const Sketch sketch{grid, left, head, cell_width, sheet.phone ? 34.0 : 36.0, size};
  const Area last = sketch.cell(grid.rows.size() - 1, grid.columns.size() - 1);
  const std::string threshold = grid.threshold_label + " " + grid.threshold.text;
  const double width = std::max({last.right + 1, text_width(grid.row_title, size) + 8,
                                 left + text_width(grid.column_title, size), sheet.phone ? sheet.width : 0.0});
  const std::vector<Key> all_keys = keys(grid, words);
  const double keys_height = keys_below(nullptr, all_keys, {0, 0}, width, size);
  double widest_key = 0;
  for (const Key& key : all_keys) widest_key = std::max(widest_key, 24 + text_width(key.text, size));

  Writer writer;
  open_drawing(writer, {place.id, grid.title, sentence(grid, words), "chart-drawing sensitivity",
                        std::max(width, widest_key), last.bottom + 14 + keys_height});
  Pen pen(writer);
  pen.text("axis-title", {left, size}, Anchor::start, size, grid.column_title + " →");
  pen.text("axis-title", {0, head - size * 2.2}, Anchor::start, size, grid.row_title + " ↓");
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    pen.text("tick", {sketch.cell(0, i).centre().x, head - size * 0.6}, Anchor::middle, size, grid.columns[i]);
  }
  draw_cells(pen, sketch);
  draw_border(pen, sketch);
  if (grid.base_row && grid.base_column) {
    pen.rect("base-cell", grown(sketch.cell(*grid.base_row, *grid.base_column), -3), 3);
  }
  keys_below(&pen, all_keys, {0, last.bottom + 14}, width, size);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const SensitivityGrid& grid, const Words& words) {
  std::size_t reached = 0;
  std::size_t all = 0;
  std::string rows;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), grid.cells.size()); ++row) {
    std::vector<std::string> at;
    const std::size_t columns = std::min(grid.columns.size(), grid.cells[row].size());
    for (std::size_t column = 0; column < columns; ++column) {
      if (reaches(grid, grid.cells[row][column])) at.push_back(grid.columns[column]);
    }
    reached += at.size();
    all += columns;
    if (at.empty()) {
      rows += words.with("grid-row-none", {grid.row_title, grid.rows[row]});
    } else if (at.size() == columns) {
      rows += words.with("grid-row-all", {grid.row_title, grid.rows[row]});
    } else {
      rows += words.with("grid-row-some", {grid.row_title, grid.rows[row], grid.column_title, joined(at, words)});
    }
  }
  return words.with("grid-sentence", {grid.row_title, grid.column_title, grid.result, grid.threshold_label,
                                      grid.threshold.text, std::to_string(all), std::to_string(reached)}) +
         rows;
}

std::string table(const SensitivityGrid& grid, const Words& words) {
  std::vector<ChartColumn> columns = {{words.with("grid-corner", {grid.row_title, grid.column_title})}};
  for (const std::string& column : grid.columns) columns.push_back({column, true});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), grid.cells.size()); ++row) {
    std::vector<std::string> texts = {grid.rows[row]};
    for (const Quantity& cell : grid.cells[row]) {
      texts.push_back(reaches(grid, cell) ? words.with("grid-cell", {cell.text, words["chart-reached"]}) : cell.text);
    }
    rows.push_back(std::move(texts));
  }
  return chart_table(grid.title, columns, rows);
}

}  // namespace shirube::render::html
