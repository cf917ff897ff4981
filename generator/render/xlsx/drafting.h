// Turns the blocks of a definition into drafted lines: one function a block.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "model/field_value.h"
#include "model/records.h"
#include "model/workbook.h"
#include "model/workbook_source.h"
#include "render/xlsx/draft.h"
#include "render/xlsx/formulas.h"
#include "render/xlsx/model_cells.h"

namespace shirube::render::xlsx {

struct Drafting {
  const model::WorkbookDefinition& definition;
  const model::Records& records;
  const std::vector<double>& figures;
  model::Share share;
  Draft draft;
  NameTable names;
  std::deque<model::FieldDefinition> own_fields;  // columns of blocks that come without any
  std::deque<model::TableBlock> own_tables;       // what checklists and sign-offs turn into
  std::deque<model::ChartBlock> own_charts;       // of calculations
  std::map<std::string, ModelCells> models;       // by id of the calculation
  std::uint32_t sheet = 0;                        // being drafted
  std::int64_t repetition = 0;                    // `n`, or 0
  std::string phase;                              // `{phase}`
  std::map<const std::vector<SlotId>*, std::vector<SlotId>> chart_values;  // what charts draw of computed columns

  SheetDraft& current() { return draft.sheets[sheet]; }
  // `{n}` and `{phase}` replaced.
  std::string filled(std::string text) const;
  Scope scope(const std::string& block) const;
  Line& add_line(double least_points, bool soft = false);
  void gap(double points = 9);

  void heading(const std::string& text);
  void note(const std::string& text);
  void instructions(const std::vector<std::string>& items);
  void legend();
  void changes(const model::ChangesBlock& changes);
  void form(const model::FormBlock& form);
  void table(const model::TableBlock& table);
  void checklist(const model::ChecklistBlock& checklist);
  void calculation(const model::CalculationBlock& calculation);
  void checks(const model::ChecksBlock& checks);
  void sign_off(const model::SignOffBlock& sign_off);
  void chart(const model::ChartBlock& chart);
  void model(const model::ModelBlock& block);
  void gate(const model::GateBlock& block);
  void title(const std::string& text);
  // OK or 要確認, shown here and on the first sheet.
  void check_line(const std::string& label, const std::string& advice, SlotId result);

  // A slot for a field of `block`, with its initial value, under its names. `indicator`: of its table, or null.
  SlotId add_field(const model::FieldDefinition& field, const std::string& block_id, const std::string& row_key,
                   const std::string& label, const model::Indicator* indicator = nullptr);
};

// `{n}` and `{phase}` replaced, as on a sheet of that number (0: not repeated) in that phase.
std::string filled_text(std::string text, std::int64_t repetition, const std::string& phase);
// The number, day or text that an author or a record means, as a cell keeps it.
expression::Value initial_value(const model::CellKind& kind, const std::string& text);
expression::Value property_value(const model::CellKind& kind, const model::Property& property);
// The decimals that a number was typed with; 0 where it is kept in another unit.
int typed_decimals(const model::CellKind& kind, const std::string& text);
int typed_decimals(const model::CellKind& kind, const model::Property& property);
// An input without an initial value that is not filled in when a workbook is issued either.
bool is_own_entry(const Slot& slot);
// Days since 1899-12-30.
double day_number(const std::string& date);
// What a title's counter, 未記入 12 件, and its state need.
inline constexpr double counter_pixels = 100;
inline constexpr double state_pixels = 70;
// Marks the cells from one to the other that hold a number from `least` on.
SlotHighlight attention_highlight(SlotId first, SlotId last, double least);
// Gives the cell more decimals than `notation` has where these alone would show another side of `goal` than the one that
// the number is on: 1.96 is shown as 2.0 only where 2.0 is not required.
void show_what_decides(Drafting& drafting, SlotId value, SlotId goal, const std::string& notation);
std::string unit_label(const std::string& label, const std::string& unit);
// The cell's look, by what the slot is.
CellFormat slot_format(const Slot& slot, std::int64_t lines, std::optional<std::int64_t> decimals);

inline constexpr const char* chart_sheet = "図の値";
SheetDraft& add_hidden_sheet(Drafting& drafting, const char* name, const char* title);
// A formula that says 要確認 if the value is not valid for the input; `value`: a cell of the data sheet.
SlotId add_verdict(Drafting& drafting, SlotId input, SlotId value);
// How many values of the sheet are such as their fields do not take, in its title line.
void add_fault_counter(Drafting& drafting, std::uint32_t sheet);
// How many of these say 要確認; they are on the data sheet, in its order.
Computed count_verdicts(Formulas& formulas, const std::vector<SlotId>& verdicts, std::uint32_t sheet);

// Appends the sheets that every workbook has: 選択肢 (lists) and データ (a row for each field).
void draft_lists(Drafting& drafting, std::vector<DefinedName>& names);
void draft_data(Drafting& drafting);
// Fills in the summary, which needs every other sheet; `at`: the first of its lines on `sheet`.
void draft_summary(Drafting& drafting, std::uint32_t sheet, std::size_t at);

}  // namespace shirube::render::xlsx
