#include "libreoffice/own_books.h"

#include "expression/evaluate.h"
#include "expression/node_process.h"
#include "expression/parse.h"
#include "libreoffice/office.h"
#include "render/xlsx/press.h"
#include "source/format.h"
#include "spreadsheet/read.h"
#include "support/catch.h"

namespace shirube::tests {

namespace {

std::string shown(const spreadsheet::Cell& cell) {
  return cell.type == spreadsheet::Cell::Type::number ? tests::shown(expression::Value(cell.number)) : cell.text;
}

std::string spelled(const std::map<std::string, std::string>& found, const std::string& key) {
  const auto value = found.find(key);
  return value == found.end() ? "(nothing is called so)" : value->second;
}

}  // namespace

std::string shown(const expression::Value& value) {
  if (const double* number = value.get<double>()) return source::format("{:.6g}", *number == 0 ? 0.0 : *number);
  if (const bool* truth = value.get<bool>()) return *truth ? "TRUE" : "FALSE";
  const auto* text = value.get<std::string>();
  return text == nullptr ? "(no value)" : *text;
}

OwnBooks::OwnBooks(const std::string& root) : files(source::RealFileSystem::open(root)) {
  REQUIRE(files);
  loaded = cli::load_site(*files.value(), "site.yaml", *files.value(), session);
  REQUIRE(loaded);
  for (std::size_t i = 0; i < site().records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
}

const model::Calculation& OwnBooks::calculation(const std::string& id) const {
  for (const auto& calculation : site().records.calculations) {
    if (calculation.head.id.value == id) return calculation;
  }
  FAIL("no calculation " << id);
  return site().records.calculations.front();
}

std::string OwnBooks::fill(const std::string& id, const Values& values) const {
  for (const auto& workbook : site().workbooks) {
    if (workbook.id.value != id) continue;
    const render::xlsx::WorkbookTemplate planned(workbook, site().records, figures);
    for (const auto& [key, value] : values) {
      INFO(key);
      REQUIRE(planned.has_field(key));
    }
    const auto press = render::xlsx::Press::prepare(planned.plan(), {});
    REQUIRE(press);
    const auto bytes = press.value().print(planned.fill(values));
    REQUIRE(bytes);
    return bytes.value();
  }
  FAIL("no workbook " << id);
  return {};
}

std::map<std::string, std::string> read_book(const std::string& bytes) {
  const auto book = spreadsheet::read_workbook(bytes);
  REQUIRE(book);
  std::map<std::string, std::string> found;
  std::map<std::uint32_t, std::string> keys;
  for (const auto& cell : book.value().sheets.back().cells) {
    if (!cell.has_formula && cell.text.find('.') != std::string::npos && !keys.contains(cell.row)) {
      keys[cell.row] = cell.text;
    }
    if (cell.has_formula && keys.contains(cell.row)) found.emplace(keys[cell.row], shown(cell));
  }
  for (const auto& sheet : book.value().sheets) {
    std::map<std::uint32_t, std::string> first;
    std::map<std::uint32_t, std::string> computed;
    for (const auto& cell : sheet.cells) {
      if (!first.contains(cell.row)) first[cell.row] = cell.text;
      if (!cell.has_formula) continue;
      const bool state = cell.text == "未着手" || cell.text == "記入中" || cell.text == "完了";
      if (&sheet == &book.value().sheets.front() && state) {
        found["state: " + first[cell.row]] = cell.text;
        found["missing: " + first[cell.row]] = computed[cell.row];
      }
      if (computed.emplace(cell.row, shown(cell)).second) found.emplace("row: " + first[cell.row], shown(cell));
    }
  }
  return found;
}

void compare_faces(const OwnBooks& own, const std::vector<BookCase>& cases) {
  std::map<std::string, std::string> books;
  for (const BookCase& one : cases) books.emplace(one.name, own.fill(one.workbook, one.values));
  REQUIRE(books.size() == cases.size());
  Office office;
  const auto calculated = office.convert(books, "xlsx");
  std::vector<std::string> lines;
  std::vector<std::pair<std::string, std::string>> wanted;  // what a line is, and what it comes to
  for (const BookCase& one : cases) {
    const auto carried = read_book(books.at(one.name));
    const auto anew = read_book(calculated.at(one.name));
    for (const auto& [key, value] : one.expected) {
      INFO(one.name << ": " << key);
      CHECK(spelled(carried, key) == value);
      CHECK(spelled(anew, key) == value);
    }
    for (const auto& [key, text] : one.formulas) {
      INFO(one.name << ": " << key << " = " << text);
      diagnostic::Sink sink;
      const auto formula = expression::parse(text, source::FileId(), 0, sink);
      REQUIRE(formula);
      const expression::Names none = [](const std::string&) { return expression::Value(expression::Error::name); };
      const std::string value = shown(expression::evaluate(*formula, none));
      CHECK(spelled(carried, key) == value);
      CHECK(spelled(anew, key) == value);
      lines.push_back(javascript_line(*formula, none));
      wanted.emplace_back(one.name + ": " + key + " = " + text, value);
    }
  }
  if (lines.empty()) return;
  const auto browser = run_in_node(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    INFO(wanted[i].first);
    CHECK(shown(browser[i]) == wanted[i].second);
  }
}

}  // namespace shirube::tests
