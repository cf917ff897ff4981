#include "render/xlsx/verify.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "expression/excel_text.h"
#include "source/format.h"

namespace shirube::render::xlsx {

namespace {

std::string relative_name(std::uint32_t row, std::uint16_t column) {
  std::string name = cell_name(row, column);
  std::erase(name, '$');
  return name;
}

std::string area_name(const Area& area) {
  std::string name = relative_name(area.first_row, area.first_column);
  if (area.first_row != area.last_row || area.first_column != area.last_column) {
    name += ":" + relative_name(area.last_row, area.last_column);
  }
  return name;
}

// The library writes 16 digits.
bool same_number(double planned, double read) {
  return planned == read || std::abs(planned - read) <= 1e-15 * std::max(std::abs(planned), std::abs(read));
}

bool same_text(const std::string& planned, const spreadsheet::Cell& read) {
  using Type = spreadsheet::Cell::Type;
  return (read.type == Type::text && read.text == planned) || (read.type == Type::blank && planned.empty());
}

bool same_content(const Cell& planned, const spreadsheet::Cell& read) {
  using Type = spreadsheet::Cell::Type;
  if (const double* number = std::get_if<double>(&planned.content)) {
    return !read.has_formula && read.type == Type::number && same_number(*number, read.number);
  }
  if (const auto* text = std::get_if<std::string>(&planned.content)) return !read.has_formula && same_text(*text, read);
  const auto* formula = std::get_if<FormulaCell>(&planned.content);
  if (formula == nullptr) return !read.has_formula && read.type == Type::blank;
  if (!read.has_formula || read.formula != formula->text) return false;
  if (const double* number = std::get_if<double>(&formula->value)) {
    return read.type == Type::number && same_number(*number, read.number);
  }
  return same_text(std::get<std::string>(formula->value), read);
}

const char* type_word(Validation::Kind kind) {
  switch (kind) {
    case Validation::Kind::any:
      return "";
    case Validation::Kind::list:
      return "list";
    case Validation::Kind::whole:
      return "whole";
    case Validation::Kind::decimal:
      return "decimal";
    case Validation::Kind::date:
      return "date";
    case Validation::Kind::length:
      return "textLength";
  }
  return "";
}

bool same_validation(const Validation& planned, const spreadsheet::Validation& read) {
  if (read.type != type_word(planned.kind) || read.area != area_name(planned.area)) return false;
  if (read.error != planned.error || read.prompt != planned.prompt) return false;
  if (planned.kind == Validation::Kind::list) return read.first == planned.list;
  return planned.kind == Validation::Kind::any || (read.first == source::format("{:.16g}", planned.least) &&
                                                   read.second == source::format("{:.16g}", planned.most));
}

using Names = std::map<std::pair<std::string, std::uint32_t>, std::string>;
constexpr std::uint32_t whole_workbook = 0xFFFFFFFF;

Names planned_names(const WorkbookPlan& plan) {
  Names names;
  for (const DefinedName& name : plan.names) names[{name.name, whole_workbook}] = name.refers;
  for (std::uint32_t i = 0; i < plan.sheets.size(); ++i) {
    const SheetPlan& sheet = plan.sheets[i];
    if (const auto& area = sheet.print_area) {
      std::string print_area = sheet_cell_name(sheet.name, area->first_row, area->first_column);
      if (area->first_row != area->last_row || area->first_column != area->last_column) {
        print_area += ":" + cell_name(area->last_row, area->last_column);
      }
      names[{"_xlnm.Print_Area", i}] = std::move(print_area);
    }
    if (sheet.repeat_last_row && !sheet.one_page) {
      names[{"_xlnm.Print_Titles", i}] = source::format("{}!${}:${}", expression::quoted_sheet(sheet.name), 1,
                                                        *sheet.repeat_last_row + 1);
    }
  }
  return names;
}

// The library quotes a sheet's name only where it has to: 表!$A$1 is '表'!$A$1.
std::string unquoted(const std::string& reference) {
  if (!reference.starts_with('\'')) return reference;
  std::string name;
  std::size_t i = 1;
  for (; i < reference.size(); ++i) {
    if (reference[i] == '\'' && (i + 1 == reference.size() || reference[++i] != '\'')) break;
    name += reference[i];
  }
  return name + reference.substr(std::min(i, reference.size()));
}

const char* kind_word(ChartPlan::Kind kind) {
  switch (kind) {
    case ChartPlan::Kind::line:
      return "lineChart";
    case ChartPlan::Kind::column:
      return "barChart";
    case ChartPlan::Kind::bar:
    case ChartPlan::Kind::tornado:
      return "barChart sideways";
    case ChartPlan::Kind::scatter:
      return "scatterChart";
    case ChartPlan::Kind::radar:
      return "radarChart";
  }
  return "";
}

bool same_value(const std::variant<std::monostate, double, std::string>& planned,
                const std::optional<std::string>& read) {
  if (const auto* text = std::get_if<std::string>(&planned)) return read == *text;
  const double* number = std::get_if<double>(&planned);
  if (number == nullptr) return !read;
  if (!read) return false;
  double found = 0;
  const auto [end, error] = std::from_chars(read->data(), read->data() + read->size(), found);
  return error == std::errc() && end == read->data() + read->size() && same_number(*number, found);
}

bool same_data(const ChartRange& planned, const spreadsheet::ChartData& read) {
  return unquoted(read.reference) == unquoted(range_name(planned)) &&
         std::equal(planned.values.begin(), planned.values.end(), read.cache.begin(), read.cache.end(), same_value);
}

}  // namespace

std::string find_chart_difference(const ChartPlan& plan, const spreadsheet::Chart& read) {
  if (read.kind != kind_word(plan.kind)) return "it is a " + read.kind;
  if (read.title != plan.title || read.description != plan.description) return "its words differ";
  if (read.row != plan.row || read.column != plan.column) return "it is in another place";
  if (read.blanks != "gap" || !read.errors_as_blanks) return "it draws what is missing";
  const std::size_t series = plan.series.size() + (plan.blank ? 1 : 0);
  if (read.series.size() != series) {
    return source::format("{} series were planned, {} found", series, read.series.size());
  }
  if (plan.blank && !same_data(*plan.blank, read.series.back().y)) return "its blank series draws other cells";
  for (std::size_t i = 0; i < plan.series.size(); ++i) {
    const ChartPlan::Series& planned = plan.series[i];
    const spreadsheet::ChartSeries& found = read.series[i];
    if (found.name != planned.name) return "a series is called `" + found.name + "`";
    if (!same_data(planned.x, found.x) || !same_data(planned.y, found.y)) {
      return "series `" + planned.name + "` draws other cells or has other values";
    }
  }
  return {};
}

std::string find_cells_difference(const WorkbookPlan& plan, const std::vector<Cell>& cells,
                                  const std::vector<spreadsheet::Cell>& read, const std::vector<bool>& unlocked) {
  if (cells.size() != read.size()) {
    return source::format("{} cells were planned, {} found", cells.size(), read.size());
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& planned = cells[i];
    const spreadsheet::Cell& cell = read[i];
    const bool open = cell.style < unlocked.size() && unlocked[cell.style];
    if (planned.row != cell.row || planned.column != cell.column || !same_content(planned, cell) ||
        open == plan.formats[planned.format].locked) {
      return "cell " + relative_name(planned.row, planned.column) + " is not as planned";
    }
  }
  return {};
}

std::string find_sheet_difference(const WorkbookPlan& plan, const SheetPlan& sheet, const spreadsheet::Sheet& read,
                                  const std::vector<bool>& unlocked) {
  if (read.name != sheet.name) return "it is called `" + read.name + "`";
  if (read.hidden != sheet.hidden) return sheet.hidden ? "it is shown" : "it is hidden";
  if (std::string difference = find_cells_difference(plan, sheet.cells, read.cells, unlocked); !difference.empty())
    return difference;
  if (!std::equal(sheet.merges.begin(), sheet.merges.end(), read.merges.begin(), read.merges.end(),
                  [](const Area& area, const std::string& name) { return area_name(area) == name; })) {
    return "the merged cells differ";
  }
  if (!std::equal(sheet.validations.begin(), sheet.validations.end(), read.validations.begin(), read.validations.end(),
                  same_validation)) {
    return "the validations differ";
  }
  // The library sorts highlights by their areas.
  std::multimap<std::string, std::string> planned;
  for (const Highlight& highlight : sheet.highlights) planned.emplace(area_name(highlight.area), highlight.formula);
  std::multimap<std::string, std::string> found;
  for (const auto& highlight : read.highlights) {
    if (highlight.type != "expression") return "a highlight is not by formula";
    found.emplace(highlight.area, highlight.formula);
  }
  if (planned != found) return "the highlights differ";
  if (!read.is_protected || read.has_password) return "the protection differs";
  if (read.page_breaks != sheet.page_breaks || read.landscape != sheet.landscape || read.paper != 9 ||
      read.header != sheet.header || read.footer != sheet.footer || read.fit_width != 1U ||
      read.fit_height != (sheet.one_page ? 1U : 0U)) {
    return "the page set-up differs";
  }
  return {};
}

std::string find_difference(const WorkbookPlan& plan, const spreadsheet::Workbook& read) {
  if (plan.sheets.size() != read.sheets.size()) {
    return source::format("{} sheets were planned, {} found", plan.sheets.size(), read.sheets.size());
  }
  for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
    const std::string difference = find_sheet_difference(plan, plan.sheets[i], read.sheets[i], read.unlocked);
    if (!difference.empty()) return "sheet `" + plan.sheets[i].name + "`: " + difference;
    const auto& charts = plan.sheets[i].charts;
    if (charts.size() != read.sheets[i].charts.size()) return "sheet `" + plan.sheets[i].name + "`: charts are missing";
    for (std::size_t j = 0; j < charts.size(); ++j) {
      const std::string fault = find_chart_difference(charts[j], read.sheets[i].charts[j]);
      if (!fault.empty()) return "chart `" + charts[j].title + "`: " + fault;
    }
  }
  const Names planned = planned_names(plan);
  if (planned.size() != read.names.size()) {
    return source::format("{} names were planned, {} found", planned.size(), read.names.size());
  }
  for (const spreadsheet::DefinedName& name : read.names) {
    const auto found = planned.find({name.name, name.sheet.value_or(whole_workbook)});
    if (found == planned.end() || unquoted(found->second) != unquoted(name.refers)) {
      return "the name `" + name.name + "` leads to " + name.refers;
    }
  }
  if (!read.structure_protected) return "the sheets can be moved and removed";
  const auto property = [&read](const char* key) {
    const auto found = read.properties.find(key);
    return found == read.properties.end() ? std::string() : found->second;
  };
  if (property("shirube_template") != plan.id || property("shirube_version") != plan.version) {
    return "the stamp of the template is missing";
  }
  return {};
}

}  // namespace shirube::render::xlsx
