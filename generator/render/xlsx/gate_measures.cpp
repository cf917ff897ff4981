#include "render/xlsx/gate_measures.h"

#include <algorithm>

#include "expression/evaluate.h"
#include "expression/excel_text.h"
#include "expression/to_excel.h"
#include "model/gate_result.h"
#include "model/judgement.h"
#include "model/workbook_source.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::NumberFormat;
using expression::Value;
using model::FieldDefinition;
using model::Direction;
using model::FieldType;
using model::TargetKind;

namespace {

bool names_any(const model::Condition& condition, const std::function<bool(const std::string&)>& wanted) {
  if (!condition.formula) return false;
  const auto names = expression::names(*condition.formula);
  return std::any_of(names.begin(), names.end(), [&](const auto& name) { return wanted(name.value); });
}

bool is_blank(const Value& value) {
  const auto* text = value.get<std::string>();
  return value.get<expression::Blank>() != nullptr || (text != nullptr && text->empty());
}

// A formula over some cells, "" as long as one of them is blank.
Computed unless_blank(const std::vector<SlotId>& needed, const std::string& text, const std::function<Value()>& value,
                      Formulas& formulas, std::uint32_t sheet) {
  std::string tests;
  bool blank = false;
  for (const SlotId id : needed) {
    tests += (tests.empty() ? "" : ",") + formulas.address(id, sheet) + "=\"\"";
    blank = blank || is_blank(formulas.value(id));
  }
  Value found = blank ? Value("") : value();
  if (found.get<expression::Error>() != nullptr) found = "";
  if (found.get<expression::Blank>() != nullptr) found = 0.0;
  return {source::format("IF(OR({}),\"\",IFERROR({},\"\"))", tests, text), std::move(found)};
}

}  // namespace

int decimals_of(const model::Quantity& quantity) {
  return std::max(quantity.decimals, model::needed_decimals(quantity.value));
}

NumberFormat measure_format(const model::Unit& unit, int decimals) {
  const std::string digits = decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
  if (unit.symbol == "%" || unit.symbol == "pt") return {digits + "%", {}};
  return {unit.symbol.empty() ? digits : digits + expression::format_words(unit.symbol), {}};
}

// In the order of the conditions.
std::vector<const model::Indicator*> GateMeasures::indicators() const {
  std::vector<const model::Indicator*> found;
  const auto add = [&](const model::Indicator* indicator) {
    if (indicator != nullptr && std::find(found.begin(), found.end(), indicator) == found.end()) {
      found.push_back(indicator);
    }
  };
  for (const auto& criterion : gate_.criteria) {
    for (const auto& condition : criterion.conditions) {
      if (condition.indicator) add(model::find_record(drafting_.records.indicators, condition.indicator->value));
      if (!condition.formula) continue;
      for (const auto& name : expression::names(*condition.formula)) {
        const auto wanted = model::result_name(name.value, drafting_.records);
        if (wanted) add(model::find_record(drafting_.records.indicators, wanted->indicator));
      }
    }
  }
  return found;
}

bool GateMeasures::asks_for(const std::function<bool(const model::Condition&)>& what) const {
  return std::any_of(gate_.criteria.begin(), gate_.criteria.end(), [&](const model::Criterion& criterion) {
    return std::any_of(criterion.conditions.begin(), criterion.conditions.end(), what);
  });
}

SlotId GateMeasures::count(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
                           const std::string& unit) {
  const SlotId slot = input(table, column, id, label, FieldType::number, {unit}, "0" + expression::format_words(unit));
  drafting_.own_fields.back().decimals = 0;
  return slot;
}

SlotId GateMeasures::input(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
                           FieldType type, const model::Unit& unit, const std::string& notation) {
  FieldDefinition& field = drafting_.own_fields.emplace_back();
  field.id.value = id;
  field.label = label;
  field.type = type;
  field.unit = unit;
  field.least = source::Located<double>{0, {}};
  field.most = source::Located<double>{type == FieldType::percent ? 1.0 : 1e12, {}};
  const SlotId slot = drafting_.add_field(field, block_, "", label);
  table.put(column, slot, styles::input(type, 1, notation));
  drafting_.names.add(NameTable::normal(block_), id, slot);
  return slot;
}

