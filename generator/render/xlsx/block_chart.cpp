#include "render/xlsx/block_chart.h"

#include "render/xlsx/styles.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::ChartBlock;
using model::FieldDefinition;

namespace {

constexpr double line_points = 18;
constexpr std::uint16_t blank_column = 100;  // of the hidden sheet, which needs one or two

struct Column {
  const model::TableBlock* table = nullptr;
  const FieldDefinition* field = nullptr;
  const std::vector<SlotId>* slots = nullptr;
};

// Where a chart's lines of series look.
const std::string& table_of(const ChartBlock& chart, const ChartBlock::Series& series) {
  return series.table ? series.table->value : chart.table.value;
}

Column find_column(const ChartDraft& chart, const Drafting& drafting, const std::string& table,
                   const std::string& column) {
  Column found;
  for (const model::SheetDefinition& sheet : drafting.definition.sheets) {
    for (const model::BlockDefinition& block : sheet.blocks) {
      const auto* candidate = std::get_if<model::TableBlock>(&block.value);
      if (candidate != nullptr && candidate->id.value == table) found.table = candidate;
    }
  }
  for (const model::TableBlock& own : drafting.own_tables) {
    if (found.table == nullptr && own.id.value == table) found.table = &own;
  }
  if (found.table == nullptr) return found;
  for (const FieldDefinition& field : found.table->columns) {
    if (field.id.value == column) found.field = &field;
  }
  Scope scope;
  scope.repetition = chart.repetition;
  const auto meaning = drafting.names.find(NameTable::normal(table) + "." + NameTable::normal(column), scope);
  if (const auto* slots = std::get_if<const std::vector<SlotId>*>(&meaning)) found.slots = *slots;
  return found;
}

class ChartPlanner {
 public:
  ChartPlanner(const ChartDraft& chart, const Drafting& drafting, Formulas& formulas)
      : chart_(*chart.block), draft_(chart), drafting_(drafting), formulas_(formulas) {}

  std::optional<ChartPlan> plan() {
    ChartPlan plan;
    plan.kind = chart_.kind;
    plan.title = filled(chart_.title);
    const Column own_x = find(chart_.table.value, chart_.x.value);
    std::string shown_on;  // the sheet with the numbers
    Column first_y;
    for (const ChartBlock::Series& series : chart_.series) {
      const std::string& table = table_of(chart_, series);
      const Column x = find(table, series.x ? series.x->value : chart_.x.value);
      const Column y = find(table, series.column.value);
      if (x.slots == nullptr || y.slots == nullptr) continue;
      if (first_y.slots == nullptr) {
        first_y = y;
        shown_on = drafting_.draft.sheets[drafting_.draft.slot(y.slots->front()).sheet].name;
      }
      const std::string& label = series.label.empty() ? y.field->label : series.label;
      const bool numbers = chart_.kind == ChartBlock::Kind::scatter;
      plan.series.push_back({filled(label), range(x, numbers), range(y, true), series.marks == ChartBlock::Marks::points});
    }
    if (plan.series.empty()) return std::nullopt;
    if (chart_.kind == ChartBlock::Kind::line && computed_) {
      plan.blank = ChartRange{chart_sheet, {0, blank_column, 0, blank_column}, {std::monostate()}};
    }
    plan.x = axis(own_x, chart_.x_title, true);
    plan.y = axis(first_y, chart_.y_title, plan.series.size() == 1);
    if (chart_.kind == ChartBlock::Kind::radar && first_y.field->most) plan.y.most = first_y.field->most->value;
    plan.description = chart_.description.empty() ? describe(plan, shown_on) : filled(chart_.description);
    return plan;
  }

 private:
  std::string filled(const std::string& text) const { return filled_text(text, draft_.repetition, draft_.phase); }

  Column find(const std::string& table, const std::string& column) const {
    return find_column(draft_, drafting_, table, column);
  }

  // Where numbers are drawn, a text is a value that is missing.
  ChartRange range(const Column& column, bool numbers) {
    const auto helped = numbers ? drafting_.chart_values.find(column.slots) : drafting_.chart_values.end();
    const auto& slots = helped != drafting_.chart_values.end() ? helped->second : *column.slots;
    computed_ = computed_ || helped != drafting_.chart_values.end();
    const Slot& first = drafting_.draft.slot(slots.front());
    const Slot& last = drafting_.draft.slot(slots.back());
    ChartRange range;
    range.sheet = drafting_.draft.sheets[first.sheet].name;
    range.area = {first.row, first.column, last.row, first.column};
    for (const SlotId id : slots) {
      const Value& value = formulas_.value(id);
      const auto* text = value.get<std::string>();
      auto& cached = range.values.emplace_back();
      if (const double* number = value.get<double>()) cached = *number;
      if (text != nullptr && !text->empty() && !numbers) cached = *text;
    }
    return range;
  }

