#include "render/xlsx/plan.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <variant>

#include "expression/excel_text.h"
#include "render/xlsx/block_chart.h"
#include "render/xlsx/drafting.h"
#include "render/xlsx/fitting.h"
#include "render/xlsx/grid.h"
#include "render/xlsx/sheet_state.h"
#include "render/xlsx/page_header.h"
#include "render/xlsx/room.h"
#include "render/xlsx/styles.h"
#include "render/xlsx/validations.h"
#include "render/xlsx/validity.h"
#include "render/xlsx/whole_numbers.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

using expression::Value;

namespace {

constexpr double portrait_pixels = 760;
constexpr double landscape_pixels = 1180;
constexpr double most_frozen_points = 160;

struct BlockDraft {
  Drafting& drafting;
  std::vector<std::size_t>& summaries;  // the lines where they go

  void operator()(const model::HeadingBlock& block) const { drafting.heading(block.text); }
  void operator()(const model::NoteBlock& block) const { drafting.note(block.text); }
  void operator()(const model::InstructionsBlock& block) const { drafting.instructions(block.items); }
  void operator()(const model::FormBlock& block) const { drafting.form(block); }
  void operator()(const model::TableBlock& block) const { drafting.table(block); }
  void operator()(const model::ChecklistBlock& block) const { drafting.checklist(block); }
  void operator()(const model::CalculationBlock& block) const { drafting.calculation(block); }
  void operator()(const model::ChecksBlock& block) const { drafting.checks(block); }
  void operator()(const model::SignOffBlock& block) const { drafting.sign_off(block); }
  void operator()(const model::ChartBlock& block) const { drafting.chart(block); }
  void operator()(const model::ModelBlock& block) const { drafting.model(block); }
  void operator()(const model::GateBlock& block) const { drafting.gate(block); }
  void operator()(const model::LegendBlock&) const { drafting.legend(); }
  void operator()(const model::ChangesBlock& block) const { drafting.changes(block); }
  void operator()(const model::SummaryBlock& block) const {
    drafting.heading(block.title.empty() ? "記入の状況" : block.title);
    summaries.push_back(drafting.current().lines.size());
  }
};

void draft_block(Drafting& drafting, const model::BlockDefinition& block, std::vector<std::size_t>& summaries) {
  const std::size_t first = drafting.current().lines.size();
  std::visit(BlockDraft{drafting, summaries}, block.value);
  if (block.page_break && drafting.current().lines.size() > first) drafting.current().lines[first].page_break = true;
}

// One table, and only words above it.
bool is_list(const model::SheetDefinition& sheet) {
  const auto is_words = [](const model::BlockDefinition& block) {
    return std::holds_alternative<model::HeadingBlock>(block.value) ||
           std::holds_alternative<model::NoteBlock>(block.value) ||
           std::holds_alternative<model::InstructionsBlock>(block.value);
  };
  const auto table = std::find_if_not(sheet.blocks.begin(), sheet.blocks.end(), is_words);
  return table != sheet.blocks.end() && std::holds_alternative<model::TableBlock>(table->value) &&
         std::all_of(table + 1, sheet.blocks.end(), is_words);
}

struct PendingSummary {
  std::uint32_t sheet;
  std::size_t line;
};

std::string phase_of_week(const model::Records& records, const model::SheetDefinition& sheet, std::int64_t week) {
  if (!sheet.repeat.plan) return {};
  const model::Plan* plan = model::find_record(records.plans, sheet.repeat.plan->value);
  if (plan == nullptr) return {};
  const std::int64_t day = (week - 1) * 7 + 1;
  for (const model::Phase& phase : plan->phases) {
    if (phase.first_day.value <= day && day <= phase.last_day.value) return phase.title;
  }
  return {};
}

void draft_sheets(Drafting& drafting) {
  std::vector<PendingSummary> pending;
  for (const model::SheetDefinition& definition : drafting.definition.sheets) {
    for (std::int64_t n = 1; n <= definition.repeat.count; ++n) {
      drafting.repetition = definition.repeat.count > 1 ? n : 0;
      drafting.phase = phase_of_week(drafting.records, definition, n);
      SheetDraft& sheet = drafting.draft.sheets.emplace_back();
      drafting.sheet = static_cast<std::uint32_t>(drafting.draft.sheets.size() - 1);
      sheet.name = drafting.filled(definition.name.value);
      sheet.title = drafting.filled(definition.title);
      sheet.landscape = definition.paper == model::SheetDefinition::Paper::landscape;
      sheet.one_page = definition.pages == model::SheetDefinition::Pages::one;
      sheet.tab_colour = styles::tab_colour(definition.colour);
      drafting.title(definition.title);
      std::vector<std::size_t> summaries;
      for (const model::BlockDefinition& block : definition.blocks) draft_block(drafting, block, summaries);
      for (const std::size_t line : summaries) pending.push_back({drafting.sheet, line});
      draft_state(drafting);
      if (is_list(definition) && sheet.header_line) {
        sheet.frozen_lines = sheet.repeated_lines = *sheet.header_line + 1;
      }
    }
  }
  // Later lines first, so that the places of the earlier ones stay right.
  std::reverse(pending.begin(), pending.end());
  for (const PendingSummary& summary : pending) draft_summary(drafting, summary.sheet, summary.line);
  for (std::uint32_t i = 0; i < drafting.draft.sheets.size(); ++i) {
    SheetDraft& sheet = drafting.draft.sheets[i];
    auto& pieces = sheet.lines.front().pieces;  // the title, its state, what is missing
    for (std::size_t piece = 1; piece < pieces.size(); ++piece) {
      const auto& shown = piece == 1 ? sheet.state : sheet.counter;
      if (shown.empty()) {
        pieces[piece].format = styles::title();
      } else {
        pieces[piece].content = shown.front();
        pieces[piece].least_pixels = piece == 1 ? state_pixels : counter_pixels;
      }
    }
    add_fault_counter(drafting, i);
  }
}

CellContent slot_content(const Slot& slot, const Value& value, const Computed* computed) {
  const auto* number = value.get<double>();
  const auto* text = value.get<std::string>();
  if (slot.kind == Slot::Kind::formula) {
    FormulaCell cell;
    cell.text = computed->text;
    if (number != nullptr) cell.value = *number;
    if (text != nullptr) cell.value = *text;
    return cell;
  }
  if (number != nullptr) return *number;
  if (text != nullptr && !text->empty()) return *text;
  return {};
}

CellContent slot_content(Formulas& formulas, const Draft& draft, SlotId id) {
  const Slot& slot = draft.slot(id);
  const Computed* computed = slot.kind == Slot::Kind::formula ? &formulas.computed(id) : nullptr;
  return slot_content(slot, formulas.value(id), computed);
}

struct CellPlace {
  std::uint32_t sheet = 0;
  std::uint32_t row = 0;
  std::uint16_t column = 0;
};
// A sheet's total is in its title, too.
using SlotCells = std::multimap<SlotId, CellPlace>;

class Layout {
 public:
  // `cells` gets where each slot is shown.
  Layout(Drafting& drafting, Formulas& formulas, SlotCells& cells, WorkbookPlan& plan)
      : drafting_(drafting), draft_(drafting.draft), plan_(plan), formulas_(formulas), cells_(cells) {}

