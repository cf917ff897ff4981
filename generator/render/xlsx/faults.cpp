// What must not reach libxlsxwriter: it would write it silently, and Excel would call the file damaged.
#include <algorithm>
#include <cmath>
#include <set>

#include "model/sheet_name.h"
#include "render/xlsx/writer.h"
#include "render/xlsx/room.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

constexpr std::size_t longest_text = 32'767;    // UTF-16 units
constexpr std::size_t longest_formula = 8'192;  // UTF-16 units
constexpr std::size_t longest_header = 255;
constexpr std::size_t longest_title = 255;
constexpr std::size_t most_series = 12;

std::string text_fault(std::string_view text, std::size_t longest) {
  if (source::find_invalid_utf8(text)) return "text is not UTF-8";
  for (std::size_t i = 0; i < text.size();) {
    const auto point = source::code_point_at(text, i);
    if (point.value < 0x20 && point.value != '\n' && point.value != '\t') return "text has a control character";
    if (point.value == 0xFFFE || point.value == 0xFFFF) return "text has a code point that XML cannot contain";
    i += point.size;
  }
  const std::size_t length = source::utf16_length(text);
  if (length > longest) return source::format("text has {} characters; the limit is {}", length, longest);
  return {};
}

std::string sheet_name_fault(const std::string& name) {
  if (std::string fault = text_fault(name, 31); !fault.empty()) return fault;
  if (const std::string sign = model::find_bad_sign(name); !sign.empty()) {
    return source::format("sheet name `{}` contains `{}`", name, sign);
  }
  return model::is_sheet_name(name) ? "" : "`" + name + "` is not a valid sheet name";
}

// Our own grammar, narrower than Excel's: a prefix that no cell address has.
std::string defined_name_fault(const std::string& name) {
  if (!name.starts_with("in_") && !name.starts_with("list_") && !name.starts_with("meta_")) {
    return "defined name `" + name + "` has no known prefix";
  }
  if (name.size() > 255 || name.ends_with("_")) return "defined name `" + name + "` is too long or ends with `_`";
  for (const char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
      return "defined name `" + name + "` is not ASCII";
  }
  return {};
}

bool overlap(const Area& left, const Area& right) {
  return left.first_row <= right.last_row && right.first_row <= left.last_row &&
         left.first_column <= right.last_column && right.first_column <= left.last_column;
}

// Areas sorted by their first row: only those that are still open can overlap the next.
std::string overlap_fault(std::vector<Area> areas, const char* what) {
  std::sort(areas.begin(), areas.end());
  std::vector<Area> open;
  for (const Area& area : areas) {
    std::erase_if(open, [&area](const Area& earlier) { return earlier.last_row < area.first_row; });
    for (const Area& earlier : open) {
      if (overlap(earlier, area)) {
        return source::format("{} overlap at {}", what, cell_name(area.first_row, area.first_column));
      }
    }
    open.push_back(area);
  }
  return {};
}

std::string validation_fault(const Validation& rule, const std::set<std::string>& names) {
  if (rule.kind == Validation::Kind::list && !names.contains(rule.list)) return "list `" + rule.list + "` has no name";
  if (!std::isfinite(rule.least) || !std::isfinite(rule.most) || rule.least > rule.most) return "its range is empty";
  const std::pair<const std::string*, std::size_t> texts[] = {
      {&rule.prompt_title, 32}, {&rule.prompt, 255}, {&rule.error_title, 32}, {&rule.error, 255}};
  for (const auto& [text, longest] : texts) {
    // The writer adds a character that the library takes away: see writer.cpp.
    const std::size_t room = longest - (text->starts_with('=') ? 1 : 0);
    if (std::string fault = text_fault(*text, room); !fault.empty()) return fault;
    if (text->find('\t') != std::string::npos) return "a tab becomes a space in `" + *text + "`";
  }
  return {};
}

std::string range_fault(const WorkbookPlan& plan, const ChartRange& range) {
  const bool known = std::any_of(plan.sheets.begin(), plan.sheets.end(),
                                 [&](const SheetPlan& sheet) { return sheet.name == range.sheet; });
  if (!known) return "its range is on no sheet of the workbook";
  const Area& area = range.area;
  if (area.first_column != area.last_column || area.first_row > area.last_row || area.last_row >= 1'048'576 ||
      range.values.size() != area.last_row - area.first_row + 1U) {
    return "its range is not one column with a value for each cell";
  }
  for (const auto& value : range.values) {
    const double* number = std::get_if<double>(&value);
    const auto* text = std::get_if<std::string>(&value);
    if (number != nullptr && !std::isfinite(*number)) return "it has a value that is not a finite number";
    if (text == nullptr) continue;
    if (std::string fault = text_fault(*text, longest_text); !fault.empty()) return fault;
  }
  return {};
}

std::string chart_fault(const WorkbookPlan& plan, const ChartPlan& chart) {
  if (chart.series.empty() || chart.series.size() > most_series) {
    return source::format("it has {} series; 1 to {} are possible", chart.series.size(), most_series);
  }
  const std::pair<const std::string*, std::size_t> texts[] = {
      {&chart.title, longest_title},   {&chart.description, longest_text},
      {&chart.x.title, longest_title}, {&chart.x.number_format, longest_title},
      {&chart.y.title, longest_title}, {&chart.y.number_format, longest_title}};
  for (const auto& [text, longest] : texts) {
    if (std::string fault = text_fault(*text, longest); !fault.empty()) return fault;
  }
  if (!(chart.width >= 50 && chart.width <= 4'000 && chart.height >= 50 && chart.height <= 4'000)) {
    return "its size is not valid for a chart";
  }
  for (const ChartPlan::Series& series : chart.series) {
    if (std::string fault = text_fault(series.name, longest_title); !fault.empty()) return fault;
    for (const ChartRange* range : {&series.x, &series.y}) {
      if (std::string fault = range_fault(plan, *range); !fault.empty()) return fault;
    }
    if (series.x.values.size() != series.y.values.size()) return "its ranges have different lengths";
  }
  return {};
}

