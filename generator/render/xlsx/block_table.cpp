// Blocks of rows and columns: tables, checklists, sign-off.
#include <algorithm>

#include "model/workbook_source.h"
#include "render/xlsx/drafting.h"
#include "render/xlsx/sheet_state.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::FieldDefinition;
using model::FieldType;

namespace {

constexpr double number_width = 0.035;
constexpr double state_width = 0.055;

// One row to come: the initial value of each column.
struct RowDraft {
  std::map<std::string, Value, std::less<>> values;
  std::map<std::string, int, std::less<>> decimals;  // that they were typed with
  std::map<std::string, const expression::Expression*, std::less<>> formulas;
};

struct ColumnPlace {
  const FieldDefinition* field;
  double left;
  double right;
};

class TableDraft {
 public:
  TableDraft(Drafting& drafting, const model::TableBlock& table) : drafting_(drafting), table_(table) {
    if (table.indicator) indicator_ = model::find_record(drafting.records.indicators, table.indicator->value);
    const bool states = std::any_of(table.columns.begin(), table.columns.end(),
                                    [](const FieldDefinition& column) { return column.required; });
    left_ = table.numbered ? number_width : 0;
    right_ = states ? 1 - state_width : 1;
    double all = 0;
    for (const FieldDefinition& column : table.columns) all += column.width;
    double at = left_;
    for (const FieldDefinition& column : table.columns) {
      const double next = at + (right_ - left_) * column.width / all;
      places_.push_back({&column, at, next});
      at = next;
    }
    if (!places_.empty()) places_.back().right = right_;
  }

  void draw() {
    drafting_.heading(table_.title);
    if (indicator_ != nullptr) describe_indicator();
    const std::vector<RowDraft> rows = row_drafts();
    if (rows.empty()) return drafting_.note("表示する記録がまだありません。");
    header();
    for (std::size_t i = 0; i < rows.size(); ++i) row(rows[i], i);
    if (table_.total) total();
    highlight();
  }

 private:
  model::CellKind kind_of(const FieldDefinition& column) const { return model::cell_kind(column, indicator_); }
  FieldType type_of(const FieldDefinition& column) const { return kind_of(column).type; }
  std::string unit_of(const FieldDefinition& column) const { return kind_of(column).unit.symbol; }

  RowDraft written_row(const model::Row& row) const {
    RowDraft draft;
    for (const model::RowCell& cell : row.cells) {
      if (cell.formula) {
        draft.formulas.emplace(cell.column.value, &*cell.formula);
        continue;
      }
      model::CellKind kind;
      for (const FieldDefinition& column : table_.columns) {
        if (column.id.value == cell.column.value) kind = kind_of(column);
      }
      draft.values.emplace(cell.column.value, initial_value(kind, drafting_.filled(cell.text.value)));
      draft.decimals.emplace(cell.column.value, typed_decimals(kind, cell.text.value));
    }
    return draft;
  }

  std::vector<RowDraft> row_drafts() const {
    std::vector<RowDraft> rows;
    for (const model::Row& row : table_.rows.rows) rows.push_back(written_row(row));
    for (const model::PropertyRow& record : model::record_rows(table_.rows, drafting_.records, drafting_.share)) {
      RowDraft& row = rows.emplace_back();
      for (const FieldDefinition& column : table_.columns) {
        const auto found = record.find(column.property.value);
        if (found == record.end()) continue;
        row.values.emplace(column.id.value, property_value(kind_of(column), found->second));
        row.decimals.emplace(column.id.value, typed_decimals(kind_of(column), found->second));
      }
    }
    rows.resize(rows.size() + static_cast<std::size_t>(table_.rows.count));
    return rows;
  }

  void describe_indicator() {
    std::string text = source::format("{}（単位 {}、{}ほど良い）", indicator_->definition, indicator_->unit.symbol,
                                      indicator_->direction == model::Direction::up ? "大きい" : "小さい");
    const std::string target = model::describe_target(*indicator_);
    if (!target.empty()) text += "　目標: " + target;
    if (!indicator_->data_source.empty()) text += "　取得元: " + indicator_->data_source;
    drafting_.note(text);
  }