SlotId GateMeasures::threshold(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
                               const model::Target& proposed) {
  const model::Unit& unit = proposed.value.unit;
  const bool percent = unit.symbol == "%" || unit.symbol == "pt";
  FieldDefinition& field = drafting_.own_fields.emplace_back();
  field.id.value = id;
  field.label = label;
  field.type = percent ? FieldType::percent : FieldType::number;
  field.unit = unit;
  field.required = true;
  field.least = source::Located<double>{percent ? -10.0 : -1e12, {}};
  field.most = source::Located<double>{percent ? 10.0 : 1e12, {}};
  field.prompt.value = "はじめの値は記録にある提案。始める前に合意した値に直し、「凍結」に日付を入れたあとは動かさない。";
  const SlotId slot = drafting_.add_field(field, block_, "", label);
  drafting_.draft.slot(slot).value = expression::number_in_formulas(proposed.value.value, unit);
  std::string notation = styles::typed_format(field.type, decimals_of(proposed.value));
  if (!percent && !unit.symbol.empty()) notation += expression::format_words(unit.symbol);
  table.put(column, slot, styles::input(field.type, 1, notation));
  drafting_.names.add(NameTable::normal(block_), id, slot);
  return slot;
}

void GateMeasures::draw() {
  drafting_.heading("測定した値");
  const bool people = asks_for([](const model::Condition& condition) {
    return condition.least_people ||
           names_any(condition, [](const std::string& name) { return name.ends_with(".people"); });
  });
  CellTable table(drafting_, block_ + "-measured");
  table.column("label", "指標", FieldType::fixed, 3);
  table.column("before", "◇事前", FieldType::number, 1.6);
  table.column("after", "◇事後", FieldType::number, 1.6);
  if (people) table.column("people", "◇人数", FieldType::number, 1.2);
  table.column("target", "目標", FieldType::fixed, 2);
  table.column("source", "取得元", FieldType::fixed, 2.4);
  table.header();
  for (const model::Indicator* indicator : indicators()) {
    table.row();
    const std::string& id = indicator->head.id.value;
    const FieldType type = indicator->unit.symbol == "%" ? FieldType::percent : FieldType::number;
    const std::string notation = styles::typed_format(type, 0);
    table.text(0, unit_label(indicator->label, indicator->unit.symbol), true);
    Measured& cells = measured_[id];
    cells.before = input(table, 1, id + "-before", indicator->label + "（事前）", type, indicator->unit, notation);
    cells.after = input(table, 2, id + "-after", indicator->label + "（事後）", type, indicator->unit, notation);
    if (people) {
      cells.people = count(table, 3, id + "-people", indicator->label + "（人数）", "名");
    }
    table.text(people ? 4 : 3, model::describe_target(*indicator));
    table.text(people ? 5 : 4, indicator->data_source);
  }
  const bool stories = asks_for([](const model::Condition& condition) {
    return names_any(condition, [](const std::string& name) { return name == model::complete_stories; });
  });
  if (!stories) return;
  table.row();
  table.text(0, "再現できる事例（件）", true);
  table.text(1, "");
  stories_ = count(table, 2, "stories-complete", "再現できる事例", "件");
  if (people) table.text(3, "");
  table.text(people ? 4 : 3, "");
  table.text(people ? 5 : 4, "五つの欄がそろった事例の数");
}

GateMeasures::Named GateMeasures::cell_itself(SlotId id) {
  return {{id},
          [id](Formulas& formulas, std::uint32_t at) { return formulas.address(id, at); },
          [id](Formulas& formulas) { return formulas.value(id); }};
}

GateMeasures::Named GateMeasures::named(const std::string& name) const {
  if (name == model::complete_stories) return cell_itself(*stories_);
  const auto wanted = model::result_name(name, drafting_.records);
  const model::Indicator& indicator = *model::find_record(drafting_.records.indicators, wanted->indicator);
  const Measured& cells = measured_.at(indicator.head.id.value);
  const std::string& property = wanted->property;
  if (property == "before") return cell_itself(cells.before);
  if (property == "after") return cell_itself(cells.after);
  if (property == "people") return cell_itself(*cells.people);
  if (property == "change") return over(cells, "({1}-{0})", [](double b, double a) { return a - b; });
  if (property == "ratio") {
    return over(cells, "({1}/{0})", [](double b, double a) -> Value {
      return b == 0 ? Value(expression::Error::divide_by_zero) : Value(a / b);
    });
  }
  return progress(indicator, cells);
}

