// The least that a workbook writer has to do: bare_workbooks CELLS COUNT FOLDER.
// Writes COUNT workbooks of the cells in CELLS with libxlsxwriter alone, on all cores, and closes them; no styles but
// one border, no validation, no reading back.
//
// CELLS is a text file, one cell a line, fields separated by tabs, sheets one after the other:
//   sheet <TAB> row <TAB> column <TAB> type <TAB> value [<TAB> formula]
// row and column count from 0. type: text, number, boolean (value 0 or 1), blank (formatted, no value), formula-number
// and formula-text (value is the cached result; the formula has no `=`). In texts \\ \t \n stand for those characters.
#include <xlsxwriter.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

enum class Type { text, number, boolean, blank, formula_number, formula_text };

struct Cell {
  std::size_t sheet = 0;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  Type type = Type::blank;
  double number = 0;
  std::string text;
  std::string formula;
};

struct Cells {
  std::vector<std::string> sheets;
  std::vector<Cell> cells;
};

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    ++i;
    result += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
  }
  return result;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

template <class T>
bool read_number(std::string_view text, T& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_cell(std::string_view line, Cells& into) {
  static constexpr std::string_view types[] = {"text", "number", "boolean", "blank", "formula-number", "formula-text"};
  const std::vector<std::string_view> fields = fields_of(line);
  if (fields.size() < 5) return false;
  Cell cell;
  const std::string sheet = unescaped(fields[0]);
  if (into.sheets.empty() || into.sheets.back() != sheet) into.sheets.push_back(sheet);
  cell.sheet = into.sheets.size() - 1;
  const auto* type = std::find(std::begin(types), std::end(types), fields[3]);
  if (type == std::end(types) || !read_number(fields[1], cell.row) || !read_number(fields[2], cell.column))
    return false;
  cell.type = static_cast<Type>(type - std::begin(types));
  cell.text = unescaped(fields[4]);
  const bool numeric = cell.type == Type::number || cell.type == Type::boolean || cell.type == Type::formula_number;
  if (numeric && !read_number(fields[4], cell.number)) return false;
  if (cell.type == Type::formula_number || cell.type == Type::formula_text) {
    if (fields.size() < 6) return false;
    cell.formula = "=" + unescaped(fields[5]);
  }
  into.cells.push_back(std::move(cell));
  return true;
}

bool write(const Cells& cells, const std::string& path, const std::string& temporary) {
  std::string temporary_folder = temporary;
  lxw_workbook_options options = {};
  options.tmpdir = temporary_folder.data();
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  lxw_format* format = workbook_add_format(workbook);
  format_set_border(format, LXW_BORDER_THIN);
  std::vector<lxw_worksheet*> sheets;
  for (const std::string& name : cells.sheets) sheets.push_back(workbook_add_worksheet(workbook, name.c_str()));
  for (const Cell& cell : cells.cells) {
    lxw_worksheet* sheet = sheets[cell.sheet];
    switch (cell.type) {
      case Type::text:
        worksheet_write_string(sheet, cell.row, cell.column, cell.text.c_str(), format);
        break;
      case Type::number:
        worksheet_write_number(sheet, cell.row, cell.column, cell.number, format);
        break;
      case Type::boolean:
        worksheet_write_boolean(sheet, cell.row, cell.column, cell.number != 0, format);
        break;
      case Type::blank:
        worksheet_write_blank(sheet, cell.row, cell.column, format);
        break;
      case Type::formula_number:
        worksheet_write_formula_num(sheet, cell.row, cell.column, cell.formula.c_str(), format, cell.number);
        break;
      case Type::formula_text:
        worksheet_write_formula_str(sheet, cell.row, cell.column, cell.formula.c_str(), format, cell.text.c_str());
        break;
    }
  }
  return workbook_close(workbook) == LXW_NO_ERROR;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 0;
  if (argc != 4 || !read_number(std::string_view(argv[2]), count)) {
    std::fprintf(stderr, "usage: bare_workbooks CELLS COUNT FOLDER\n");
    return 2;
  }
  Cells cells;
  std::ifstream in(argv[1], std::ios::binary);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (read_cell(line, cells)) continue;
    std::fprintf(stderr, "%s:%zu: not a cell\n", argv[1], number);
    return 3;
  }
  if (cells.cells.empty()) {
    std::fprintf(stderr, "bare_workbooks: no cells in %s\n", argv[1]);
    return 3;
  }
  const std::string folder = argv[3];
  std::filesystem::create_directories(folder);
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> failed = false;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      if (!write(cells, folder + "/" + std::to_string(i) + ".xlsx", folder)) failed = true;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  if (failed) {
    std::fprintf(stderr, "bare_workbooks: could not write below %s\n", folder.c_str());
    return 4;
  }
  std::printf("%zu workbooks of %zu cells\n", count, cells.cells.size());
  return 0;
}