  std::vector<Misfit> find_misfits() {
    place();
    return fit(draft_, grids_, formulas_);
  }

  void run() {
    place();
    (void)fit(draft_, grids_, formulas_);  // check_rooms reports it
    for (std::size_t i = 0; i < draft_.sheets.size(); ++i)
      plan_.sheets.push_back(plan_sheet(draft_.sheets[i], grids_[i]));
    for (std::size_t i = 0; i < draft_.sheets.size(); ++i) plan_charts(draft_.sheets[i], plan_.sheets[i]);
    for (const auto& [format, index] : formats_) plan_.formats[index] = format;
    name_inputs();
  }

 private:
  void place() {
    grids_.reserve(draft_.sheets.size());
    for (SheetDraft& sheet : draft_.sheets) {
      grids_.push_back(make_grid(sheet.lines, sheet.landscape ? landscape_pixels : portrait_pixels));
      sheet.columns = static_cast<std::uint16_t>(grids_.back().edges.size() - 1);
      place_slots(sheet, grids_.back());
    }
  }

  void place_slots(const SheetDraft& sheet, const Grid& grid) {
    for (std::size_t row = 0; row < sheet.lines.size(); ++row) {
      const auto& pieces = sheet.lines[row].pieces;
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto* id = std::get_if<SlotId>(&pieces[i].content);
        if (id == nullptr) continue;
        Slot& slot = draft_.slot(*id);
        slot.row = static_cast<std::uint32_t>(row);
        slot.column = grid.places[row][i].first;
        slot.last_column = grid.places[row][i].second;
        cells_.emplace(*id, CellPlace{static_cast<std::uint32_t>(grids_.size() - 1), slot.row, slot.column});
      }
    }
  }

