#include "render/html/svg/mark_matrix.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "render/html/svg/text_size.h"

namespace shirube::render::html {
namespace {

using Mark = MarkMatrix::Mark;

constexpr double padding = 8;
constexpr double radius = 8;

bool is_complete(const MarkMatrix& matrix) {
  return matrix.marks.size() == matrix.rows.size() &&
         std::all_of(matrix.marks.begin(), matrix.marks.end(),
                     [&](const auto& row) { return row.size() == matrix.columns.size(); });
}

// Names of the rows at the left, those of the columns above, a mark in the middle of its cell.
class MatrixPlan {
 public:
  MatrixPlan(const MarkMatrix& matrix, DrawnFor drawn_for) : matrix_(matrix), sheet_(sheet_for(drawn_for)) {
    const double inner = sheet_.width - 2;
    names_ = inner * (sheet_.phone ? 0.3 : 0.25);
    column_ = (inner - names_) / static_cast<double>(matrix.columns.size());
    for (const std::string& name : matrix.columns) {
      heads_.push_back(wrapped(name, column_ - padding, sheet_.text, 4));
      head_ = std::max(head_, lines_height(heads_.back(), sheet_.text) + 2 * padding);
    }
    double top = head_ + 1;
    for (const std::string& name : matrix.rows) {
      labels_.push_back(wrapped(name, names_ - padding, sheet_.text, 4));
      const double height = std::max(lines_height(labels_.back(), sheet_.text), 2 * radius) + 2 * padding;
      rows_.push_back({1, top, 1 + inner, top + height});
      top += height;
    }
    height_ = top + 1;
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const double left = left_of(i);
      const double top = head_ - padding - lines_height(heads_[i], sheet_.text);
      draw_label(pen, "layer-name", heads_[i], {left, top, left + column_, head_}, Anchor::middle, sheet_.text);
    }
    pen.line("rule strong", {1, head_}, {sheet_.width - 1, head_});
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const Area& area = rows_[row];
      const double top = area.centre().y - lines_height(labels_[row], sheet_.text) / 2;
      draw_label(pen, "box-label", labels_[row], {area.left, top, area.left + names_, area.bottom}, Anchor::start,
                 sheet_.text);
      for (std::size_t column = 0; column < heads_.size(); ++column) {
        draw_mark(pen, matrix_.marks[row][column], {left_of(column) + column_ / 2, area.centre().y});
      }
      pen.line("rule", {1, area.bottom}, {sheet_.width - 1, area.bottom});
    }
  }

 private:
  double left_of(std::size_t column) const { return 1 + names_ + column_ * static_cast<double>(column); }

  // A ring, and for the main mark a dot in it: they differ without colour.
  static void draw_mark(Pen& pen, Mark mark, Point centre) {
    if (mark == Mark::none) return;
    pen.circle("crosswalk-ring", centre, radius);
    if (mark == Mark::main) pen.circle("crosswalk-dot", centre, radius - 3);
  }

  const MarkMatrix& matrix_;
  Sheet sheet_;
  double names_ = 0;
  double column_ = 0;
  double head_ = 0;
  double height_ = 0;
  std::vector<std::vector<std::string>> heads_;
  std::vector<std::vector<std::string>> labels_;
  std::vector<Area> rows_;
};

std::string_view mark_word(Mark mark) {
  switch (mark) {
    case Mark::main:
      return "crosswalk-main";
    case Mark::possible:
      return "crosswalk-possible";
    case Mark::none:
      break;
  }
  return "crosswalk-none";
}

}  // namespace

std::string refusal(const MarkMatrix& matrix, const Words& words) {
  Refusal objection(words);
  objection.needs_some(matrix.rows.size()).needs_some(matrix.columns.size()).allows(matrix.rows.size(), most_rows);
  objection.allows(matrix.columns.size(), most_layers).fits(is_complete(matrix));
  return std::move(objection).take();
}

std::string draw(const MarkMatrix& matrix, const ChartPlace& place, const Words& words) {
  const MatrixPlan plan(matrix, place.drawn_for);
  Writer writer;
  open_drawing(writer, {place.id, matrix.title, sentence(matrix, words), "chart-drawing mark-matrix", plan.width(),
                        plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const MarkMatrix& matrix, const Words& words) {
  std::string text = words["crosswalk-sentence"];
  for (std::size_t row = 0; row < matrix.rows.size() && row < matrix.marks.size(); ++row) {
    std::string marks;
    for (std::size_t i = 0; i < matrix.columns.size() && i < matrix.marks[row].size(); ++i) {
      if (matrix.marks[row][i] == Mark::none) continue;
      marks += (marks.empty() ? "" : words["list-separator"]) +
               words.with("chart-axis", {matrix.columns[i], words[mark_word(matrix.marks[row][i])]});
    }
    if (!marks.empty()) text += words.with("role-map-step", {matrix.rows[row], marks});
  }
  return text;
}

std::string table(const MarkMatrix& matrix, const Words& words) {
  std::vector<ChartColumn> columns = {{matrix.corner}};
  for (const std::string& name : matrix.columns) columns.push_back({name});
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = 0; row < matrix.rows.size() && row < matrix.marks.size(); ++row) {
    std::vector<std::string>& cells = rows.emplace_back();
    cells.push_back(matrix.rows[row]);
    for (const Mark mark : matrix.marks[row]) cells.push_back(words[mark_word(mark)]);
  }
  return chart_table(matrix.title, columns, rows);
}

}  // namespace shirube::render::html