  // The unit is in the title, once, and not after every number.
  ChartAxis axis(const Column& column, const std::string& title, bool labelled) const {
    ChartAxis axis;
    axis.title = filled(title);
    if (column.slots == nullptr) return axis;
    const Slot& slot = drafting_.draft.slot(column.slots->front());
    if (axis.title.empty() && labelled) axis.title = unit_label(filled(column.field->label), slot.unit);
    const bool number = slot.type == model::FieldType::number || slot.type == model::FieldType::percent;
    if (number) axis.number_format = styles::number_format(slot.type, column.field->decimals, "");
    return axis;
  }

  static std::string describe(const ChartPlan& plan, const std::string& sheet) {
    std::string series;
    for (const ChartPlan::Series& each : plan.series) series += (series.empty() ? "" : "、") + each.name;
    std::string text = plan.title + "。" + series;
    if (!plan.x.title.empty()) text += "を" + plan.x.title + "ごとに示す図";
    return text + "。同じ数字が「" + sheet + "」シートの表にあります。";
  }

  const ChartBlock& chart_;
  const ChartDraft& draft_;
  const Drafting& drafting_;
  Formulas& formulas_;
  bool computed_ = false;  // a series draws the cells of the hidden sheet
};

}  // namespace

void Drafting::chart(const model::ChartBlock& chart) {
  gap(6);
  Line& line = add_line(line_points * static_cast<double>(chart.height), true);
  line.pieces.push_back({0, 1, CellFormat{}, {}});
  line.chart = ChartDraft{&chart, repetition, phase};
}

// A formula that has nothing to show yet shows "", which programs draw as 0. Beside it is a cell that says #N/A then.
void draft_chart_values(Drafting& drafting) {
  std::vector<const std::vector<SlotId>*> columns;
  for (const SheetDraft& sheet : drafting.draft.sheets) {
    for (const Line& line : sheet.lines) {
      if (!line.chart) continue;
      const ChartBlock& chart = *line.chart->block;
      const bool scatter = chart.kind == ChartBlock::Kind::scatter;
      for (const ChartBlock::Series& series : chart.series) {
        const std::string& table = table_of(chart, series);
        columns.push_back(find_column(*line.chart, drafting, table, series.column.value).slots);
        const std::string& x = series.x ? series.x->value : chart.x.value;
        if (scatter) columns.push_back(find_column(*line.chart, drafting, table, x).slots);
      }
    }
  }
  std::erase_if(columns, [&](const std::vector<SlotId>* column) {
    return column == nullptr || std::none_of(column->begin(), column->end(), [&](SlotId id) {
             return drafting.draft.slot(id).kind == Slot::Kind::formula;
           });
  });
  if (columns.empty()) return;
  SheetDraft& sheet = add_hidden_sheet(drafting, chart_sheet, "図の値（まだ無い値は図に出さない）");
  sheet.one_page = true;
  for (const std::vector<SlotId>* column : columns) {
    auto& cells = drafting.chart_values[column];
    if (!cells.empty()) continue;
    for (const SlotId from : *column) {
      Slot slot;
      slot.kind = Slot::Kind::formula;
      slot.sheet = drafting.sheet;
      slot.type = drafting.draft.slot(from).type;
      slot.make = [from, at = drafting.sheet](Formulas& formulas) {
        const std::string address = formulas.address(from, at);
        const double* number = formulas.value(from).get<double>();
        return Computed{"IF(ISNUMBER(" + address + ")," + address + ",NA())",
                        number != nullptr ? Value(*number) : Value("#N/A")};
      };
      cells.push_back(drafting.draft.add(std::move(slot)));
      drafting.add_line(20).pieces.push_back({0, 1, styles::computed(false, ""), cells.back()});
    }
  }
}

std::optional<ChartPlan> plan_chart(const ChartDraft& chart, const Drafting& drafting, Formulas& formulas) {
  return ChartPlanner(chart, drafting, formulas).plan();
}

}  // namespace shirube::render::xlsx
