// Calculations of our own handbook in their workbooks: what the model computes, what the file carries and what
// LibreOffice computes and shows are the same, as given and after an input was changed. (tests/browser/calculations.js
// does the same for the page.)
#include <charconv>
#include <cmath>
#include <map>

#include "cli/load.h"
#include "libreoffice/office.h"
#include "render/xlsx/press.h"
#include "source/format.h"
#include "spreadsheet/read.h"
#include "spreadsheet/xml.h"
#include "support/catch.h"

using namespace shirube;

namespace {

struct ShownCell {
  std::optional<double> number;
  std::string text;
};
// By sheet, row and column.
using ShownCells = std::map<std::string, std::map<std::pair<int, int>, ShownCell>>;

int count_of(std::string_view text) {
  int number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// What a person would see in the window: the values and texts of a flat OpenDocument spreadsheet.
ShownCells shown_cells(const std::string& fods) {
  ShownCells sheets;
  std::string sheet;
  int row = 0;
  int rows = 1;
  int column = 0;
  int columns = 1;
  bool in_text = false;
  ShownCell cell;
  const auto is_cell = [](std::string_view name) { return name == "table-cell" || name == "covered-table-cell"; };
  const spreadsheet::XmlHandlers handlers = {
      [&](std::string_view name, const spreadsheet::XmlAttributes& attributes) {
        if (name == "table") {
          sheet = std::string(attributes.find("name"));
          row = 0;
        }
        if (name == "table-row") {
          rows = count_of(attributes.find("number-rows-repeated"));
          column = 0;
        }
        if (is_cell(name)) {
          columns = count_of(attributes.find("number-columns-repeated"));
          cell = {};
          const std::string_view value = attributes.find("value");
          double number = 0;
          if (!value.empty() && std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc()) {
            cell.number = number;
          }
        }
        in_text = in_text || name == "p";
      },
      [&](std::string_view name) {
        if (name == "p") in_text = false;
        if (is_cell(name)) {
          if (cell.number || !cell.text.empty()) sheets[sheet][{row, column}] = cell;
          column += columns;
        }
        if (name == "table-row") row += rows;
      },
      [&](std::string_view part) {
        if (in_text) cell.text += part;
      }};
  REQUIRE(spreadsheet::read_xml(fods, handlers, {}));
  return sheets;
}

struct Place {
  std::string sheet;
  std::pair<int, int> cell;
};
// INDEX('はじめに'!$A$1:$J$51,5,3), from `begin`
std::optional<Place> place_of(const std::string& formula, std::size_t begin) {
  const auto open = formula.find('(', begin);
  const auto bang = formula.find('!', begin);
  const auto row = formula.find(',', bang);
  const auto column = row == std::string::npos ? row : formula.find(',', row + 1);
  if (open == std::string::npos || bang == std::string::npos || column == std::string::npos) return std::nullopt;
  Place place;
  place.sheet = formula.substr(open + 1, bang - open - 1);
  if (place.sheet.front() == '\'') place.sheet = place.sheet.substr(1, place.sheet.size() - 2);
  place.cell = {count_of(std::string_view(formula).substr(row + 1)) - 1,
                count_of(std::string_view(formula).substr(column + 1)) - 1};
  return place;
}

// Where the field of a key is, as the data sheet says.
std::map<std::string, Place> places_of_fields(const spreadsheet::Workbook& book) {
  std::map<std::string, Place> places;
  std::map<std::uint32_t, std::string> keys;
  for (const auto& cell : book.sheets.back().cells) {
    if (!cell.has_formula && cell.text.find('.') != std::string::npos) keys[cell.row] = cell.text;
    if (!cell.has_formula || !keys.contains(cell.row)) continue;
    // IF(INDEX('計算'!$A$1:$J$51,5,3)="","",INDEX('計算'!$A$1:$J$51,5,3))
    const auto last = cell.formula.rfind("INDEX(");
    if (last == std::string::npos) continue;
    if (const auto place = place_of(cell.formula, last)) places[keys[cell.row]] = *place;
  }
  return places;
}

struct Own {
  source::Result<std::unique_ptr<source::RealFileSystem>> files = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  cli::Session session;
  std::optional<cli::LoadedSite> loaded;
  Own() {
    REQUIRE(files);
    loaded = cli::load_site(*files.value(), "site.yaml", *files.value(), session);
    REQUIRE(loaded);
  }
};

struct Shown {
  const model::WorkbookDefinition& workbook;
  const model::ModelBlock& block;
  const model::Calculation& calculation;
};

std::vector<Shown> shown_calculations(const model::Site& site) {
  std::vector<Shown> found;
  for (const auto& workbook : site.workbooks) {
    for (const auto& sheet : workbook.sheets) {
      for (const auto& block : sheet.blocks) {
        const auto* shown = std::get_if<model::ModelBlock>(&block.value);
        if (shown == nullptr || shown->part.value != model::ModelBlock::Part::values) continue;
        for (const auto& calculation : site.records.calculations) {
          if (calculation.head.id.value == shown->record.value) found.push_back({workbook, *shown, calculation});
        }
      }
    }
  }
  return found;
}

void compare(const Shown& shown, const model::InputValues& changed, const render::xlsx::WorkbookTemplate& planned,
             const render::xlsx::Press& press, tests::Office& office) {
  const model::Calculation& calculation = shown.calculation;
  render::xlsx::WorkbookTemplate::Values values;
  if (!changed.empty()) values[shown.block.id.value + ".scenario"] = expression::Value(model::own_values_choice);
  for (const auto& [index, value] : changed) {
    const std::string key = shown.block.id.value + ".own." + calculation.inputs[index].name.id.value;
    REQUIRE(planned.has_field(key));
    values[key] = expression::Value(value);
  }
  const auto bytes = press.print(planned.fill(values));
  REQUIRE(bytes);
  const auto carried = spreadsheet::read_workbook(bytes.value());
  REQUIRE(carried);
  const auto places = places_of_fields(carried.value());
  const ShownCells office_cells = shown_cells(office.convert(bytes.value(), "fods"));
  const model::CalculationResult result = model::evaluate_calculation(calculation, changed);
  const auto check = [&](model::CalculationLine line, const char* part) {
    const std::string key =
        source::format("{}.{}.{}", shown.block.id.value, part, model::line_name(calculation, line).id.value);
    INFO(key);
    REQUIRE(places.contains(key));
    const Place& place = places.at(key);
    const expression::Value expected = result.value(line);
    const std::string text = model::show_value(expected, model::line_format(calculation, line));
    REQUIRE(office_cells.contains(place.sheet));
    REQUIRE(office_cells.at(place.sheet).contains(place.cell));
    const ShownCell& seen = office_cells.at(place.sheet).at(place.cell);
    CHECK(seen.text == text);
    const double* number = expected.get<double>();
    CHECK(seen.number.has_value() == (number != nullptr));
    const auto close = [&](double other) {
      return std::fabs(other - *number) <= 1e-9 * std::max(1.0, std::fabs(*number));
    };
    if (number != nullptr && seen.number) CHECK(close(*seen.number));
    bool is_carried = false;
    for (const auto& sheet : carried.value().sheets) {
      if (sheet.name != place.sheet) continue;
      for (const auto& cell : sheet.cells) {
        if (static_cast<int>(cell.row) != place.cell.first || static_cast<int>(cell.column) != place.cell.second) {
          continue;
        }
        is_carried = true;
        if (number != nullptr) {
          CHECK(close(cell.number));
        } else {
          CHECK(cell.text == text);
        }
      }
    }
    CHECK(is_carried);
  };
  using Kind = model::CalculationLine::Kind;
  for (std::size_t i = 0; i < calculation.inputs.size(); ++i) check({Kind::input, i}, "input");
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) check({Kind::formula, i}, "result");
}

}  // namespace

