#include "render/xlsx/press.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "render/xlsx/make.h"
#include "render/xlsx/verify.h"
#include "render/xlsx/writer.h"
#include "source/format.h"
#include "spreadsheet/chart.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "spreadsheet/sheet.h"

namespace shirube::render::xlsx {

using source::Failure;
using source::Result;

namespace {

Failure damaged(std::string detail) {
  return {Failure::Kind::damaged, "", std::move(detail)};
}

std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// A sheet's part as the library wrote it, and where in it each planned cell is.
struct PressedSheet {
  std::string part;
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> cells;  // begin and end of <c …>, in the order of the plan's cells
};

std::string_view between(std::string_view text, std::string_view left, std::string_view right) {
  const std::size_t begin = text.find(left);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find(right, begin + left.size());
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + right.size() - begin);
}

// A chart's part, and where in it the references of its series are: x and y of the first, of the second …
struct PressedChart {
  std::uint32_t sheet = 0;
  std::size_t chart = 0;  // of the sheet
  std::string part;
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> references;
};

bool find_references(PressedChart& chart, std::size_t expected) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t number = chart.text.find("<c:numRef>", at);
    const std::size_t words = chart.text.find("<c:strRef>", at);
    const std::size_t begin = std::min(number, words);
    if (begin == std::string::npos) return chart.references.size() == expected;
    const std::string_view closing = number < words ? "</c:numRef>" : "</c:strRef>";
    const std::size_t end = chart.text.find(closing, begin);
    if (end == std::string::npos) return false;
    at = end + closing.size();
    chart.references.emplace_back(begin, at);
  }
}

// As the library writes it.
std::string reference_markup(const ChartRange& range, std::string_view old) {
  const bool words = std::any_of(range.values.begin(), range.values.end(),
                                 [](const auto& value) { return std::holds_alternative<std::string>(value); });
  std::string markup = words ? "<c:strRef>" : "<c:numRef>";
  markup += between(old, "<c:f>", "</c:f>");
  markup += words ? "<c:strCache>" : "<c:numCache><c:formatCode>General</c:formatCode>";
  markup += source::format("<c:ptCount val=\"{}\"/>", range.values.size());
  for (std::size_t i = 0; i < range.values.size(); ++i) {
    const double* number = std::get_if<double>(&range.values[i]);
    const auto* text = std::get_if<std::string>(&range.values[i]);
    if (number == nullptr && text == nullptr) continue;
    markup += source::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", i,
                             number != nullptr ? source::format("{}", *number) : escape_markup(*text));
  }
  return markup + (words ? "</c:strCache></c:strRef>" : "</c:numCache></c:numRef>");
}

// The library writes cells in the plan's order, and a `<` stands for nothing but markup.
bool find_cells(PressedSheet& sheet, std::size_t expected) {
  constexpr std::string_view opening = "<c r=\"";
  std::size_t at = 0;
  while ((at = sheet.text.find(opening, at)) != std::string::npos) {
    const std::size_t end_of_tag = sheet.text.find('>', at);
    if (end_of_tag == std::string::npos) return false;
    std::size_t end = end_of_tag + 1;
    if (sheet.text[end_of_tag - 1] != '/') {
      const std::size_t closing = sheet.text.find("</c>", end);
      if (closing == std::string::npos) return false;
      end = closing + 4;
    }
    sheet.cells.emplace_back(at, end);
    at = end;
  }
  return sheet.cells.size() == expected;
}

