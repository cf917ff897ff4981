#include "render/html/svg/bridge_matrix.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

constexpr double page_width = 720;
constexpr double padding = 10;
constexpr double column_gap = 24;
constexpr double row_gap = 14;

bool is_complete(const BridgeMatrix& matrix) {
  return std::all_of(matrix.rows.begin(), matrix.rows.end(),
                     [&](const auto& row) { return row.size() == matrix.columns.size(); });
}

std::string look(const BridgeMatrix& matrix, std::size_t column) {
  if (column == 0) return "box is-origin";
  return column + 1 == matrix.columns.size() ? "box is-target" : "box";
}

void draw_arrow(Pen& pen, Point from, Point to) {
  pen.line("arrow", from, to);
  pen.tip("arrow-head", from, to);
}

// The columns side by side, their names above them.
class PagePlan {
 public:
  explicit PagePlan(const BridgeMatrix& matrix) : matrix_(matrix) {
    const auto columns = static_cast<double>(matrix.columns.size());
    column_ = std::max((page_width - 2 - column_gap * (columns - 1)) / columns, 100.0);
    double lines = 0;
    for (const std::string& name : matrix.columns) {
      heads_.push_back(wrapped(name, column_, size_, 2));
      lines = std::max(lines, lines_height(heads_.back(), size_));
    }
    double top = lines + 16;
    head_ = top;
    for (const auto& row : matrix.rows) {
      double height = 0;
      for (const std::string& text : row) {
        height = std::max(height, lines_height(wrapped(text, column_ - 2 * padding, size_, 8), size_) + 2 * padding);
      }
      rows_.push_back({top, height});
      top += height + row_gap;
    }
    height_ = top - row_gap + 2;
    width_ = (column_ + column_gap) * columns - column_gap + 2;
  }
  double width() const { return width_; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      const double left = left_of(column);
      draw_label(pen, "layer-name", heads_[column], {left, 0, left + column_, head_}, Anchor::start, size_);
      pen.line("rule strong", {left, head_ - 8}, {left + column_, head_ - 8});
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) draw_cell(pen, row, column);
    }
  }

 private:
  struct Span {
    double top;
    double height;
  };
  double left_of(std::size_t column) const { return 1 + (column_ + column_gap) * static_cast<double>(column); }

  void draw_cell(Pen& pen, std::size_t row, std::size_t column) const {
    const Span span = rows_[row];
    const double left = left_of(column);
    const Area box{left, span.top, left + column_, span.top + span.height};
    pen.rect(look(matrix_, column), box, 6);
    const auto lines = wrapped(matrix_.rows[row][column], column_ - 2 * padding, size_, 8);
    const double top = box.centre().y - lines_height(lines, size_) / 2 + size_ * 0.1;
    draw_label(pen, column == 0 || column + 1 == matrix_.columns.size() ? "box-label" : "label", lines,
               {left + padding, top, left + column_ - padding, top}, Anchor::start, size_);
    if (column > 0) {
      draw_arrow(pen, {left - column_gap + 3, box.centre().y}, {left - 2, box.centre().y});
    }
  }

  const BridgeMatrix& matrix_;
  double size_ = sheet_for(DrawnFor::page).text;
  double column_ = 0;
  double head_ = 0;
  double width_ = 0;
  double height_ = 0;
  std::vector<std::vector<std::string>> heads_;
  std::vector<Span> rows_;
};

// Every row below each other, with the name of the column in each box.
class PhonePlan {
 public:
  explicit PhonePlan(const BridgeMatrix& matrix) : matrix_(matrix) {
    double top = 1;
    for (const auto& row : matrix.rows) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        const Cell cell{wrapped(matrix.columns[column], inner(), size_ - 0.5, 2),
                        wrapped(row[column], inner(), size_, 8), top};
        top += height(cell) + down_gap;
        cells_.push_back(cell);
      }
      top += row_gap;
    }
    height_ = top - row_gap - down_gap + 1;
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const std::size_t column = i % matrix_.columns.size();
      const Cell& cell = cells_[i];
      const Area box{1, cell.top, sheet_.width - 1, cell.top + height(cell)};
      pen.rect(look(matrix_, column), box, 6);
      double top = cell.top + padding - 2;
      draw_label(pen, "box-detail", cell.name, {box.left + padding, top, box.right, top}, Anchor::start, size_ - 0.5);
      top += lines_height(cell.name, size_ - 0.5) + 1;
      draw_label(pen, column == 0 || column + 1 == matrix_.columns.size() ? "box-label" : "label", cell.text,
                 {box.left + padding, top, box.right, top}, Anchor::start, size_);
      if (column > 0) draw_arrow(pen, {28, box.top - down_gap + 2}, {28, box.top - 2});
    }
  }

 private:
  static constexpr double down_gap = 16;
  struct Cell {
    std::vector<std::string> name;
    std::vector<std::string> text;
    double top;
  };
  double inner() const { return sheet_.width - 2 - 2 * padding; }
  double height(const Cell& cell) const {
    return lines_height(cell.name, size_ - 0.5) + lines_height(cell.text, size_) + 2 * padding - 3;
  }

  const BridgeMatrix& matrix_;
  Sheet sheet_ = sheet_for(DrawnFor::phone);
  double size_ = sheet_.text;
  double height_ = 0;
  std::vector<Cell> cells_;
};

template <typename Plan>
std::string drawn(const BridgeMatrix& matrix, const ChartPlace& place, const Words& words) {
  const Plan plan(matrix);
  Writer writer;
  open_drawing(writer,
               {place.id, matrix.title, sentence(matrix, words), "chart-drawing bridge", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

}  // namespace

std::string refusal(const BridgeMatrix& matrix, const Words& words) {
  Refusal objection(words);
  objection.needs_some(matrix.rows.size()).needs_some(matrix.columns.size()).allows(matrix.rows.size(), most_rows);
  objection.allows(matrix.columns.size(), most_layers).fits(is_complete(matrix));
  return std::move(objection).take();
}

std::string draw(const BridgeMatrix& matrix, const ChartPlace& place, const Words& words) {
  return place.drawn_for == DrawnFor::phone ? drawn<PhonePlan>(matrix, place, words)
                                            : drawn<PagePlan>(matrix, place, words);
}

std::string sentence(const BridgeMatrix& matrix, const Words& words) {
  std::string columns;
  for (const std::string& column : matrix.columns) columns += (columns.empty() ? "" : words["bridge-arrow"]) + column;
  std::string text = words.with("bridge-sentence", {columns, std::to_string(matrix.rows.size())});
  for (const auto& row : matrix.rows) {
    std::string cells;
    for (const std::string& cell : row) cells += (cells.empty() ? "" : words["bridge-arrow"]) + cell;
    text += words.with("chart-sentence", {cells});
  }
  return text;
}

std::string table(const BridgeMatrix& matrix, const Words&) {
  std::vector<ChartColumn> columns;
  for (const std::string& column : matrix.columns) columns.push_back({column});
  return chart_table(matrix.title, columns, matrix.rows);
}

}  // namespace shirube::render::html