// How much of the way to the dictionary's target: as model::judge and model::attainment have it.
GateMeasures::Named GateMeasures::progress(const model::Indicator& indicator, const Measured& cells) {
  const TargetKind kind = indicator.target->kind;
  const double value = expression::number_in_formulas(indicator.target->value.value, indicator.target->value.unit);
  const model::Target target{kind, {value, {}, {}}, std::nullopt};
  const bool up = indicator.direction == Direction::up;
  const std::string goal = goal_text(kind, "{0}", source::format("{}", value));
  std::string text = expression::excel_call("ATTAINED", {"{0}", "{1}", goal, up ? "1" : "-1"});
  if (kind == TargetKind::ratio) text = "IF({0}=0,NA()," + text + ")";
  if (kind == TargetKind::absolute) {
    const auto reached = expression::excel_call("REACHES", up ? std::vector<std::string>{"{1}", goal}
                                                              : std::vector<std::string>{goal, "{1}"});
    text = source::format("IF({{0}}=\"\",IF({},1,NA()),{})", reached, text);
  }
  Named named = over(cells, std::move(text), {});
  if (kind == TargetKind::absolute) named.cells = {cells.after};
  named.value = [cells, target, direction = indicator.direction](Formulas& formulas) -> Value {
    const auto number = [&](SlotId id) {
      const double* found = formulas.value(id).get<double>();
      return found == nullptr ? std::optional<double>() : *found;
    };
    const auto before = number(cells.before);
    const auto after = number(cells.after);
    const auto share = model::attainment(model::judge(target, direction, before, after), direction, before, after);
    return share ? Value(*share) : Value(expression::Error::missing);
  };
  return named;
}

std::string GateMeasures::goal_text(TargetKind kind, const std::string& before, const std::string& threshold) {
  if (kind == TargetKind::absolute) return threshold;
  return source::format("({}{}{})", before, kind == TargetKind::ratio ? "*" : "+", threshold);
}

std::optional<std::pair<SlotId, SlotId>> GateMeasures::before_after(const model::Condition& condition) const {
  if (!condition.indicator) return std::nullopt;
  const Measured& cells = measured_.at(condition.indicator->value);
  return std::pair(cells.before, cells.after);
}

GateMeasures::Named GateMeasures::over(const Measured& cells, std::string pattern,
                                       std::function<Value(double, double)> value) {
  Named named;
  named.cells = {cells.before, cells.after};
  named.text = [cells, pattern = std::move(pattern)](Formulas& formulas, std::uint32_t at) {
    std::string text = pattern;
    for (const auto& [mark, id] : {std::pair{"{0}", cells.before}, std::pair{"{1}", cells.after}}) {
      const std::string address = formulas.address(id, at);
      for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark)) {
        text.replace(place, 3, address);
      }
    }
    return text;
  };
  named.value = [cells, value = std::move(value)](Formulas& formulas) -> Value {
    const double* before = formulas.value(cells.before).get<double>();
    const double* after = formulas.value(cells.after).get<double>();
    if (before == nullptr || after == nullptr) return expression::Error::value;
    return value(*before, *after);
  };
  return named;
}

FormulaMaker GateMeasures::actual(const model::Condition& condition) const {
  std::map<std::string, Named> names;
  std::vector<SlotId> needed;
  if (condition.formula) {
    for (const auto& name : expression::names(*condition.formula)) names.emplace(name.value, named(name.value));
  } else {
    const TargetKind kind = condition.threshold.kind;
    const char* property = kind == TargetKind::ratio ? ".ratio" : kind == TargetKind::difference ? ".change" : ".after";
    names.emplace("", named(NameTable::normal(condition.indicator->value) + property));
  }
  for (const auto& [name, one] : names) needed.insert(needed.end(), one.cells.begin(), one.cells.end());
  return [names, needed, &condition, at = drafting_.sheet](Formulas& formulas) {
    if (!condition.formula) {
      const Named& only = names.begin()->second;
      return unless_blank(
          needed, only.text(formulas, at), [&] { return only.value(formulas); }, formulas, at);
    }
    const std::string text = expression::to_excel(
        *condition.formula, [&](const std::string& name) { return names.at(name).text(formulas, at); });
    return unless_blank(
        needed, text,
        [&] {
          return expression::evaluate(*condition.formula,
                                      [&](const std::string& name) { return names.at(name).value(formulas); });
        },
        formulas, at);
  };
}

}  // namespace shirube::render::xlsx