std::string sheet_fault(const WorkbookPlan& plan, const SheetPlan& sheet, const std::set<std::string>& names) {
  std::set<std::pair<std::uint32_t, std::uint16_t>> taken;
  for (const Cell& cell : sheet.cells) {
    std::string fault = find_cell_fault(cell, plan.formats.size());
    if (fault.empty() && !taken.insert({cell.row, cell.column}).second) fault = "it is written twice";
    if (!fault.empty()) return "cell " + cell_name(cell.row, cell.column) + ": " + fault;
  }
  std::vector<Area> validated;
  for (const Validation& rule : sheet.validations) {
    const std::string fault = validation_fault(rule, names);
    if (!fault.empty()) return "validation of " + cell_name(rule.area.first_row, rule.area.first_column) + ": " + fault;
    validated.push_back(rule.area);
  }
  if (std::string fault = overlap_fault(validated, "validations"); !fault.empty()) return fault;
  if (std::string fault = overlap_fault(sheet.merges, "merged cells"); !fault.empty()) return fault;
  for (const Highlight& highlight : sheet.highlights) {
    if (highlight.formula.empty()) return "a highlight has no formula";
    if (std::string fault = text_fault(highlight.formula, longest_formula); !fault.empty()) return fault;
  }
  for (const ChartPlan& chart : sheet.charts) {
    if (std::string fault = chart_fault(plan, chart); !fault.empty()) return "chart `" + chart.title + "`: " + fault;
  }
  for (const std::string* text : {&sheet.header, &sheet.footer}) {
    if (std::string fault = text_fault(*text, longest_header - 1); !fault.empty()) return fault;
  }
  for (std::size_t row = 0; row < sheet.row_points.size(); ++row) {
    const double points = sheet.row_points[row];
    if (!(points > 0 && points <= most_points)) {
      return source::format("{0}行目 (row {0}): {1:.0f} pt > {2:.0f} pt", row + 1, points, most_points);
    }
  }
  for (const double pixels : sheet.column_pixels) {
    if (!(pixels > 0 && pixels <= 1790)) return "a column has a width that Excel does not allow";
  }
  return {};
}

}  // namespace

std::string find_cell_fault(const Cell& cell, std::size_t formats) {
  if (cell.row >= 1'048'576 || cell.column >= 16'384) return "it is outside the sheet";
  if (cell.format >= formats) return "its format does not exist";
  if (const double* number = std::get_if<double>(&cell.content)) {
    return std::isfinite(*number) ? "" : "it is not a finite number";
  }
  if (const auto* text = std::get_if<std::string>(&cell.content)) {
    return text->empty() ? "its text is empty" : text_fault(escape_text(*text), longest_text);
  }
  const auto* formula = std::get_if<FormulaCell>(&cell.content);
  if (formula == nullptr) return {};
  if (formula->text.empty() || formula->text.front() == '=') return "its formula is empty or begins with `=`";
  if (std::string fault = text_fault(formula->text, longest_formula); !fault.empty()) return fault;
  if (const double* number = std::get_if<double>(&formula->value)) {
    return std::isfinite(*number) ? "" : "its value is not a finite number";
  }
  return text_fault(std::get<std::string>(formula->value), longest_text);
}

std::string escape_text(const std::string& text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto hexadecimal = [&text](std::size_t at) {
      const char c = text[at];
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' && hexadecimal(i + 2) &&
        hexadecimal(i + 3) && hexadecimal(i + 4) && hexadecimal(i + 5)) {
      escaped += "_x005F_";
    } else {
      escaped += text[i];
    }
  }
  return escaped;
}

std::string find_fault(const WorkbookPlan& plan) {
  if (plan.sheets.empty()) return "the workbook has no sheet";
  for (const std::string* text : {&plan.id, &plan.version, &plan.title, &plan.description}) {
    if (std::string fault = text_fault(*text, 255); !fault.empty()) return fault;
  }
  std::set<std::string> names;
  for (const DefinedName& name : plan.names) {
    if (std::string fault = defined_name_fault(name.name); !fault.empty()) return fault;
    if (name.refers.empty()) return "defined name `" + name.name + "` leads nowhere";
    if (std::string fault = text_fault(name.refers, longest_formula); !fault.empty()) return fault;
    if (!names.insert(name.name).second) return "duplicate defined name `" + name.name + "`";
  }
  for (const CellFormat& format : plan.formats) {
    if (std::string fault = text_fault(format.number_format, 200); !fault.empty()) return fault;
  }
  std::set<std::string> sheets;
  for (const SheetPlan& sheet : plan.sheets) {
    if (std::string fault = sheet_name_fault(sheet.name); !fault.empty()) return fault;
    if (!sheets.insert(model::folded_sheet_name(sheet.name)).second) return "two sheets are called `" + sheet.name + "`";
    if (std::string fault = sheet_fault(plan, sheet, names); !fault.empty()) return sheet.name + ": " + fault;
  }
  return {};
}

}  // namespace shirube::render::xlsx