TEST_CASE("a calculation says the same on the page, in the file and in LibreOffice, as given and with other inputs",
          "[.][libreoffice]") {
  const Own own;
  const model::Site& site = own.loaded->site.site();
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.records.figures.size(); ++i) figures.push_back(own.loaded->site.figure_value(i));
  const auto all = shown_calculations(site);
  CHECK(all.size() >= site.records.calculations.size());
  tests::Office office;
  for (const Shown& shown : all) {
    INFO(shown.calculation.head.id.value << " in " << shown.workbook.id.value);
    const render::xlsx::WorkbookTemplate planned(shown.workbook, site.records, figures);
    const auto press = render::xlsx::Press::prepare(planned.plan(), {});
    REQUIRE(press);
    compare(shown, {}, planned, press.value(), office);
    // Each input once; what has no limits goes to the half.
    model::InputValues everything;
    for (std::size_t i = 0; i < shown.calculation.inputs.size(); ++i) {
      const auto& input = shown.calculation.inputs[i];
      const double least = input.least ? input.least->value : input.value.value / 2;
      const double other =
          (least + input.value.value) / 2 != input.value.value ? (least + input.value.value) / 2 : input.most->value;
      everything[i] = other;
      if (i % 3 == 0) compare(shown, {{i, other}}, planned, press.value(), office);
    }
    compare(shown, everything, planned, press.value(), office);
  }
}
