#include "parse/csv.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "parse/encoding.h"
#include "parse/yaml/yaml_text.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using source::Located;
using source::SourceRange;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Reader {
 public:
  Reader(std::string_view text, source::FileId file, std::size_t begin, Sink& sink)
      : text_(text), file_(file), position_(begin), sink_(sink) {}

  bool at_end() const { return position_ >= text_.size(); }

  // One record. Nothing if it was wrong; then the reader is at the beginning of the next one.
  std::optional<model::CsvRow> record() {
    model::CsvRow row;
    const std::size_t begin = position_;
    for (;;) {
      auto cell = text_.substr(position_).starts_with('"') ? quoted_cell() : plain_cell();
      if (!cell) return std::nullopt;
      row.cells.push_back(std::move(*cell));
      if (at_end() || text_[position_] != ',') break;
      ++position_;
    }
    row.range = range(begin, position_);
    end_line();
    return row;
  }

 private:
  SourceRange range(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::optional<Located<std::string>> plain_cell() {
    const std::size_t begin = position_;
    position_ = std::min(text_.find_first_of(",\r\n\"", begin), text_.size());
    if (!at_end() && text_[position_] == '"') {
      sink_.report(Kind::csv_quote, range(position_, position_ + 1));
      skip_line();
      return std::nullopt;
    }
    return Located<std::string>{std::string(text_.substr(begin, position_ - begin)), range(begin, position_)};
  }

  std::optional<Located<std::string>> quoted_cell() {
    const std::size_t begin = position_;
    std::string value;
    for (++position_;;) {
      const std::size_t quote = text_.find('"', position_);
      if (quote == std::string_view::npos) {
        sink_.report(Kind::csv_unclosed_quote, range(begin, begin + 1));
        position_ = text_.size();
        return std::nullopt;
      }
      value += text_.substr(position_, quote - position_);
      position_ = quote + 1;
      if (at_end() || text_[position_] != '"') break;
      value += '"';
      ++position_;
    }
    if (!at_end() && std::string_view(",\r\n").find(text_[position_]) == std::string_view::npos) {
      sink_.report(Kind::csv_after_quote, range(position_, position_ + source::code_point_at(text_, position_).size));
      skip_line();
      return std::nullopt;
    }
    return Located<std::string>{std::move(value), range(begin, position_)};
  }

  void end_line() {
    if (!at_end() && text_[position_] == '\r') ++position_;  // a lone one was refused before
    if (!at_end()) ++position_;
  }
  void skip_line() {
    const std::size_t end = text_.find('\n', position_);
    position_ = end == std::string_view::npos ? text_.size() : end + 1;
  }

  std::string_view text_;
  source::FileId file_;
  std::size_t position_;
  Sink& sink_;
};

// Whatever makes the bytes no text at all.
bool check_bytes(std::string_view text, source::FileId id, std::int64_t most_bytes, CsvColumns columns, Sink& sink) {
  const auto at = [&](std::size_t begin, std::size_t size) {
    return SourceRange{id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  };
  if (static_cast<std::int64_t>(text.size()) > most_bytes) {
    sink.report(Kind::csv_size, at(0, 0), {source::format("{}", text.size()), source::format("{}", most_bytes)});
    return false;
  }
  const auto range = [&](std::size_t first, std::size_t end) { return at(first, end - first); };
  if (!check_encoding(text, range, sink)) return false;
  const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto found = columns == CsvColumns::strict ? find_forbidden_character(text.substr(begin)) : std::nullopt;
  if (found) {
    sink.report(found->turns_direction ? Kind::hidden_direction : Kind::control_character,
                at(begin + found->offset, found->size),
                {source::format("{:04X}", static_cast<std::uint32_t>(found->value))});
    return false;
  }
  for (std::size_t i = text.find('\r'); i != std::string_view::npos; i = text.find('\r', i + 1)) {
    if (i + 1 < text.size() && text[i + 1] == '\n') continue;
    sink.report(Kind::yaml_lone_cr, at(i, 0));
    return false;
  }
  return true;
}

bool is_nothing(const Located<std::string>& cell) {
  return source::trim_blanks(cell.value).empty();
}

bool holds_nothing(const model::CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), is_nothing);
}

// What Excel's used range adds on the right: cells without a value, in columns without a name.
std::size_t used_width(const model::CsvRow& row) {
  std::size_t width = row.cells.size();
  while (width > 0 && is_nothing(row.cells[width - 1])) --width;
  return width;
}

// Names of columns: one column of everything means that another separator was used.
bool check_header(const model::CsvRow& header, CsvColumns columns, Sink& sink) {
  if (header.cells.size() == 1) {
    const std::size_t separator = header.cells[0].value.find_first_of(";\t");
    if (separator != std::string::npos) {
      const bool tab = header.cells[0].value[separator] == '\t';
      sink.report(Kind::csv_separator, header.range, {tab ? "TAB" : ";"});
      return false;
    }
  }
  if (columns == CsvColumns::loose) return true;
  std::unordered_map<std::string, SourceRange> seen;
  bool good = true;
  for (const auto& cell : header.cells) {
    if (is_nothing(cell)) {
      sink.report(Kind::csv_no_name, cell.range);
      good = false;
      continue;
    }
    const auto [first, is_new] = seen.emplace(cell.value, cell.range);
    if (is_new) continue;
    sink.report(Kind::csv_column_twice, cell.range, {cell.value}).label(first->second, Kind::first_here);
    good = false;
  }
  return good;
}

}  // namespace

std::optional<model::CsvTable> parse_csv(const source::SourceFile& file, source::FileId id, std::int64_t most_bytes,
                                         Sink& sink, CsvColumns columns) {
  const std::string_view text = file.text();
  if (!check_bytes(text, id, most_bytes, columns, sink)) return std::nullopt;
  Reader reader(text, id, text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0, sink);
  model::CsvTable table;
  if (reader.at_end()) {
    sink.report(Kind::csv_empty, {id, 0, 0});
    return std::nullopt;
  }
  auto header = reader.record();
  if (!header) return std::nullopt;
  std::vector<model::CsvRow> rows;
  std::size_t width = used_width(*header);
  const std::size_t named = width;
  while (!reader.at_end()) {
    auto row = reader.record();
    if (!row || holds_nothing(*row)) continue;
    // A row that is too long all by itself is reported below; where the header has room for it, it is a column.
    if (row->cells.size() <= header->cells.size()) width = std::max(width, used_width(*row));
    rows.push_back(std::move(*row));
  }
  if (width == 0) {
    sink.report(Kind::csv_no_name, header->range);
    return std::nullopt;
  }
  header->cells.resize(width);
  if (!check_header(*header, columns, sink)) return std::nullopt;
  table.header = std::move(header->cells);
  for (model::CsvRow& row : rows) {
    if (row.cells.size() > width && used_width(row) <= width) row.cells.resize(width);
    if (row.cells.size() < width && row.cells.size() >= named) {
      row.cells.resize(width, {"", {id, row.range.end, row.range.end}});
    }
    if (row.cells.size() != width) {
      sink.report(Kind::csv_width, row.range, {source::format("{}", row.cells.size()), source::format("{}", width)})
          .label(header->range, Kind::first_here);
      continue;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace shirube::parse