  void header() {
    drafting_.current().header_line = static_cast<std::uint32_t>(drafting_.current().lines.size());
    Line& line = drafting_.add_line(27);
    if (table_.numbered) line.pieces.push_back({0, left_, styles::column_header(), std::string("No")});
    for (const ColumnPlace& place : places_) {
      const FieldDefinition& column = *place.field;
      std::string label = unit_label(drafting_.filled(column.label), unit_of(column));
      const bool filled_in = column.type != FieldType::fixed && !column.formula;
      if (filled_in) label = (column.required ? "◆" : "◇") + label;
      line.pieces.push_back({place.left, place.right, styles::column_header(), label});
    }
    if (right_ < 1) line.pieces.push_back({right_, 1, styles::column_header(), std::string("記入")});
  }

  void row(const RowDraft& row, std::size_t index) {
    const std::string key = source::format("{}", index + 1);
    std::int64_t lines = 1;
    for (const ColumnPlace& place : places_) lines = std::max(lines, place.field->lines);
    drafting_.add_line(7 + 17.0 * static_cast<double>(lines));
    std::vector<Piece> pieces;
    if (table_.numbered) pieces.push_back({0, left_, styles::fixed(true), static_cast<double>(index + 1)});
    Scope scope = drafting_.scope(table_.id.value);
    scope.row_number = static_cast<double>(index + 1);
    std::vector<SlotId> slots;
    std::vector<SlotId> required;
    std::vector<SlotId> begun;
    for (const ColumnPlace& place : places_) {
      const SlotId id = cell(row, place, key);
      slots.push_back(id);
      scope.row.emplace(NameTable::normal(place.field->id.value), id);
      drafting_.names.add_to_column(scope.block, place.field->id.value, id);
      const Slot& slot = drafting_.draft.slot(id);
      CellFormat format = slot_format(slot, place.field->lines, place.field->decimals);
      if (slot.kind == Slot::Kind::fixed && place.right - place.left < 0.06) format.horizontal = Horizontal::centre;
      pieces.push_back({place.left, place.right, format, id});
      if (slot.kind != Slot::Kind::input) continue;
      if (place.field->required) required.push_back(id);
      if (is_own_entry(slot)) begun.push_back(id);
    }
    // The columns know each other only now.
    for (std::size_t i = 0; i < slots.size(); ++i) {
      Slot& slot = drafting_.draft.slot(slots[i]);
      if (slot.kind != Slot::Kind::formula) continue;
      const auto written = row.formulas.find(places_[i].field->id.value);
      const auto* formula = written != row.formulas.end() ? written->second : &*places_[i].field->formula;
      slot.make = [formula, scope, at = drafting_.sheet](Formulas& formulas) {
        return formulas.authored(*formula, scope, at);
      };
      slot.signs = [formula, scope](const Formulas& formulas) { return formulas.signs(*formula, scope); };
    }
    if (right_ < 1) {
      const bool always = table_.due.exists || static_cast<std::int64_t>(index) < table_.least_rows;
      if (always) begun.clear();
      const SlotId id =
          add_missing_count(drafting_, required, {&table_.due, scope, index, false, std::move(begun)});
      pieces.push_back({right_, 1, styles::row_state(), id});
      states_.push_back(id);
    }
    drafting_.current().lines.back().pieces = std::move(pieces);
    rows_.push_back(std::move(slots));
  }

  SlotId cell(const RowDraft& row, const ColumnPlace& place, const std::string& key) {
    const FieldDefinition& column = *place.field;
    const SlotId id =
        drafting_.add_field(column, table_.id.value, key, source::format("{} {}", drafting_.filled(column.label), key),
                            indicator_);
    Slot& slot = drafting_.draft.slot(id);
    if (const auto value = row.values.find(column.id.value); value != row.values.end()) {
      slot.value = value->second;
      slot.decimals = row.decimals.at(column.id.value);
    }
    if (row.formulas.contains(column.id.value)) slot.kind = Slot::Kind::formula;
    return id;
  }

