#include "model/workbook_source.h"

#include <algorithm>
#include <functional>
#include <set>

#include "model/calendar.h"
#include "source/format.h"

namespace shirube::model {

namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

std::string measures_text(const Objective& objective, const Records& records) {
  std::vector<std::string> texts;
  for (const Measure& measure : objective.measures) {
    std::string text = measure.text;
    if (text.empty() && measure.indicator) {
      const Indicator* indicator = find_record(records.indicators, measure.indicator->value);
      if (indicator != nullptr) text = indicator->label;
    }
    if (measure.target) text += " " + show(*measure.target);
    texts.push_back(std::move(text));
  }
  return joined(texts, "、");
}

PropertyRow objective_row(const Objective& objective, const Records& records) {
  const Objective* parent = objective.parent ? find_record(records.objectives, objective.parent->value) : nullptr;
  return {{"id", objective.head.id.value},
          {"title", objective.title},
          {"category", objective.category},
          {"owner", objective.owner},
          {"parent", parent == nullptr ? std::string() : parent->title},
          {"measures", measures_text(objective, records)}};
}

std::string level_word(ObjectiveLevel level) {
  switch (level) {
    case ObjectiveLevel::company:
      return "会社";
    case ObjectiveLevel::organisation:
      return "組織";
    case ObjectiveLevel::section:
      return "課";
    case ObjectiveLevel::individual:
      return "個人";
  }
  return {};
}

// Each objective after its parent, those of one parent in the order of the records. Objectives whose parent is missing
// come at the end: HR looks for exactly those.
std::vector<PropertyRow> tree_rows(const Records& records) {
  std::vector<PropertyRow> rows;
  std::set<std::string> seen;
  const std::function<void(const Objective&, int)> add = [&](const Objective& objective, int depth) {
    const std::string& id = objective.head.id.value;
    if (!seen.insert(id).second) return;
    const std::size_t at = rows.size();
    rows.push_back(objective_row(objective, records));
    double children = 0;  // counted, so without a unit
    for (const Objective& child : records.objectives) {
      if (!child.parent || child.parent->value != id) continue;
      ++children;
      add(child, depth + 1);
    }
    PropertyRow& row = rows[at];
    const bool leaf = objective.level == ObjectiveLevel::individual;
    const bool has_parent = objective.level == ObjectiveLevel::company ||
                            (objective.parent && find_record(records.objectives, objective.parent->value) != nullptr);
    std::string indent;
    for (int i = 0; i < depth; ++i) indent += "　";
    row["level"] = level_word(objective.level);
    row["tree"] = indent + (depth == 0 ? "" : "└ ") + objective.title;
    row["children"] = Quantity{children, {}, {}};
    row["coverage"] = !has_parent ? "上位目標なし" : leaf ? "末端" : children > 0 ? "つながりあり" : "下位目標なし";
  };
  for (const Objective& objective : records.objectives) {
    if (!objective.parent) add(objective, 0);
  }
  for (const Objective& objective : records.objectives) add(objective, 0);
  return rows;
}

std::vector<PropertyRow> survey_rows(const Pilot& pilot, const Records& records) {
  std::vector<PropertyRow> rows;
  if (!pilot.survey) return rows;
  for (const SurveyItem& item : pilot.survey->items) {
    const Indicator* indicator = find_record(records.indicators, item.indicator.value);
    rows.push_back({{"id", item.id.value},
                    {"text", item.text},
                    {"indicator", indicator == nullptr ? item.indicator.value : indicator->label},
                    {"reversed", std::string(item.reversed ? "逆転" : "そのまま")}});
  }
  return rows;
}

PropertyRow asset_row(const Asset& asset) {
  return {{"id", asset.head.id.value},
          {"name", asset.name},
          {"use", asset.use},
          {"shown", joined(asset.shown, "、")},
          {"safeguard", asset.safeguard}};
}

PropertyRow indicator_row(const Indicator& indicator) {
  PropertyRow row{
      {"id", indicator.head.id.value},
      {"label", indicator.label},
      {"definition", indicator.definition},
      {"unit", indicator.unit.symbol},
      {"frequency", indicator.frequency},
      {"data_source", indicator.data_source},
      {"owner", indicator.owner},
      {"target", describe_target(indicator)},
      {"baseline", std::string()},
      {"direction", std::string(indicator.direction == Direction::up ? "大きいほど良い" : "小さいほど良い")}};
  if (indicator.baseline) row["baseline"] = *indicator.baseline;
  return row;
}

Quantity whole_number(const source::Located<std::int64_t>& number) {
  return {static_cast<double>(number.value), {}, number.range};
}

PropertyRow risk_row(const Risk& risk) {
  PropertyRow row{{"id", risk.head.id.value},  {"title", risk.title}, {"sign", risk.sign},
                  {"response", risk.response}, {"owner", risk.owner}, {"probability", std::string()},
                  {"impact", std::string()}};
  if (risk.probability) row["probability"] = whole_number(*risk.probability);
  if (risk.impact) row["impact"] = whole_number(*risk.impact);
  return row;
}

PropertyRow phase_row(const Phase& phase) {
  std::vector<std::string> deliverables;
  for (const PlanItem& item : phase.deliverables) deliverables.push_back(item.title);
  return {{"id", phase.id.value},
          {"title", phase.title},
          {"days", source::format("{}〜{}日", phase.first_day.value, phase.last_day.value)},
          {"purposes", joined(phase.purposes, "、")},
          {"deliverables", joined(deliverables, "、")}};
}

void add_examples(const std::string& path, const CareerBacking& backing, std::vector<PropertyRow>& rows) {
  for (const MboExample& example : backing.examples) {
    rows.push_back({{"id", example.id.value},
                    {"path", path},
                    {"title", example.title},
                    {"measures", example.measures},
                    {"quality", example.quality},
                    {"clearance", example.clearance}});
  }
}

}  // namespace

