#include "render/xlsx/block_chart.h"

#include "render/xlsx/styles.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::ChartBlock;
using model::FieldDefinition;

namespace {

constexpr double line_points = 18;

struct Column {
  const model::TableBlock* table = nullptr;
  const FieldDefinition* field = nullptr;
  const std::vector<SlotId>* slots = nullptr;
};

class ChartPlanner {
 public:
  ChartPlanner(const ChartDraft& chart, const Drafting& drafting, Formulas& formulas)
      : chart_(*chart.block), draft_(chart), drafting_(drafting), formulas_(formulas) {}

  std::optional<ChartPlan> plan() {
    ChartPlan plan;
    plan.kind = chart_.kind;
    plan.title = filled(chart_.title);
    const Column own_x = find(chart_.table.value, chart_.x.value);
    Column first_y;
    for (const ChartBlock::Series& series : chart_.series) {
      const std::string& table = series.table ? series.table->value : chart_.table.value;
      const Column x = find(table, series.x ? series.x->value : chart_.x.value);
      const Column y = find(table, series.column.value);
      if (x.slots == nullptr || y.slots == nullptr) continue;
      if (first_y.slots == nullptr) first_y = y;
      const std::string& label = series.label.empty() ? y.field->label : series.label;
      const bool numbers = chart_.kind == ChartBlock::Kind::scatter;
      plan.series.push_back({filled(label), range(x, numbers), range(y, true), series.points});
    }
    if (plan.series.empty()) return std::nullopt;
    plan.x = axis(own_x, chart_.x_title, true);
    plan.y = axis(first_y, chart_.y_title, plan.series.size() == 1);
    if (chart_.kind == ChartBlock::Kind::radar && first_y.field->most) plan.y.most = first_y.field->most->value;
    plan.description = chart_.description.empty() ? describe(plan) : filled(chart_.description);
    return plan;
  }

 private:
  std::string filled(const std::string& text) const { return filled_text(text, draft_.repetition, draft_.phase); }

  Column find(const std::string& table, const std::string& column) const {
    Column found;
    for (const model::SheetDefinition& sheet : drafting_.definition.sheets) {
      for (const model::BlockDefinition& block : sheet.blocks) {
        const auto* candidate = std::get_if<model::TableBlock>(&block.value);
        if (candidate != nullptr && candidate->id.value == table) found.table = candidate;
      }
    }
    for (const model::TableBlock& own : drafting_.own_tables) {
      if (found.table == nullptr && own.id.value == table) found.table = &own;
    }
    if (found.table == nullptr) return found;
    for (const FieldDefinition& field : found.table->columns) {
      if (field.id.value == column) found.field = &field;
    }
    Scope scope;
    scope.repetition = draft_.repetition;
    const auto meaning = drafting_.names.find(NameTable::normal(table) + "." + NameTable::normal(column), scope);
    if (const auto* slots = std::get_if<const std::vector<SlotId>*>(&meaning)) found.slots = *slots;
    return found;
  }

  // Where numbers are drawn, a text is a value that is missing.
  ChartRange range(const Column& column, bool numbers) {
    const Slot& first = drafting_.draft.slot(column.slots->front());
    const Slot& last = drafting_.draft.slot(column.slots->back());
    ChartRange range;
    range.sheet = drafting_.draft.sheets[first.sheet].name;
    range.area = {first.row, first.column, last.row, first.column};
    for (const SlotId id : *column.slots) {
      const Value& value = formulas_.value(id);
      const auto* text = value.get<std::string>();
      auto& cached = range.values.emplace_back();
      if (const double* number = value.get<double>()) cached = *number;
      if (text != nullptr && !text->empty() && !numbers) cached = *text;
    }
    return range;
  }

  // The unit stands in the title, once, and not behind every number.
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

  static std::string describe(const ChartPlan& plan) {
    std::string series;
    for (const ChartPlan::Series& each : plan.series) series += (series.empty() ? "" : "、") + each.name;
    std::string text = plan.title + "。" + series;
    if (!plan.x.title.empty()) text += "を" + plan.x.title + "ごとに示す図";
    return text + "。同じ数字が「" + plan.series.front().y.sheet + "」シートの表にあります。";
  }

  const ChartBlock& chart_;
  const ChartDraft& draft_;
  const Drafting& drafting_;
  Formulas& formulas_;
};

}  // namespace

void Drafting::chart(const model::ChartBlock& chart) {
  gap(6);
  Line& line = add_line(line_points * static_cast<double>(chart.height), true);
  line.pieces.push_back({0, 1, CellFormat{}, {}});
  line.chart = ChartDraft{&chart, repetition, phase};
}

std::optional<ChartPlan> plan_chart(const ChartDraft& chart, const Drafting& drafting, Formulas& formulas) {
  return ChartPlanner(chart, drafting, formulas).plan();
}

}  // namespace shirube::render::xlsx