  std::uint32_t format_index(CellFormat format) {
    if (format.horizontal == Horizontal::centre) format.indent = 0;  // the library would turn it into left
    const auto [found, added] = formats_.emplace(format, static_cast<std::uint32_t>(formats_.size()));
    if (added) plan_.formats.emplace_back();
    return found->second;
  }

  CellContent content(const Piece& piece) {
    if (const auto* text = std::get_if<std::string>(&piece.content)) {
      return text->empty() ? CellContent() : CellContent(*text);
    }
    if (const auto* number = std::get_if<double>(&piece.content)) return *number;
    const auto* id = std::get_if<SlotId>(&piece.content);
    return id == nullptr ? CellContent() : slot_content(formulas_, draft_, *id);
  }

  static double needed_points(const CellContent& content, const CellFormat& format, double pixels) {
    const auto* text = std::get_if<std::string>(&content);
    if (const auto* formula = std::get_if<FormulaCell>(&content)) text = std::get_if<std::string>(&formula->value);
    return text == nullptr || text->empty() ? 0 : text_points(*text, format, pixels);
  }

  SheetPlan plan_sheet(const SheetDraft& draft, const Grid& grid) {
    SheetPlan sheet;
    sheet.name = draft.name;
    sheet.tab_colour = draft.tab_colour;
    sheet.hidden = draft.hidden;
    sheet.landscape = draft.landscape;
    sheet.one_page = draft.one_page;
    sheet.frozen_columns = draft.frozen_columns;
    for (std::size_t i = 0; i + 1 < grid.edges.size(); ++i) {
      sheet.column_pixels.push_back(std::round(grid.edges[i + 1]) - std::round(grid.edges[i]));
    }
    std::uint16_t last_column = 0;
    for (std::size_t row = 0; row < draft.lines.size(); ++row) {
      const Line& line = draft.lines[row];
      double points = line.least_points;
      for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        const Piece& piece = line.pieces[i];
        const auto [first, last] = grid.places[row][i];
        Cell cell{static_cast<std::uint32_t>(row), first, format_index(piece.format), content(piece)};
        const double width = grid.edges[last + 1U] - grid.edges[first];
        points = std::max({points, needed_points(cell.content, piece.format, width),
                           needed_points(piece.room, piece.format, width)});
        for (std::uint16_t column = first; column <= last; ++column) {
          sheet.cells.push_back(
              {cell.row, column, cell.format, column == first ? std::move(cell.content) : CellContent()});
        }
        if (last > first) sheet.merges.push_back({cell.row, first, cell.row, last});
        last_column = std::max(last_column, last);
      }
      sheet.row_points.push_back(std::round(points * 4) / 4);
      if (line.page_break && row > 0) sheet.page_breaks.push_back(static_cast<std::uint32_t>(row));
    }
    // What always stays in sight has to leave room for the rest.
    double points = 0;
    for (std::uint32_t row = 0; row < draft.frozen_lines; ++row) points += sheet.row_points[row];
    const bool fits = points <= most_frozen_points;
    sheet.frozen_rows = fits ? draft.frozen_lines : 1;
    sheet.repeat_last_row = fits ? draft.repeated_lines - 1 : 0;
    if (!draft.hidden) sheet.print_area = {0, 0, static_cast<std::uint32_t>(draft.lines.size() - 1), last_column};
    sheet.validations = plan_validations(draft_, static_cast<std::uint32_t>(plan_.sheets.size()));
    sheet.highlights = plan_fault_highlights(draft_, static_cast<std::uint32_t>(plan_.sheets.size()));
    for (const SlotHighlight& highlight : draft.highlights) sheet.highlights.push_back(place_highlight(highlight));
    // LibreOffice takes one highlight per cell, the first: this one goes last.
    const auto whole = plan_whole_numbers(draft, grid);
    sheet.highlights.insert(sheet.highlights.end(), whole.begin(), whole.end());
    sheet.header = page_header(drafting_.definition.title, draft.title, draft.landscape);
    sheet.footer = page_footer(plan_.id, plan_.version);
    return sheet;
  }

  // On top of their lines. They reach from edge to edge, because programs differ in how wide they draw columns: edges
  // of cells are the only places that all of them agree on.
  void plan_charts(const SheetDraft& draft, SheetPlan& sheet) {
    constexpr double air = 6;
    double pixels = 0;
    for (const double width : sheet.column_pixels) pixels += width;
    for (std::size_t row = 0; row < draft.lines.size(); ++row) {
      if (!draft.lines[row].chart) continue;
      auto chart = plan_chart(*draft.lines[row].chart, drafting_, formulas_);
      if (!chart) continue;
      chart->row = static_cast<std::uint32_t>(row);
      chart->width = pixels;
      chart->height = sheet.row_points[row] * 96 / 72 - 2 * air;
      sheet.charts.push_back(std::move(*chart));
    }
  }

  Highlight place_highlight(const SlotHighlight& highlight) const {
    const Slot& first = draft_.slot(highlight.first);
    const Slot& last = draft_.slot(highlight.last);
    const auto relative = [](const Slot& slot, bool hold_column) {
      std::string name = cell_name(slot.row, slot.column);  // $B$5
      name.erase(name.rfind('$'), 1);
      if (!hold_column) name.erase(0, 1);
      return name;
    };
    std::string formula = highlight.formula;
    const auto replace = [&formula](const std::string& mark, const std::string& with) {
      for (auto at = formula.find(mark); at != std::string::npos; at = formula.find(mark, at + with.size())) {
        formula.replace(at, mark.size(), with);
      }
    };
    replace("{}", relative(first, false));
    for (std::size_t i = 0; i < highlight.references.size(); ++i) {
      const Slot& other = draft_.slot(highlight.references[i]);
      replace(source::format("{{{}}}", i + 1),
              highlight.first == highlight.last ? cell_name(other.row, other.column) : relative(other, true));
    }
    return {{first.row, first.column, last.row, first.last_column},
            formula,
            highlight.fill,
            highlight.colour,
            highlight.bold,
            highlight.number_format};
  }

  void name_inputs() {
    std::map<std::string, std::string> names;
    for (const DefinedName& name : plan_.names) names.emplace(name.name, name.refers);
    for (const Slot& slot : draft_.slots) {
      if (slot.kind != Slot::Kind::input) continue;
      std::string name = "in_" + slot.key;
      std::replace_if(
          name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
      const std::string base = name;
      for (int i = 2; names.contains(name); ++i) name = source::format("{}_{}", base, i);
      names.emplace(name, sheet_cell_name(draft_.sheets[slot.sheet].name, slot.row, slot.column));
    }
    // The template and its version, where a reader finds them without knowing the layout.
    const std::string& data = draft_.sheets.back().name;
    names.emplace("meta_template", sheet_cell_name(data, 1, stamp_column(1)));
    names.emplace("meta_version", sheet_cell_name(data, 1, stamp_column(3)));
    plan_.names.clear();
    for (auto& [name, refers] : names) plan_.names.push_back({name, std::move(refers)});
  }

  std::uint16_t stamp_column(std::size_t piece) const { return grids_.back().places[1][piece].first; }

  Drafting& drafting_;
  Draft& draft_;
  WorkbookPlan& plan_;
  Formulas& formulas_;
  SlotCells& cells_;
  std::vector<Grid> grids_;
  std::map<CellFormat, std::uint32_t> formats_;
};

}  // namespace