// The cell's markup with another content: address and style stay.
std::string cell_markup(std::string_view old, const CellContent& content) {
  std::string markup = "<c ";
  markup += between(old, "r=\"", "\"");
  if (const auto style = between(old, " s=\"", "\""); !style.empty()) markup += style;
  if (const double* number = std::get_if<double>(&content)) {
    return markup + source::format("><v>{}</v></c>", *number);
  }
  if (const auto* text = std::get_if<std::string>(&content)) {
    return markup + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape_markup(escape_text(*text)) +
           "</t></is></c>";
  }
  const auto* formula = std::get_if<FormulaCell>(&content);
  if (formula == nullptr) return markup + "/>";
  const std::string spelled = "<f>" + escape_markup(formula->text) + "</f>";
  if (const double* number = std::get_if<double>(&formula->value)) {
    return markup + ">" + spelled + source::format("<v>{}</v></c>", *number);
  }
  return markup + " t=\"str\">" + spelled + "<v>" + escape_markup(escape_text(std::get<std::string>(formula->value))) +
         "</v></c>";
}

}  // namespace

struct Press::State {
  const WorkbookPlan* plan = nullptr;
  std::string bytes;
  std::vector<PressedSheet> sheets;
  std::vector<PressedChart> charts;
  std::vector<std::string> texts;  // that cells share
  std::vector<bool> unlocked;
  std::vector<spreadsheet::PartEntry> parts;

  struct Printed {
    std::vector<Cell> cells;  // that changed
    std::string markup;       // theirs alone
    std::string text;         // of the whole part
  };

  struct PrintedChart {
    const PressedChart* pressed = nullptr;
    ChartPlan plan;
    std::string text;
  };

  Result<Printed> change_sheet(std::uint32_t index, std::vector<const CellChange*> changes) const;
  // The charts that draw changed cells, with what those carry now.
  std::vector<PrintedChart> change_charts(const std::map<std::uint32_t, Printed>& changed) const;
  std::string find_difference(const std::string& printed, const std::map<std::uint32_t, Printed>& changed,
                              const std::vector<PrintedChart>& charts) const;
};

Result<Press::State::Printed> Press::State::change_sheet(std::uint32_t index,
                                                         std::vector<const CellChange*> changes) const {
  const PressedSheet& pressed = sheets[index];
  const auto place = [](const auto& cell) { return std::pair(cell.row, cell.column); };
  std::sort(changes.begin(), changes.end(),
            [&](const CellChange* left, const CellChange* right) { return place(*left) < place(*right); });
  const std::vector<Cell>& planned = plan->sheets[index].cells;
  Printed printed;
  printed.text.reserve(pressed.text.size() + changes.size() * 64);
  std::size_t copied = 0;
  auto next = planned.begin();
  for (const CellChange* change : changes) {
    next = std::lower_bound(next, planned.end(), place(*change),
                            [&](const Cell& cell, const auto& wanted) { return place(cell) < wanted; });
    if (next == planned.end() || place(*next) != place(*change)) {
      return damaged("cell " + cell_name(change->row, change->column) + " is not in the plan");
    }
    Cell& cell = printed.cells.emplace_back(*next);
    cell.content = change->content;
    if (std::string fault = find_cell_fault(cell, plan->formats.size()); !fault.empty()) {
      return Failure{Failure::Kind::unwritable, "", "cell " + cell_name(change->row, change->column) + ": " + fault};
    }
    const auto [begin, end] = pressed.cells[static_cast<std::size_t>(next - planned.begin())];
    const std::string markup = cell_markup(std::string_view(pressed.text).substr(begin, end - begin), change->content);
    printed.text.append(pressed.text, copied, begin - copied);
    printed.text += markup;
    printed.markup += markup;
    copied = end;
    ++next;
  }
  printed.text.append(pressed.text, copied);
  return printed;
}

