#include "libreoffice/formula_sheet.h"

#include <xlsxwriter.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "expression/case_file.h"
#include "expression/to_excel.h"
#include "libreoffice/office.h"
#include "spreadsheet/read.h"
#include "support/catch.h"

namespace shirube::tests {

using expression::Blank;
using expression::Error;
using expression::List;
using expression::Value;
using spreadsheet::Cell;

namespace {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

// An error cannot be typed into a cell; a formula makes it.
const char* formula_of(Error error) {
  switch (error) {
    case Error::divide_by_zero:
      return "=1/0";
    case Error::value:
      return "=\"x\"+1";
    case Error::name:
      return "=no_such_name";
    case Error::number:
      return "=EXP(1000)";
    case Error::missing:
      return "=NA()";
    case Error::reference:
      return "=#REF!";
  }
  return "";
}

// One column for each input; the same input again is in the same column.
class DataSheet {
 public:
  explicit DataSheet(lxw_worksheet* sheet) : sheet_(sheet) {}

  std::string reference(const Value& value) {
    const auto [found, added] = places_.emplace(print_case_value(value), "");
    if (added) found->second = write(value);
    return found->second;
  }

 private:
  std::string write(const Value& value) {
    const auto column = static_cast<lxw_col_t>(next_++);
    REQUIRE(next_ <= 16384);
    const List* list = value.get<List>();
    const std::size_t rows = list == nullptr ? 1 : list->size();
    for (std::size_t row = 0; row < rows; ++row) {
      write_cell(static_cast<lxw_row_t>(row), column, list == nullptr ? value : (*list)[row]);
    }
    const std::string letters = column_letters(column);
    std::string place = "data!$" + letters + "$1";
    if (list != nullptr) place += ":$" + letters + "$" + std::to_string(rows);
    return place;
  }

  void write_cell(lxw_row_t row, lxw_col_t column, const Value& value) {
    if (const double* number = value.get<double>()) worksheet_write_number(sheet_, row, column, *number, nullptr);
    if (const bool* truth = value.get<bool>()) worksheet_write_boolean(sheet_, row, column, *truth, nullptr);
    if (const Error* error = value.get<Error>())
      worksheet_write_formula(sheet_, row, column, formula_of(*error), nullptr);
    const std::string* text = value.get<std::string>();
    if (text != nullptr && text->empty()) worksheet_write_formula(sheet_, row, column, "=\"\"", nullptr);
    if (text != nullptr && !text->empty()) worksheet_write_string(sheet_, row, column, text->c_str(), nullptr);
  }

  lxw_worksheet* sheet_;
  std::map<std::string, std::string> places_;
  std::size_t next_ = 0;
};

std::string workbook_of(const std::vector<BoundFormula>& formulas) {
  std::string folder = "/tmp/shirube-sheet-XXXXXX";
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/book.xlsx";
  lxw_workbook* workbook = workbook_new(path.c_str());
  lxw_worksheet* results = workbook_add_worksheet(workbook, "results");
  DataSheet data(workbook_add_worksheet(workbook, "data"));
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    const std::string formula = expression::to_excel(*formulas[i].expression, [&](const std::string& name) {
      const auto input = formulas[i].inputs->find(name);
      return input == formulas[i].inputs->end() ? "no_such_name" : data.reference(input->second);
    });
    worksheet_write_formula(results, static_cast<lxw_row_t>(i), 0, ("=" + formula).c_str(), nullptr);
  }
  REQUIRE(workbook_close(workbook) == LXW_NO_ERROR);
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  std::remove(path.c_str());
  std::remove(folder.c_str());
  return bytes.str();
}

Value value_of(const Cell& cell) {
  switch (cell.type) {
    case Cell::Type::blank:
      return "";
    case Cell::Type::number:
      return cell.number;
    case Cell::Type::text:
      return cell.text;
    case Cell::Type::boolean:
      return cell.number != 0;
    case Cell::Type::error:
      return read_case_value(cell.text);
  }
  return {};
}

}  // namespace

std::vector<Value> calculate_in_libreoffice(const std::vector<BoundFormula>& formulas) {
  Office office;
  const auto book = spreadsheet::read_workbook(office.convert(workbook_of(formulas), "xlsx"));
  REQUIRE(book);
  std::vector<Value> values(formulas.size());
  std::size_t found = 0;
  for (const Cell& cell : book.value().sheets.at(0).cells) {
    if (cell.column != 0 || cell.row >= values.size()) continue;
    values[cell.row] = value_of(cell);
    ++found;
  }
  REQUIRE(found == formulas.size());
  return values;
}

}  // namespace shirube::tests