std::optional<ObjectiveLevel> parse_objective_level(std::string_view word) {
  if (word == "company") return ObjectiveLevel::company;
  if (word == "organisation") return ObjectiveLevel::organisation;
  if (word == "section") return ObjectiveLevel::section;
  if (word == "individual") return ObjectiveLevel::individual;
  return std::nullopt;
}

const std::vector<std::string_view>& row_properties(RowSource::Kind kind) {
  static const std::vector<std::string_view> none;
  static const std::vector<std::string_view> categories{"name"};
  static const std::vector<std::string_view> objectives{"id", "title", "category", "owner", "parent", "measures"};
  static const std::vector<std::string_view> tree{"id",    "title",    "category", "owner",    "parent",
                                                  "level", "measures", "tree",     "children", "coverage"};
  static const std::vector<std::string_view> survey{"id", "text", "indicator", "reversed"};
  static const std::vector<std::string_view> assets{"id", "name", "use", "shown", "safeguard"};
  static const std::vector<std::string_view> indicators{"id",     "label",       "definition", "unit",  "baseline",
                                                        "target", "data_source", "frequency",  "owner", "direction"};
  static const std::vector<std::string_view> risks{"id", "title", "sign", "response", "owner", "probability", "impact"};
  static const std::vector<std::string_view> phases{"id", "title", "days", "purposes", "deliverables"};
  static const std::vector<std::string_view> examples{"id", "path", "title", "measures", "quality", "clearance"};
  switch (kind) {
    case RowSource::Kind::count:
    case RowSource::Kind::written:
      return none;
    case RowSource::Kind::categories:
      return categories;
    case RowSource::Kind::objectives:
      return objectives;
    case RowSource::Kind::tree:
      return tree;
    case RowSource::Kind::survey:
      return survey;
    case RowSource::Kind::assets:
      return assets;
    case RowSource::Kind::indicators:
      return indicators;
    case RowSource::Kind::risks:
      return risks;
    case RowSource::Kind::phases:
      return phases;
    case RowSource::Kind::examples:
      return examples;
  }
  return none;
}

std::vector<PropertyRow> record_rows(const RowSource& source, const Records& records, const Share& share) {
  std::vector<PropertyRow> rows;
  switch (source.kind) {
    case RowSource::Kind::count:
    case RowSource::Kind::written:
      break;
    case RowSource::Kind::categories:
      for (const auto& category : records.categories) rows.push_back({{"name", category.value}});
      break;
    case RowSource::Kind::objectives: {
      const auto level = parse_objective_level(source.filter.value);
      for (const Objective& objective : records.objectives) {
        if (objective.level == level && share.has(objective)) rows.push_back(objective_row(objective, records));
      }
      break;
    }
    case RowSource::Kind::tree:
      return tree_rows(records);
    case RowSource::Kind::survey:
      if (const Pilot* pilot = find_record(records.pilots, source.filter.value)) return survey_rows(*pilot, records);
      break;
    case RowSource::Kind::assets:
      for (const Asset& asset : records.assets) rows.push_back(asset_row(asset));
      break;
    case RowSource::Kind::indicators:
      for (const auto& id : source.ids) {
        const Indicator* indicator = find_record(records.indicators, id.value);
        if (indicator != nullptr) rows.push_back(indicator_row(*indicator));
      }
      break;
    case RowSource::Kind::risks:
      for (const Risk& risk : records.risks) {
        if (risk.plan.value == source.filter.value) rows.push_back(risk_row(risk));
      }
      break;
    case RowSource::Kind::phases:
      if (const Plan* plan = find_record(records.plans, source.filter.value)) {
        for (const Phase& phase : plan->phases) rows.push_back(phase_row(phase));
      }
      break;
    case RowSource::Kind::examples:
      for (const CareerPath& path : records.career_paths) {
        if (share.has(path.head)) add_examples(path.name, path.backing, rows);
      }
      for (const ExitModel& exit : records.exit_models) {
        if (share.has(exit.head)) add_examples(exit.name, exit.backing, rows);
      }
      break;
  }
  return rows;
}