namespace {

const Cell* find_cell(const std::vector<Cell>& cells, std::pair<std::uint32_t, std::uint16_t> place) {
  const auto found = std::lower_bound(cells.begin(), cells.end(), place, [](const Cell& each, const auto& wanted) {
    return std::pair(each.row, each.column) < wanted;
  });
  return found == cells.end() || std::pair(found->row, found->column) != place ? nullptr : &*found;
}

// Whether values changed; `numbers`: texts count as missing.
bool refill(ChartRange& range, const std::vector<Cell>& planned, const std::vector<Cell>& changed, bool numbers) {
  const auto before = range.values;
  for (std::size_t i = 0; i < range.values.size(); ++i) {
    const std::pair place(range.area.first_row + static_cast<std::uint32_t>(i), range.area.first_column);
    const Cell* cell = find_cell(changed, place);
    if (cell == nullptr) cell = find_cell(planned, place);
    auto& value = range.values[i];
    value = {};
    if (cell == nullptr) continue;
    const auto* formula = std::get_if<FormulaCell>(&cell->content);
    const double* number = std::get_if<double>(&cell->content);
    const auto* text = std::get_if<std::string>(&cell->content);
    if (formula != nullptr) {
      number = std::get_if<double>(&formula->value);
      text = std::get_if<std::string>(&formula->value);
    }
    if (number != nullptr) value = *number;
    if (text != nullptr && !text->empty() && !numbers) value = *text;
  }
  return range.values != before;
}

}  // namespace

std::vector<Press::State::PrintedChart> Press::State::change_charts(
    const std::map<std::uint32_t, Printed>& changed) const {
  std::map<std::string, std::uint32_t> sheets_by_name;
  for (const auto& [index, printed] : changed) sheets_by_name.emplace(plan->sheets[index].name, index);
  std::vector<PrintedChart> printed;
  for (const PressedChart& pressed : charts) {
    PrintedChart chart{&pressed, plan->sheets[pressed.sheet].charts[pressed.chart], {}};
    bool differs = false;
    std::size_t copied = 0;
    std::size_t reference = 0;
    for (ChartPlan::Series& series : chart.plan.series) {
      for (ChartRange* range : {&series.x, &series.y}) {
        const auto [begin, end] = pressed.references[reference++];
        const auto sheet = sheets_by_name.find(range->sheet);
        const bool numbers = range == &series.y || chart.plan.kind == ChartPlan::Kind::scatter;
        if (sheet == sheets_by_name.end()) continue;
        const std::vector<Cell>& planned = plan->sheets[sheet->second].cells;
        if (!refill(*range, planned, changed.at(sheet->second).cells, numbers)) continue;
        differs = true;
        chart.text.append(pressed.text, copied, begin - copied);
        chart.text += reference_markup(*range, std::string_view(pressed.text).substr(begin, end - begin));
        copied = end;
      }
    }
    if (!differs) continue;
    chart.text.append(pressed.text, copied);
    printed.push_back(std::move(chart));
  }
  return printed;
}

std::string Press::State::find_difference(const std::string& printed, const std::map<std::uint32_t, Printed>& changed,
                                          const std::vector<PrintedChart>& changed_charts) const {
  const spreadsheet::ReadLimits limits;
  auto container = spreadsheet::Container::open(printed, limits);
  if (!container) return container.failure().detail;
  const std::vector<spreadsheet::PartEntry> found = container.value().parts();
  if (found.size() != parts.size()) return "parts are missing";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool differs = std::any_of(changed.begin(), changed.end(),
                                     [&](const auto& entry) { return sheets[entry.first].part == parts[i].name; }) ||
                         std::any_of(changed_charts.begin(), changed_charts.end(),
                                     [&](const auto& chart) { return chart.pressed->part == parts[i].name; });
    if (found[i].name != parts[i].name || (!differs && found[i] != parts[i])) return "part `" + parts[i].name + "`";
  }
  for (const auto& [index, sheet] : changed) {
    auto text = container.value().read(sheets[index].part);
    if (!text) return text.failure().detail;
    // Outside of these cells it is the template's, which has been read back as a whole.
    if (text.value() != sheet.text) return "part `" + sheets[index].part + "`";
    spreadsheet::Sheet read;
    const std::string cells = "<worksheet><sheetData>" + sheet.markup + "</sheetData></worksheet>";
    if (auto done = spreadsheet::read_sheet(cells, texts, read, limits); !done) return done.failure().detail;
    std::string difference = find_cells_difference(*plan, sheet.cells, read.cells, unlocked);
    if (!difference.empty()) return "sheet `" + plan->sheets[index].name + "`: " + difference;
  }
  for (const PrintedChart& chart : changed_charts) {
    auto text = container.value().read(chart.pressed->part);
    if (!text) return text.failure().detail;
    spreadsheet::Chart read;
    // Its place and its description are in the drawing, which is the template's.
    read.row = chart.plan.row;
    read.column = chart.plan.column;
    read.description = chart.plan.description;
    if (auto done = spreadsheet::read_chart(text.value(), read, limits); !done) return done.failure().detail;
    const std::string difference = find_chart_difference(chart.plan, read);
    if (!difference.empty()) return "chart `" + chart.plan.title + "`: " + difference;
  }
  return {};
}

