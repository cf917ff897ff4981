#include "parse/markdown/prescan.h"

#include <algorithm>
#include <string>

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::string_view blanks = " \t";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t marker_size(std::string_view line) {
  if (line.empty()) return 0;
  if (line[0] == '>') return 1;
  std::size_t size = 1;
  if (is_digit(line[0])) {
    while (size < line.size() && size < 9 && is_digit(line[size])) ++size;
    if (size == line.size() || (line[size] != '.' && line[size] != ')')) return 0;
    ++size;
  } else if (line[0] != '-' && line[0] != '*' && line[0] != '+') {
    return 0;
  }
  return size == line.size() || line[size] == ' ' || line[size] == '\t' ? size : 0;
}

bool is_thematic_break(std::string_view line) {
  if (line.empty() || (line[0] != '-' && line[0] != '*')) return false;
  int signs = 0;
  for (const char c : line) {
    if (c == line[0]) {
      ++signs;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return signs >= 3;
}

struct Prefix {
  std::int64_t markers = 0;
  bool item = false;        // a list's marker is among them
  bool interrupts = false;  // one that may stand in the middle of a paragraph's lines
  std::string_view rest;    // what the innermost container holds
};

Prefix strip_prefix(std::string_view line) {
  Prefix prefix;
  for (;;) {
    const std::size_t begin = line.find_first_not_of(blanks);
    line.remove_prefix(begin == std::string_view::npos ? line.size() : begin);
    const std::size_t size = is_thematic_break(line) ? 0 : marker_size(line);
    if (size == 0) break;
    ++prefix.markers;
    if (line[0] != '>') {
      prefix.item = true;
      prefix.interrupts = size == 1 || (size == 2 && line[0] == '1');
    }
    line.remove_prefix(size);
  }
  prefix.rest = line;
  return prefix;
}

std::int64_t count_cells(std::string_view row) {
  while (!row.empty() && (row.back() == ' ' || row.back() == '\t')) row.remove_suffix(1);
  if (!row.empty() && row[0] == '|') row.remove_prefix(1);
  std::int64_t cells = 0;
  bool open = !row.empty();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|') {
      ++cells;
      open = i + 1 < row.size();
    }
  }
  return cells + (open ? 1 : 0);
}

bool is_delimiter_row(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find_first_not_of("|:- \t") == std::string_view::npos &&
         line.find_first_of("|:") != std::string_view::npos;
}

std::size_t fence_size(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
  const std::size_t end = std::min(line.find_first_not_of(line[0]), line.size());
  if (end < 3) return 0;
  if (line[0] == '`' && line.find('`', end) != std::string_view::npos) return 0;
  return end;
}

bool closes(std::string_view line, char sign, std::size_t size) {
  const std::size_t end = std::min(line.find_first_not_of(sign), line.size());
  return end >= size && line.find_first_not_of(blanks, end) == std::string_view::npos;
}

class Scan {
 public:
  Scan(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink)
      : page_(page), limits_(limits), sink_(sink) {}

  bool run() {
    for (line_ = 1; line_ <= page_.line_count(); ++line_) read(page_.line(line_));
    return good_;
  }