std::vector<std::string> choices(const ChoiceList& list, const Records& records, const Share& share) {
  std::vector<std::string> items;
  switch (list.source) {
    case ChoiceList::Source::items:
      for (const auto& item : list.items) items.push_back(item.value);
      break;
    case ChoiceList::Source::categories:
      for (const auto& category : records.categories) items.push_back(category.value);
      break;
    case ChoiceList::Source::objectives: {
      for (const auto& word : list.levels) {
        const auto level = parse_objective_level(word.value);
        for (const Objective& objective : records.objectives) {
          if (objective.level == level && share.has(objective)) items.push_back(objective.title);
        }
      }
      break;
    }
    case ChoiceList::Source::scenarios:
      if (const Calculation* calculation = find_record(records.calculations, list.calculation.value)) {
        for (const Scenario& scenario : calculation->scenarios) items.push_back(scenario.label);
      }
      items.push_back(own_values_choice);
      break;
    case ChoiceList::Source::indicators:
      for (const Indicator& indicator : records.indicators) items.push_back(indicator.label);
      break;
    case ChoiceList::Source::assets:
      for (const Asset& asset : records.assets) items.push_back(asset.name);
      break;
    case ChoiceList::Source::career_paths:
      for (const CareerPath& path : records.career_paths) items.push_back(path.name);
      break;
  }
  return items;
}

const std::vector<std::string_view>& value_properties(RecordValue::Family family) {
  static const std::vector<std::string_view> figure{"value", "label", "unit"};
  static const std::vector<std::string_view> indicator{"baseline", "target", "label", "unit", "definition", "goal"};
  static const std::vector<std::string_view> plan{"title", "start", "end"};
  static const std::vector<std::string_view> term{"first", "last", "title"};
  if (family == RecordValue::Family::term) return term;
  if (family == RecordValue::Family::plan) return plan;
  return family == RecordValue::Family::figure ? figure : indicator;
}

std::optional<Property> record_value(const RecordValue& value, const Records& records,
                                     const std::vector<double>& figures) {
  if (value.family == RecordValue::Family::person || value.family == RecordValue::Family::term) {
    return std::nullopt;  // known when it is issued
  }
  const std::string& property = value.property.value;
  if (value.family == RecordValue::Family::figure) {
    for (std::size_t i = 0; i < records.figures.size(); ++i) {
      const Figure& figure = records.figures[i];
      if (figure.head.id.value != value.id.value) continue;
      if (property == "label") return figure.label;
      if (property == "unit") return figure.unit.symbol;
      if (i >= figures.size()) return std::nullopt;
      return Quantity{figures[i], figure.unit, figure.unit_range ? figure.unit_range : figure.head.id.range,
                      std::max(figure.decimals, 0)};
    }
    return std::nullopt;
  }
  if (value.family == RecordValue::Family::plan) {
    const Plan* plan = find_record(records.plans, value.id.value);
    if (plan == nullptr) return std::nullopt;
    if (property == "title") return plan->title;
    const auto start = parse_day(records.plan_start);
    if (!start) return std::nullopt;
    return iso_day(property == "end" ? plan_day(*start, plan->days.value) : *start);
  }
  const Indicator* indicator = find_record(records.indicators, value.id.value);
  if (indicator == nullptr) return std::nullopt;
  if (property == "label") return indicator->label;
  if (property == "unit") return indicator->unit.symbol;
  if (property == "definition") return indicator->definition;
  if (property == "goal") return describe_target(*indicator);
  if (property == "baseline" && indicator->baseline) return *indicator->baseline;
  if (property == "target" && indicator->target) return indicator->target->value;
  return std::nullopt;
}

std::string describe_target(const Indicator& indicator) {
  if (!indicator.target) return {};
  const Target& target = *indicator.target;
  switch (target.kind) {
    case TargetKind::ratio:
      return "事前の " + show(target.value);
    case TargetKind::difference:
      return source::format("事前から {}{}", target.value.value < 0 ? "" : "+", show(target.value));
    case TargetKind::absolute:
      return target.from ? show(*target.from) + " → " + show(target.value) : show(target.value);
  }
  return {};
}

}  // namespace shirube::model
