#include "parse/markdown/prescan.h"

#include <algorithm>
#include <string>

#include "parse/markdown/literal_text.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

class Scan {
 public:
  Scan(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink)
      : page_(page), limits_(limits), sink_(sink) {}

  bool run() {
    for (line_ = 1; line_ <= page_.line_count(); ++line_) read(LineShape(page_.line(line_)));
    return good_;
  }

 private:
  void read(const LineShape& shape) {
    if (literal_.take(shape)) {
      end_block();
      return;
    }
    count_nesting(shape);
    const bool ends = surely_ends_paragraph(shape.line) || literal_.starts_item();
    if (ends) end_block();
    if (shape.rest.empty() || fence_size(shape.rest) > 0) {
      if (ends) return;
    }
    count_table(shape);
    if (rows_ > 0 && is_table_) return;
    if (block_bytes_ == 0) block_line_ = line_;
    add(shape.line.size() + 1);
    if (ends && is_heading(shape.text)) end_block();
  }

  // Items inside items need an indent of two columns each, or a line that names them all.
  void count_nesting(const LineShape& shape) {
    if (shape.quotes + shape.items == 0) return;
    item_depth_ = std::min(item_depth_, shape.blanks / 2) + shape.items;
    const std::int64_t depth = shape.quotes + item_depth_;
    if (depth > limits_.nesting) report(Kind::limit_nesting, nesting_told_, line_, depth, limits_.nesting);
  }

  // Counts whatever may be a table. `is_table_` says that it is one, and that each row is a block of its own.
  void count_table(const LineShape& shape) {
    const std::int64_t cells = count_cells(shape.rest);
    if (rows_ > 0) {
      ++rows_;
      if (cells > limits_.table_columns) told_columns(cells);
      count_cells_of_table();
      is_table_ = is_table_ && is_table_row(shape) && shape.indent >= header_indent_;
      if (is_table_ && static_cast<std::int64_t>(shape.line.size()) > limits_.block_bytes) is_table_ = false;
      if (!is_table_ && block_bytes_ == 0) block_line_ = line_;
    } else if (is_delimiter_row(shape.rest) && block_bytes_ > 0) {
      columns_ = cells;
      rows_ = 1;
      table_line_ = line_;
      if (std::max(cells, previous_cells_) > limits_.table_columns) told_columns(std::max(cells, previous_cells_));
      is_table_ = header_is_sure_ && cells == previous_cells_ && is_table_row(LineShape(page_.line(line_ - 1))) &&
                  shape.quotes + shape.items == 0 && shape.indent >= header_indent_ && shape.indent < 4 &&
                  is_strict_delimiter_row(shape.text);
      if (is_table_) block_bytes_ = 0;
    } else {
      header_is_sure_ = block_bytes_ == 0 && literal_.is_certain() && literal_.was_fresh() && is_table_row(shape) &&
                        shape.line.find('\\') == std::string_view::npos;
      header_indent_ = shape.indent;
    }
    previous_cells_ = cells;
  }

  // | :--- | ---: |
  static bool is_strict_delimiter_row(std::string_view text) {
    if (text.find('|') == std::string_view::npos) return false;
    if (text.starts_with('|')) text.remove_prefix(1);
    for (;;) {
      const std::size_t end = std::min(text.find('|'), text.size());
      std::string_view cell = text.substr(0, end);
      const std::size_t from = std::min(cell.find_first_not_of(" \t"), cell.size());
      cell = cell.substr(from, cell.find_last_not_of(" \t") + 1 - from);
      if (cell.starts_with(':')) cell.remove_prefix(1);
      if (cell.ends_with(':')) cell.remove_suffix(1);
      if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return false;
      if (end == text.size()) return true;
      text.remove_prefix(end + 1);
      if (text.find_first_not_of(" \t") == std::string_view::npos) return true;
    }
  }

  void told_columns(std::int64_t columns) {
    report(Kind::limit_table_columns, columns_told_, line_, columns, limits_.table_columns);
  }

  void count_cells_of_table() {
    if (columns_ * rows_ <= limits_.table_cells || table_told_) return;
    table_told_ = true;
    good_ = false;
    const std::int64_t rows = rows_ + lines_to_blank();
    sink_.report(Kind::limit_table, page_.lines(table_line_, table_line_),
                 {std::to_string(columns_), std::to_string(rows), std::to_string(columns_ * rows),
                  std::to_string(limits_.table_cells)});
  }

  int next_blank() const {
    int i = line_ + 1;
    while (i <= page_.line_count() && page_.line(i).find_first_not_of(" \t>") != std::string_view::npos) ++i;
    return i;
  }
  std::int64_t lines_to_blank() const { return next_blank() - line_ - 1; }

  void add(std::size_t bytes) {
    block_bytes_ += static_cast<std::int64_t>(bytes);
    if (block_bytes_ <= limits_.block_bytes || block_told_) return;
    const std::uint32_t rest = page_.line_start(next_blank()) - page_.line_start(line_ + 1);
    report(Kind::limit_block, block_told_, block_line_, block_bytes_ + rest, limits_.block_bytes);
  }

  void end_block() {
    block_bytes_ = 0;
    columns_ = 0;
    rows_ = 0;
    is_table_ = false;
    header_is_sure_ = false;
    previous_cells_ = 0;
  }

  void report(Kind kind, bool& reported, int line, std::int64_t seen, std::int64_t limit) {
    good_ = false;
    if (reported) return;
    reported = true;
    source::SourceRange place = page_.lines(line, line);
    place.end = std::min(place.end, place.begin + 80);
    sink_.report(kind, place, {std::to_string(seen), std::to_string(limit)});
  }

  const PageText& page_;
  const model::Limits& limits_;
  diagnostic::Sink& sink_;
  LiteralText literal_;
  bool good_ = true;
  bool nesting_told_ = false, columns_told_ = false, table_told_ = false, block_told_ = false;
  int line_ = 1;
  std::int64_t item_depth_ = 0;  // at most so many items are open
  std::int64_t block_bytes_ = 0;
  int block_line_ = 1;
  std::int64_t previous_cells_ = 0;
  bool header_is_sure_ = false;  // the line before, if a row of delimiters follows it
  std::int64_t header_indent_ = 0;
  std::int64_t columns_ = 0;  // of what may be a table
  std::int64_t rows_ = 0;
  bool is_table_ = false;
  int table_line_ = 1;
};

}  // namespace

bool within_limits(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink) {
  return Scan(page, limits, sink).run();
}

}  // namespace shirube::parse
