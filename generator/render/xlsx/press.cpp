#include "render/xlsx/press.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "render/xlsx/make.h"
#include "render/xlsx/verify.h"
#include "render/xlsx/writer.h"
#include "source/format.h"
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

// A sheet's part as the library wrote it, and where in it each planned cell stands.
struct PressedSheet {
  std::string part;
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> cells;  // begin and end of <c …>, in the order of the plan's cells
};

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

std::string_view between(std::string_view text, std::string_view left, std::string_view right) {
  const std::size_t begin = text.find(left);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find(right, begin + left.size());
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + right.size() - begin);
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
  std::vector<std::string> texts;  // that cells share
  std::vector<bool> unlocked;
  std::vector<spreadsheet::PartEntry> parts;

  struct Printed {
    SheetPlan plan;
    std::string text;  // of its part
  };

  Result<Printed> change_sheet(std::uint32_t index, std::vector<const CellChange*> changes) const;
  std::string find_difference(const std::string& printed, const std::map<std::uint32_t, Printed>& changed) const;
};

Result<Press::State::Printed> Press::State::change_sheet(std::uint32_t index,
                                                         std::vector<const CellChange*> changes) const {
  const PressedSheet& pressed = sheets[index];
  const auto place = [](const auto& cell) { return std::pair(cell.row, cell.column); };
  std::sort(changes.begin(), changes.end(),
            [&](const CellChange* left, const CellChange* right) { return place(*left) < place(*right); });
  Printed printed{plan->sheets[index], {}};
  printed.text.reserve(pressed.text.size() + changes.size() * 64);
  std::size_t copied = 0;
  auto next = printed.plan.cells.begin();
  for (const CellChange* change : changes) {
    next = std::lower_bound(next, printed.plan.cells.end(), place(*change),
                            [&](const Cell& cell, const auto& wanted) { return place(cell) < wanted; });
    if (next == printed.plan.cells.end() || place(*next) != place(*change)) {
      return damaged("cell " + cell_name(change->row, change->column) + " is not in the plan");
    }
    next->content = change->content;
    if (std::string fault = find_cell_fault(*next, plan->formats.size()); !fault.empty()) {
      return damaged("cell " + cell_name(change->row, change->column) + ": " + fault);
    }
    const auto [begin, end] = pressed.cells[static_cast<std::size_t>(next - printed.plan.cells.begin())];
    printed.text.append(pressed.text, copied, begin - copied);
    printed.text += cell_markup(std::string_view(pressed.text).substr(begin, end - begin), change->content);
    copied = end;
    ++next;
  }
  printed.text.append(pressed.text, copied);
  return printed;
}

std::string Press::State::find_difference(const std::string& printed,
                                          const std::map<std::uint32_t, Printed>& changed) const {
  const spreadsheet::ReadLimits limits;
  auto container = spreadsheet::Container::open(printed, limits);
  if (!container) return container.failure().detail;
  const std::vector<spreadsheet::PartEntry> found = container.value().parts();
  if (found.size() != parts.size()) return "parts are missing";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool differs = std::any_of(changed.begin(), changed.end(),
                                     [&](const auto& entry) { return sheets[entry.first].part == parts[i].name; });
    if (found[i].name != parts[i].name || (!differs && found[i] != parts[i])) return "part `" + parts[i].name + "`";
  }
  for (const auto& [index, sheet] : changed) {
    auto text = container.value().read(sheets[index].part);
    if (!text) return text.failure().detail;
    spreadsheet::Sheet read;
    read.name = sheet.plan.name;
    if (auto done = spreadsheet::read_sheet(text.value(), texts, read, limits); !done) return done.failure().detail;
    std::string difference = find_sheet_difference(*plan, sheet.plan, read, unlocked);
    if (!difference.empty()) return "sheet `" + sheet.plan.name + "`: " + difference;
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
  }
  return Press(std::move(state));
}

Result<std::string> Press::print(const std::vector<CellChange>& changes) const {
  std::map<std::uint32_t, std::vector<const CellChange*>> by_sheet;
  for (const CellChange& change : changes) {
    if (change.sheet >= state_->sheets.size()) return damaged(source::format("there is no sheet {}", change.sheet));
    by_sheet[change.sheet].push_back(&change);
  }
  std::map<std::uint32_t, State::Printed> changed;
  std::map<std::string, std::string> texts;
  for (auto& [sheet, cells] : by_sheet) {
    auto printed = state_->change_sheet(sheet, std::move(cells));
    if (!printed) return printed.failure();
    texts.emplace(state_->sheets[sheet].part, std::move(printed.value().text));
    changed.emplace(sheet, std::move(printed).value());
  }
  if (texts.empty()) return state_->bytes;
  auto bytes = spreadsheet::replace_parts(state_->bytes, texts);
  if (!bytes) return bytes;
  if (std::string difference = state_->find_difference(bytes.value(), changed); !difference.empty()) {
    return Failure{Failure::Kind::damaged, state_->plan->id + ".xlsx", std::move(difference)};
  }
  return bytes;
}

}  // namespace shirube::render::xlsx
