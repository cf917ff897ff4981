#include "render/html/svg/heat_grid.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "render/html/svg/text_size.h"

namespace shirube::render::html {
namespace {

constexpr double radius = 11;

struct Look {
  std::string_view css_class;
  std::string_view word;
};

const Look& look(HeatGrade grade) {
  static constexpr Look looks[] = {{"heat is-low", "heat-low"},
                                   {"heat is-middle", "heat-middle"},
                                   {"heat is-high", "heat-high"}};  // in the order of HeatGrade
  return looks[static_cast<std::size_t>(grade)];
}

bool is_level(std::int64_t level) {
  return level >= 1 && level <= most_heat;
}

class HeatPlan {
 public:
  HeatPlan(const HeatGrid& grid, DrawnFor drawn_for, const Words& words)
      : grid_(grid), words_(words), sheet_(sheet_for(drawn_for)) {
    const double size = sheet_.text;
    const double head = lines_height({words["heat-probability"]}, size) + 6;
    const double levels = 20;
    cell_width_ = std::min(sheet_.width - 2 - levels, sheet_.phone ? 320.0 : 480.0) / most_heat;
    // Numbers of one cell are in rows; the highest pile of all decides how high the cells are.
    per_row_ = std::max<std::size_t>(1, static_cast<std::size_t>((cell_width_ - 8) / (2 * radius + 4)));
    std::size_t most = 1;
    for (const HeatGrid::Risk& risk : grid.risks) most = std::max(most, mates(risk));
    cell_height_ = std::max(44.0, static_cast<double>((most - 1) / per_row_ + 1) * (2 * radius + 4) + size + 6);
    plot_ = {1 + levels, head, 1 + levels + cell_width_ * most_heat, head + cell_height_ * most_heat};
    double top = plot_.bottom + 2 * size + 16;
    for (std::size_t i = 0; i < grid.risks.size(); ++i) {
      names_.push_back(wrapped(grid.risks[i].label, sheet_.width - 2 - 2 * radius - 8, size, 2));
      name_tops_.push_back(top);
      top += std::max(lines_height(names_.back(), size), 2 * radius) + 6;
    }
    height_ = top;
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    const double size = sheet_.text;
    draw_label(pen, "axis-title", {words_["heat-probability"]}, {1, 1, sheet_.width, 1}, Anchor::start, size);
    for (std::int64_t probability = 1; probability <= most_heat; ++probability) {
      for (std::int64_t impact = 1; impact <= most_heat; ++impact) {
        const Area cell = cell_of(probability, impact);
        pen.rect(look(heat_grade(probability * impact)).css_class, cell);
        pen.text("heat-product", {cell.right - 4, cell.bottom - 4}, Anchor::end, 11,
                 std::to_string(probability * impact));
      }
      const std::string level = std::to_string(probability);
      const Area row = cell_of(probability, 1);
      pen.text("tick", {plot_.left - 8, row.centre().y + size * 0.35}, Anchor::end, size, level);
      const Area column = cell_of(1, probability);
      pen.text("tick", {column.centre().x, plot_.bottom + size + 4}, Anchor::middle, size, level);
    }
    pen.text("axis-title", {plot_.right, plot_.bottom + 2 * size + 8}, Anchor::end, size, words_["heat-impact"]);
    for (std::size_t i = 0; i < grid_.risks.size(); ++i) draw_risk(pen, i);
  }

 private:
  // How many are in the same cell.
  std::size_t mates(const HeatGrid::Risk& risk) const {
    return static_cast<std::size_t>(std::count_if(grid_.risks.begin(), grid_.risks.end(), [&](const auto& other) {
      return other.probability == risk.probability && other.impact == risk.impact;
    }));
  }

  Area cell_of(std::int64_t probability, std::int64_t impact) const {
    const double left = plot_.left + cell_width_ * static_cast<double>(impact - 1);
    const double top = plot_.top + cell_height_ * static_cast<double>(most_heat - probability);
    return {left, top, left + cell_width_, top + cell_height_};
  }

  void draw_risk(Pen& pen, std::size_t index) const {
    const HeatGrid::Risk& risk = grid_.risks[index];
    std::size_t place = 0;
    for (std::size_t i = 0; i < index; ++i) {
      place += grid_.risks[i].probability == risk.probability && grid_.risks[i].impact == risk.impact ? 1 : 0;
    }
    const Area cell = cell_of(risk.probability, risk.impact);
    const double step = 2 * radius + 4;
    const Point centre = {cell.left + 5 + radius + static_cast<double>(place % per_row_) * step,
                          cell.top + 4 + radius + static_cast<double>(place / per_row_) * step};
    const Point below = {1 + radius, name_tops_[index] + radius};
    for (const Point at : {centre, below}) {
      pen.circle("heat-mark", at, radius);
      pen.text("heat-mark-number", {at.x, at.y + sheet_.text * 0.35}, Anchor::middle, sheet_.text,
               std::to_string(index + 1));
    }
    const double top = below.y - lines_height(names_[index], sheet_.text) / 2;
    draw_label(pen, "label", names_[index], {2 * radius + 9, top, sheet_.width - 1, top}, Anchor::start, sheet_.text);
  }

  const HeatGrid& grid_;
  const Words& words_;
  Sheet sheet_;
  Area plot_;
  double cell_width_ = 0;
  double cell_height_ = 0;
  double height_ = 0;
  std::size_t per_row_ = 1;
  std::vector<std::vector<std::string>> names_;
  std::vector<double> name_tops_;
};

std::string level_text(const HeatGrid::Risk& risk, const Words& words) {
  return words.with("heat-level", {std::to_string(risk.probability), std::to_string(risk.impact)});
}

}  // namespace

HeatGrade heat_grade(std::int64_t product) {
  constexpr std::int64_t least_high = 15;
  constexpr std::int64_t least_middle = 6;
  return product >= least_high ? HeatGrade::high : product >= least_middle ? HeatGrade::middle : HeatGrade::low;
}

std::string refusal(const HeatGrid& grid, const Words& words) {
  Refusal objection(words);
  objection.needs_some(grid.risks.size()).allows(grid.risks.size(), most_rows);
  for (const HeatGrid::Risk& risk : grid.risks) objection.fits(is_level(risk.probability) && is_level(risk.impact));
  return std::move(objection).take();
}

std::string draw(const HeatGrid& grid, const ChartPlace& place, const Words& words) {
  const HeatPlan plan(grid, place.drawn_for, words);
  Writer writer;
  open_drawing(writer,
               {place.id, grid.title, sentence(grid, words), "chart-drawing heat-grid", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const HeatGrid& grid, const Words& words) {
  std::string text = words.with("heat-sentence", {std::to_string(grid.risks.size())});
  for (const HeatGrid::Risk& risk : grid.risks) text += words.with("chart-is", {risk.label, level_text(risk, words)});
  return text;
}

std::string table(const HeatGrid& grid, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < grid.risks.size(); ++i) {
    const HeatGrid::Risk& risk = grid.risks[i];
    rows.push_back({std::to_string(i + 1), risk.label, std::to_string(risk.probability), std::to_string(risk.impact),
                    words[look(heat_grade(risk.probability * risk.impact)).word]});
  }
  return chart_table(grid.title,
                     {{words["heat-number"], true},
                      {words["risk"]},
                      {words["heat-probability"], true},
                      {words["heat-impact"], true},
                      {words["heat-grade"]}},
                     rows);
}

}  // namespace shirube::render::html