std::string cell_name(std::uint32_t row, std::uint16_t column) {
  std::string letters;
  for (unsigned rest = column + 1U; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return source::format("${}${}", letters, row + 1);
}

std::string sheet_cell_name(const std::string& sheet, std::uint32_t row, std::uint16_t column) {
  return expression::quoted_sheet(sheet) + "!" + cell_name(row, column);
}

std::string range_name(const ChartRange& range) {
  const Area& area = range.area;
  std::string name = sheet_cell_name(range.sheet, area.first_row, area.first_column);
  if (area.first_row != area.last_row) name += ":" + cell_name(area.last_row, area.last_column);
  return name;
}

struct WorkbookTemplate::State {
  Drafting drafting;
  Formulas formulas{drafting.draft, drafting.names};
  WorkbookPlan plan{};
  std::map<std::string, SlotId> fields{};
  SlotCells cells{};

  // Every formula that depends on one of these, however far.
  std::set<SlotId> affected(const Entries& entries) const {
    std::set<SlotId> found;
    std::vector<SlotId> pending;
    for (const auto& [slot, value] : entries) pending.push_back(slot);
    while (!pending.empty()) {
      const SlotId slot = pending.back();
      pending.pop_back();
      for (const SlotId dependent : formulas.dependents(slot)) {
        if (found.insert(dependent).second) pending.push_back(dependent);
      }
    }
    return found;
  }
};

WorkbookTemplate::WorkbookTemplate(const model::WorkbookDefinition& definition, const model::Records& records,
                                   const std::vector<double>& figures, model::Share share) {
  auto state = std::unique_ptr<State>(
      new State{{definition, records, figures, std::move(share), {}, {}, {}, {}, {}, {}, 0, 0, {}, {}}});
  Drafting& drafting = state->drafting;
  WorkbookPlan& plan = state->plan;
  plan.id = definition.id.value;
  plan.version = definition.version.value;
  plan.title = definition.title;
  plan.description = definition.description;
  draft_sheets(drafting);
  draft_chart_values(drafting);
  draft_lists(drafting, plan.names);
  draft_data(drafting);
  Layout(drafting, state->formulas, state->cells, plan).run();
  for (std::uint32_t i = 0; i < drafting.draft.slots.size(); ++i) {
    const Slot& slot = drafting.draft.slots[i];
    if (slot.kind == Slot::Kind::input) state->fields.emplace(slot.key, SlotId{i});
  }
  state_ = std::move(state);
}
WorkbookTemplate::~WorkbookTemplate() = default;
WorkbookTemplate::WorkbookTemplate(WorkbookTemplate&&) noexcept = default;

const WorkbookPlan& WorkbookTemplate::plan() const {
  return state_->plan;
}

bool WorkbookTemplate::has_field(const std::string& key) const {
  return state_->fields.contains(key);
}

std::vector<PlannedField> WorkbookTemplate::fields() const {
  const Draft& draft = state_->drafting.draft;
  std::map<std::string_view, std::string_view> names;  // by the cell
  for (const DefinedName& name : state_->plan.names) {
    if (name.name.starts_with("in_")) names.emplace(name.refers, name.name);
  }
  std::vector<PlannedField> fields;
  for (const Slot& slot : draft.slots) {
    if (slot.kind != Slot::Kind::input) continue;
    std::string cell = sheet_cell_name(draft.sheets[slot.sheet].name, slot.row, slot.column);
    std::string name(names[cell]);
    fields.push_back(
        {slot.key, slot.label, std::move(name), std::move(cell), slot.unit, slot.sheet, slot.required, slot.longest,
         slot.field});
  }
  return fields;
}

std::vector<CellChange> WorkbookTemplate::fill(const Values& values) const {
  const Draft& draft = state_->drafting.draft;
  Entries entries;
  for (const auto& [key, value] : values) {
    if (const auto field = state_->fields.find(key); field != state_->fields.end())
      entries.emplace(field->second, value);
  }
  std::set<SlotId> slots = state_->affected(entries);
  Formulas formulas(state_->formulas, entries, slots);
  std::vector<CellChange> changes;
  const auto change = [&](SlotId id) {
    const auto [first, last] = state_->cells.equal_range(id);
    for (auto cell = first; cell != last; ++cell) {
      changes.push_back({cell->second.sheet, cell->second.row, cell->second.column, slot_content(formulas, draft, id)});
    }
  };
  for (const SlotId id : slots) change(id);
  for (const auto& [id, value] : entries) change(id);
  std::sort(changes.begin(), changes.end(), [](const CellChange& left, const CellChange& right) {
    return std::tie(left.sheet, left.row, left.column) < std::tie(right.sheet, right.row, right.column);
  });
  return changes;
}

std::vector<Misfit> find_misfits(const model::WorkbookDefinition& definition, const model::Records& records,
                                 const std::vector<double>& figures) {
  Drafting drafting{definition, records, figures, {}, {}, {}, {}, {}, {}, {}, 0, 0, {}, {}};
  WorkbookPlan plan;
  draft_sheets(drafting);
  draft_lists(drafting, plan.names);
  Formulas formulas(drafting.draft, drafting.names);
  SlotCells cells;
  return Layout(drafting, formulas, cells, plan).find_misfits();
}

WorkbookPlan plan_workbook(const model::WorkbookDefinition& definition, const model::Records& records,
                           const std::vector<double>& figures) {
  return WorkbookTemplate(definition, records, figures).plan();
}

}  // namespace shirube::render::xlsx