  void total() {
    Line& line = drafting_.add_line(24);
    CellFormat label = styles::label();
    label.horizontal = Horizontal::right;
    const auto wanted = [this](const FieldDefinition& column) {
      return std::any_of(table_.total->columns.begin(), table_.total->columns.end(),
                         [&](const auto& id) { return id.value == column.id.value; });
    };
    double from = 0;
    bool labelled = false;
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const FieldDefinition& column = *places_[i].field;
      if (!wanted(column)) continue;
      if (from < places_[i].left) {
        pieces.push_back({from, places_[i].left, label, labelled ? std::string() : table_.total->label});
        labelled = true;
      }
      std::vector<SlotId> cells;
      for (const auto& row : rows_) cells.push_back(row[i]);
      Slot slot;
      slot.kind = Slot::Kind::formula;
      slot.sheet = drafting_.sheet;
      slot.type = type_of(column);
      slot.unit = unit_of(column);
      slot.label = table_.total->label + " " + column.label;
      slot.key = table_.id.value + ".total." + column.id.value;
      slot.recorded = true;
      slot.make = [cells, function = table_.total->function, at = drafting_.sheet](Formulas& formulas) {
        return sum_or_mean(formulas, cells, function, at);
      };
      const SlotId id = drafting_.draft.add(std::move(slot));
      drafting_.names.add(drafting_.scope(table_.id.value).block, "total." + column.id.value, id);
      auto decimals = column.decimals;
      if (table_.total->function == model::TotalRow::Function::average) decimals = std::max<std::int64_t>(1, decimals.value_or(1));
      CellFormat format = styles::computed(false, styles::number_format(type_of(column), decimals, ""));
      format.bold = true;
      pieces.push_back({places_[i].left, places_[i].right, format, id});
      from = places_[i].right;
    }
    if (from < 1) pieces.push_back({from, 1, label, labelled ? std::string() : table_.total->label});
    line.pieces = std::move(pieces);
  }

  static Computed sum_or_mean(Formulas& formulas, const std::vector<SlotId>& cells, model::TotalRow::Function function,
                              std::uint32_t sheet) {
    const bool is_mean = function == model::TotalRow::Function::average;
    const std::string range = formulas.range(cells, sheet);
    double sum = 0;
    int count = 0;
    for (const SlotId id : cells) {
      if (const double* number = formulas.value(id).get<double>()) {
        sum += *number;
        ++count;
      }
    }
    Value value("");
    if (count > 0) value = is_mean ? sum / count : sum;
    return {source::format("IF(COUNT({0})=0,\"\",{1}({0}))", range, is_mean ? "AVERAGE" : "SUM"), value};
  }

  void highlight() {
    auto& highlights = drafting_.current().highlights;
    if (!states_.empty()) {
      for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!places_[i].field->required) continue;
        highlights.push_back({rows_.front()[i],
                              rows_.back()[i],
                              "AND(LEN({})=0,N({1})>0)",
                              {states_.front()},
                              styles::missing_fill,
                              0,
                              false});
      }
      highlights.push_back({states_.front(), states_.back(), "N({})>0", {}, styles::missing_fill, styles::ink, true});
      highlights.push_back(
          {states_.front(), states_.back(), "AND(ISNUMBER({}),N({})=0)", {}, styles::good_fill, styles::good, false});
    }
    for (std::size_t i = 0; i < places_.size() && !rows_.empty(); ++i) {
      if (const auto& attention = places_[i].field->attention) {
        const double from = model::cell_limit(*places_[i].field, type_of(*places_[i].field), attention->value);
        highlights.push_back(attention_highlight(rows_.front()[i], rows_.back()[i], from));
      }
      if (places_[i].field->type != FieldType::check) continue;
      highlights.push_back({rows_.front()[i], rows_.back()[i], "{}=\"☑\"", {}, styles::good_fill, styles::good, true});
    }
  }

  Drafting& drafting_;
  const model::TableBlock& table_;
  const model::Indicator* indicator_ = nullptr;
  double left_ = 0;
  double right_ = 1;
  std::vector<ColumnPlace> places_;
  std::vector<std::vector<SlotId>> rows_;
  std::vector<SlotId> states_;
};

