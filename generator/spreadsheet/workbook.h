// A workbook as it was read from an .xlsx file: what the cells say, without the way in which the file says it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shirube::spreadsheet {

struct Cell {
  enum class Type { blank, number, text, boolean, error };
  std::uint32_t row = 0;     // from 0
  std::uint32_t column = 0;  // from 0
  Type type = Type::blank;
  double number = 0;  // also 0 or 1 for booleans
  std::string text;   // also an error's spelling
  bool has_formula = false;
  std::string formula;  // without `=`
  std::uint32_t style = 0;
};

struct Validation {
  std::string type;   // list, whole, decimal, date, textLength; empty: any
  std::string area;   // as the file says: A1:B2
  std::string first;  // formula1
  std::string second;
  std::string prompt_title;
  std::string prompt;
  std::string error_title;
  std::string error;
};

struct Highlight {
  std::string area;
  std::string type;  // expression, …
  std::string formula;
};

// What a chart draws: the cells, and what the file carries for each of them.
struct ChartData {
  std::string reference;                          // as the file says: 'はじめに'!$C$5:$C$9
  std::vector<std::optional<std::string>> cache;  // as the file spells them
};

struct ChartSeries {
  std::string name;
  ChartData x;
  ChartData y;
};

struct Chart {
  std::string part;  // its place in the container
  std::string kind;  // lineChart, barChart, `barChart sideways`, scatterChart …
  std::string title;
  std::string description;
  std::uint32_t row = 0;  // of its upper left corner
  std::uint32_t column = 0;
  std::string blanks;             // how blank cells are drawn: gap, span, zero
  bool errors_as_blanks = false;  // #N/A is drawn as a blank cell
  std::vector<ChartSeries> series;
};

struct Sheet {
  std::string name;
  std::string part;  // its place in the container
  bool hidden = false;
  bool is_protected = false;
  bool has_password = false;
  std::vector<Cell> cells;  // in the order of the file
  std::vector<std::string> merges;
  std::vector<Validation> validations;
  std::vector<Highlight> highlights;
  std::vector<Chart> charts;
  std::vector<std::uint32_t> page_breaks;
  std::string header;
  std::string footer;
  bool landscape = false;
  std::uint32_t paper = 0;
  std::optional<std::uint32_t> fit_width;
  std::optional<std::uint32_t> fit_height;
};

struct DefinedName {
  std::string name;
  std::string refers;
  std::optional<std::uint32_t> sheet;  // local to this sheet
};

struct Workbook {
  std::vector<Sheet> sheets;
  std::vector<DefinedName> names;
  std::map<std::string, std::string> properties;  // custom document properties
  std::vector<bool> unlocked;                     // by Cell::style
  std::vector<std::string> texts;                 // that cells share
  bool date1904 = false;
  bool structure_protected = false;  // sheets can be neither moved nor removed
};

}  // namespace shirube::spreadsheet
