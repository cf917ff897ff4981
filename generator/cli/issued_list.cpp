#include "cli/issued_list.h"

#include <algorithm>
#include <tuple>

#include "parse/csv.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;

constexpr std::int64_t most_bytes = 256 << 20;

// What a spreadsheet program takes for the beginning of a formula; a Japanese one also in full width.
bool begins_formula(std::string_view cell) {
  const char32_t first = source::code_point_at(cell, 0).value;
  return std::u32string_view(U"=+-@\t\r\n＝＋－＠−").find(first) != std::u32string_view::npos;
}

std::string print_cell(const std::string& cell) {
  std::string text;
  if (!cell.empty() && (begins_formula(cell) || cell.front() == '\'')) text += '\'';
  text += cell;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

template <class Line, std::size_t n>
std::string print_lines(const std::array<ListColumn<Line>, n>& columns, const std::vector<Line>& lines) {
  std::string text = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < n; ++i) text += (i > 0 ? "," : "") + std::string(columns[i].head);
  text += "\r\n";
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < n; ++i) text += (i > 0 ? "," : "") + print_cell(line.*(columns[i].value));
    text += "\r\n";
  }
  return text;
}

// A list that somebody has edited must not lead us out of its folder.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

template <class Line, std::size_t n>
std::optional<std::vector<Line>> read_lines(const std::array<ListColumn<Line>, n>& columns, std::string Line::*file,
                                            const std::string& path, std::string bytes, source::SourceSet& sources,
                                            diagnostic::Sink& sink) {
  if (source::find_invalid_utf8(bytes)) {
    if (auto text = source::from_cp932(bytes)) bytes = std::move(*text);
  }
  const source::FileId id = sources.add(path, std::move(bytes));
  diagnostic::Sink faults;
  const auto table = parse::parse_csv(sources.file(id), id, most_bytes, faults, parse::CsvColumns::loose);
  std::vector<const ListColumn<Line>*> order;
  bool good = table.has_value() && faults.empty();
  for (std::size_t i = 0; table && i < table->header.size(); ++i) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& column) { return column.head == table->header[i].value; });
    order.push_back(found == columns.end() ? nullptr : &*found);
  }
  for (const auto& column : columns) {
    good = good && (!column.required || std::find(order.begin(), order.end(), &column) != order.end());
  }
  source::SourceRange place{id, 0, 0};
  std::vector<Line> lines;
  for (std::size_t r = 0; good && r < table->rows.size(); ++r) {
    const model::CsvRow& row = table->rows[r];
    Line line;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i] == nullptr) continue;
      std::string cell = row.cells[i].value;
      if (cell.size() > 1 && cell.front() == '\'' && (begins_formula(cell.substr(1)) || cell[1] == '\''))
        cell.erase(0, 1);
      if (cell.empty() && order[i]->required) good = false;
      line.*(order[i]->value) = std::move(cell);
    }
    good = good && is_plain_name(line.*file);
    if (!good) place = row.range;
    lines.push_back(std::move(line));
  }
  sink.merge(std::move(faults));
  if (good) return lines;
  sink.report(Kind::issue_manifest, place, {path});
  return std::nullopt;
}

}  // namespace

std::string assessor_key(const IssuedLine& line) {
  if (!line.assessor_id.empty()) return "#" + source::matching_key(line.assessor_id);
  return line.assessor.empty() ? std::string() : "@" + source::matching_key(line.assessor);
}

std::string key_of(const IssuedLine& line) {
  return line.workbook + '\n' + line.version + '\n' + line.period + '\n' + source::fold_case(line.id) + '\n' +
         source::matching_key(line.post);
}

void sort_lines(std::vector<IssuedLine>& lines) {
  std::sort(lines.begin(), lines.end(), [](const IssuedLine& left, const IssuedLine& right) {
    const auto order = [](const IssuedLine& line) {
      return std::tie(line.period, line.workbook, line.version, line.id, line.post, line.file);
    };
    return order(left) < order(right);
  });
}

std::string print_list(const std::vector<IssuedLine>& lines) {
  return print_lines(issued_columns, lines);
}
std::string print_list(const std::vector<HandoutLine>& lines) {
  return print_lines(handout_columns, lines);
}
std::string print_list(const std::vector<NameLine>& lines) {
  return print_lines(name_columns, lines);
}

std::optional<std::vector<IssuedLine>> read_issued(const std::string& path, std::string bytes,
                                                   source::SourceSet& sources, diagnostic::Sink& sink) {
  return read_lines(issued_columns, &IssuedLine::file, path, std::move(bytes), sources, sink);
}
std::optional<std::vector<HandoutLine>> read_handouts(const std::string& path, std::string bytes,
                                                      source::SourceSet& sources, diagnostic::Sink& sink) {
  return read_lines(handout_columns, &HandoutLine::archive, path, std::move(bytes), sources, sink);
}

}  // namespace shirube::cli