FieldDefinition column(const char* id, const char* label, FieldType type, double width) {
  FieldDefinition field;
  field.id.value = id;
  field.label = label;
  field.type = type;
  field.width = width;
  return field;
}

model::RowCell text_cell(const char* column, std::string text) {
  model::RowCell cell;
  cell.column.value = column;
  cell.text.value = std::move(text);
  return cell;
}

}  // namespace

void Drafting::table(const model::TableBlock& table) {
  TableDraft(*this, table).draw();
}

void Drafting::checklist(const model::ChecklistBlock& checklist) {
  const model::Checklist* record = model::find_record(records.checklists, checklist.record.value);
  if (record == nullptr) return;
  model::TableBlock& table = own_tables.emplace_back();
  table.id = checklist.id;
  table.title = checklist.title.empty() ? record->title : checklist.title;
  table.rows.kind = model::RowSource::Kind::written;
  table.columns.push_back(column("item", "確認すること", FieldType::fixed, 5));
  table.columns.push_back(column("done", "確認", FieldType::check, 0.9));
  table.columns.push_back(column("evidence", "確かめた根拠・残る課題", FieldType::long_text, 4));
  table.columns.back().lines = 2;
  for (const model::PlanItem& item : record->items) {
    model::Row& row = table.rows.rows.emplace_back();
    row.cells.push_back(text_cell("item", item.note.empty() ? item.title : item.title + "\n" + item.note));
  }
  TableDraft(*this, table).draw();
  const std::string block = scope(checklist.id.value).block;
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = sheet;
  slot.label = "充足数";
  slot.key = checklist.id.value + ".count";
  slot.type = FieldType::number;
  slot.recorded = true;
  const auto meaning = names.find(block + ".done", Scope{});
  const auto* done = std::get_if<const std::vector<SlotId>*>(&meaning);
  if (done == nullptr) return;
  slot.make = [cells = **done, at = sheet](Formulas& formulas) {
    double count = 0;
    for (const SlotId id : cells) count += formulas.value(id) == Value("☑") ? 1 : 0;
    return Computed{source::format("COUNTIF({},\"☑\")", formulas.range(cells, at)), Value(count)};
  };
  const SlotId id = draft.add(std::move(slot));
  names.add(block, "count", id);
  Line& line = add_line(24, true);
  CellFormat label = styles::label();
  label.horizontal = Horizontal::right;
  line.pieces.push_back({0, 0.52, label, std::string("充足した項目")});
  CellFormat format = styles::computed(false, source::format("0\" / {}\"", record->items.size()));
  format.bold = true;
  format.horizontal = Horizontal::centre;
  line.pieces.push_back({0.52, 0.615, format, id});
  line.pieces.push_back({0.615, 1, styles::label(), std::string("☐ を選んで ☑ に変えると数えられます")});
}

void Drafting::sign_off(const model::SignOffBlock& sign_off) {
  model::TableBlock& table = own_tables.emplace_back();
  table.id = sign_off.id;
  table.title = sign_off.title;
  table.numbered = false;
  table.rows.kind = model::RowSource::Kind::written;
  table.columns.push_back(column("role", "役割", FieldType::fixed, 1.6));
  table.columns.push_back(column("name", "氏名", FieldType::text, 2.2));
  table.columns.push_back(column("date", "確認日", FieldType::date, 1.5));
  table.columns.push_back(column("remark", "所見・申し送り", FieldType::long_text, 5));
  table.columns.back().lines = 2;
  for (const std::string& role : sign_off.roles)
    table.rows.rows.emplace_back().cells.push_back(text_cell("role", role));
  TableDraft(*this, table).draw();
}

}  // namespace shirube::render::xlsx