 private:
  void read(std::string_view line) {
    if (fence_ != 0) {
      // The body of a fence is text: no limit but the file's. A container that ends it is not looked for; the worst
      // that follows is left to the deadline.
      const std::size_t begin = line.find_first_not_of(" \t>");
      if (begin != std::string_view::npos && closes(line.substr(begin), fence_sign_, fence_)) fence_ = 0;
      return;
    }
    const Prefix prefix = strip_prefix(line);
    if (prefix.markers > limits_.nesting) {
      report(Kind::limit_nesting, nesting_told_, line_, prefix.markers, limits_.nesting);
    }
    if (prefix.rest.empty()) {
      end_block();
      return;
    }
    // An item is a block of its own. A number that is not 1 starts one only where another item stands before it.
    if (prefix.item && (prefix.interrupts || block_is_item_)) end_block();
    if (const std::size_t size = fence_size(prefix.rest)) {
      end_block();
      fence_ = size;
      fence_sign_ = prefix.rest[0];
      return;
    }
    if (columns_ > 0 && prefix.markers == 0) {
      read_row(prefix.rest);
      return;
    }
    if (prefix.markers > 0 && prefix.rest.size() < line.size() && columns_ > 0) end_block();
    if (block_bytes_ > 0 && is_delimiter_row(prefix.rest) && count_cells(prefix.rest) == previous_cells_) {
      columns_ = previous_cells_;
      rows_ = 1;
      table_line_ = line_;
      if (columns_ > limits_.table_columns) {
        report(Kind::limit_table_columns, columns_told_, line_, columns_, limits_.table_columns);
      }
      return;
    }
    if (block_bytes_ == 0) {
      block_line_ = line_;
      block_is_item_ = prefix.item;
    }
    add(line.size() + 1);
    previous_cells_ = count_cells(prefix.rest);
  }

  void read_row(std::string_view row) {
    ++rows_;
    if (columns_ * rows_ > limits_.table_cells && !table_told_) {
      table_told_ = true;
      good_ = false;
      const std::int64_t rows = rows_ + remaining_lines();
      sink_.report(Kind::limit_table, page_.lines(table_line_, table_line_),
                   {std::to_string(columns_), std::to_string(rows), std::to_string(columns_ * rows),
                    std::to_string(limits_.table_cells)});
    }
    block_bytes_ = 0;
    block_line_ = line_;
    add(row.size());  // every row is read for itself
    block_bytes_ = 1;
  }

  std::int64_t remaining_lines() const {
    std::int64_t lines = 0;
    for (int i = line_ + 1; i <= page_.line_count(); ++i, ++lines) {
      if (page_.line(i).find_first_not_of(" \t>") == std::string_view::npos) break;
    }
    return lines;
  }

  void add(std::size_t bytes) {
    block_bytes_ += static_cast<std::int64_t>(bytes);
    if (block_bytes_ > limits_.block_bytes && !block_told_) {
      std::int64_t whole = block_bytes_;
      if (columns_ == 0) {
        for (int i = line_ + 1; i <= page_.line_count(); ++i) {
          if (page_.line(i).find_first_not_of(" \t>") == std::string_view::npos) break;
          whole += static_cast<std::int64_t>(page_.line(i).size()) + 1;
        }
      }
      report(Kind::limit_block, block_told_, block_line_, whole, limits_.block_bytes);
    }
  }

  void end_block() {
    block_bytes_ = 0;
    columns_ = 0;
    previous_cells_ = 0;
  }

  void report(Kind kind, bool& told, int line, std::int64_t seen, std::int64_t limit) {
    good_ = false;
    if (told) return;
    told = true;
    source::SourceRange place = page_.lines(line, line);
    place.end = std::min(place.end, place.begin + 80);
    sink_.report(kind, place, {std::to_string(seen), std::to_string(limit)});
  }

  const PageText& page_;
  const model::Limits& limits_;
  diagnostic::Sink& sink_;
  bool good_ = true;
  bool nesting_told_ = false, columns_told_ = false, table_told_ = false, block_told_ = false;
  int line_ = 1;
  std::size_t fence_ = 0;  // length of the open fence, 0: none
  char fence_sign_ = '`';
  std::int64_t block_bytes_ = 0;
  int block_line_ = 1;
  bool block_is_item_ = false;
  std::int64_t previous_cells_ = 0;
  std::int64_t columns_ = 0;  // of the open table, 0: none
  std::int64_t rows_ = 0;
  int table_line_ = 1;
};

}  // namespace

bool within_limits(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink) {
  return Scan(page, limits, sink).run();
}

}  // namespace shirube::parse