Press::Press(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Press::~Press() = default;
Press::Press(Press&&) noexcept = default;

Result<Press> Press::prepare(const WorkbookPlan& plan, const WriteOptions& options) {
  auto bytes = make_workbook(plan, options);
  if (!bytes) return bytes.failure();
  auto state = std::make_unique<State>();
  state->plan = &plan;
  state->bytes = std::move(bytes).value();
  auto workbook = spreadsheet::read_workbook(state->bytes);
  if (!workbook) return workbook.failure();
  auto container = spreadsheet::Container::open(state->bytes, {});
  if (!container) return container.failure();
  state->parts = container.value().parts();
  state->texts = std::move(workbook.value().texts);
  state->unlocked = std::move(workbook.value().unlocked);
  for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
    PressedSheet sheet;
    sheet.part = workbook.value().sheets[i].part;
    auto text = container.value().read(sheet.part);
    if (!text) return text.failure();
    sheet.text = std::move(text).value();
    if (!find_cells(sheet, plan.sheets[i].cells.size())) return damaged("part `" + sheet.part + "`: cells are missing");
    state->sheets.push_back(std::move(sheet));
    for (std::size_t j = 0; j < plan.sheets[i].charts.size(); ++j) {
      PressedChart chart{static_cast<std::uint32_t>(i), j, workbook.value().sheets[i].charts[j].part, {}, {}};
      auto chart_text = container.value().read(chart.part);
      if (!chart_text) return chart_text.failure();
      chart.text = std::move(chart_text).value();
      const ChartPlan& planned = plan.sheets[i].charts[j];
      if (!find_references(chart, planned.series.size() * 2 + (planned.blank ? 1 : 0))) {
        return damaged("part `" + chart.part + "`: references are missing");
      }
      state->charts.push_back(std::move(chart));
    }
  }
  return Press(std::move(state));
}

Result<std::string> Press::print(const std::vector<CellChange>& changes) const {
  std::map<std::uint32_t, std::vector<const CellChange*>> by_sheet;
  for (const CellChange& change : changes) {
    if (change.sheet >= state_->sheets.size()) return damaged(source::format("sheet {} does not exist", change.sheet));
    by_sheet[change.sheet].push_back(&change);
  }
  std::map<std::uint32_t, State::Printed> changed;
  std::map<std::string, std::string> texts;
  for (auto& [sheet, cells] : by_sheet) {
    auto printed = state_->change_sheet(sheet, std::move(cells));
    if (!printed) return printed.failure();
    texts.emplace(state_->sheets[sheet].part, printed.value().text);
    changed.emplace(sheet, std::move(printed).value());
  }
  if (texts.empty()) return state_->bytes;
  std::vector<State::PrintedChart> charts = state_->change_charts(changed);
  for (State::PrintedChart& chart : charts) texts.emplace(chart.pressed->part, std::move(chart.text));
  auto bytes = spreadsheet::replace_parts(state_->bytes, texts);
  if (!bytes) return bytes;
  if (std::string difference = state_->find_difference(bytes.value(), changed, charts); !difference.empty()) {
    return Failure{Failure::Kind::damaged, state_->plan->id + ".xlsx", std::move(difference)};
  }
  return bytes;
}

}  // namespace shirube::render::xlsx
