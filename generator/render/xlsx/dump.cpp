#include "render/xlsx/dump.h"

#include "source/format.h"

namespace shirube::render::xlsx {

namespace {

std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else if (c == '\t') {
      line += "\\t";
    } else {
      line += c;
    }
  }
  return line;
}

std::string number_text(double number) {
  return source::format("{:.16g}", number);
}

std::string short_name(std::uint32_t row, std::uint16_t column) {
  std::string name = cell_name(row, column);
  std::erase(name, '$');
  return name;
}

std::string area_text(const Area& area) {
  return short_name(area.first_row, area.first_column) + ":" + short_name(area.last_row, area.last_column);
}

std::string content_text(const CellContent& content) {
  if (const double* number = std::get_if<double>(&content)) return number_text(*number);
  if (const auto* text = std::get_if<std::string>(&content)) return "\"" + one_line(*text) + "\"";
  if (const auto* formula = std::get_if<FormulaCell>(&content)) {
    const double* number = std::get_if<double>(&formula->value);
    return "=" + formula->text + " -> " +
           (number != nullptr ? number_text(*number) : "\"" + one_line(std::get<std::string>(formula->value)) + "\"");
  }
  return {};
}

const char* kind_word(Validation::Kind kind) {
  constexpr const char* words[] = {"any", "list", "whole", "decimal", "date", "length"};
  return words[static_cast<std::size_t>(kind)];
}

std::string chart_text(const ChartPlan& chart) {
  constexpr const char* words[] = {"line", "column", "bar", "scatter", "tornado", "radar"};
  std::string text = source::format(
      "chart {} {} {:.0f}x{:.0f} {} | {} {} | {} {} | {}\n", words[static_cast<std::size_t>(chart.kind)],
      short_name(chart.row, chart.column), chart.width, chart.height, one_line(chart.title), chart.x.title,
      chart.x.number_format, chart.y.title, chart.y.number_format, one_line(chart.description));
  for (const ChartPlan::Series& series : chart.series) {
    text += source::format("series{} {} {} over {} ->", series.points ? " points" : "", one_line(series.name),
                           range_name(series.y), range_name(series.x));
    for (const auto& value : series.y.values) {
      const double* number = std::get_if<double>(&value);
      text += " " + (number == nullptr ? std::string("-") : number_text(*number));
    }
    text += "\n";
  }
  return text;
}

}  // namespace

std::string dump_plan(const WorkbookPlan& plan) {
  std::string text = source::format("workbook {} {} {}\n", plan.id, plan.version, plan.title);
  for (const SheetPlan& sheet : plan.sheets) {
    text += source::format("\nsheet {}{} {} {} rows {} print {}\n", sheet.name, sheet.hidden ? " hidden" : "",
                           sheet.landscape ? "landscape" : "portrait", sheet.one_page ? "one page" : "many pages",
                           sheet.row_points.size(), sheet.print_area ? area_text(*sheet.print_area) : "-");
    for (const Cell& cell : sheet.cells) {
      const bool open = !plan.formats[cell.format].locked;
      if (std::holds_alternative<std::monostate>(cell.content) && !open) continue;
      text += source::format("{}{} {}\n", short_name(cell.row, cell.column), open ? " input" : "",
                             content_text(cell.content));
    }
    for (const Area& area : sheet.merges) text += "merge " + area_text(area) + "\n";
    for (const Validation& rule : sheet.validations) {
      text += source::format("validation {} {} {} {} {} | {}\n", area_text(rule.area), kind_word(rule.kind), rule.list,
                             number_text(rule.least), number_text(rule.most), rule.prompt);
    }
    for (const Highlight& highlight : sheet.highlights) {
      text += "highlight " + area_text(highlight.area) + " " + highlight.formula;
      if (!highlight.number_format.empty()) text += " shown as " + highlight.number_format;
      text += "\n";
    }
    for (const ChartPlan& chart : sheet.charts) text += chart_text(chart);
    for (const std::uint32_t row : sheet.page_breaks) text += source::format("page break above row {}\n", row + 1);
    text += "header " + sheet.header + "\nfooter " + sheet.footer + "\n";
  }
  text += "\n";
  for (const DefinedName& name : plan.names) text += "name " + name.name + " " + name.refers + "\n";
  return text;
}

std::string dump_cells(const WorkbookPlan& plan) {
  std::string text;
  for (const SheetPlan& sheet : plan.sheets) {
    for (const Cell& cell : sheet.cells) {
      text += source::format("{}\t{}\t{}\t", sheet.name, cell.row, cell.column);
      if (const double* number = std::get_if<double>(&cell.content)) {
        text += "number\t" + number_text(*number) + "\t";
      } else if (const auto* words = std::get_if<std::string>(&cell.content)) {
        text += "text\t" + one_line(*words) + "\t";
      } else if (const auto* formula = std::get_if<FormulaCell>(&cell.content)) {
        const double* value = std::get_if<double>(&formula->value);
        text +=
            source::format("formula-{}\t{}\t{}", value != nullptr ? "number" : "text", formula->text,
                           value != nullptr ? number_text(*value) : one_line(std::get<std::string>(formula->value)));
      } else {
        text += "blank\t\t";
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace shirube::render::xlsx
