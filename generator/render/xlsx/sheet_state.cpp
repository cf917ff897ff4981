#include "render/xlsx/sheet_state.h"

#include <algorithm>

#include "model/workbook_source.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

using expression::Value;

namespace {

struct Condition {
  std::string text;
  bool holds = true;
};

// Excel takes 255 UTF-16 units in one literal.
std::string text_literal(const std::string& text) {
  constexpr std::size_t most_bytes = 240;  // never more units than bytes
  std::string parts;
  std::string part;
  const auto close = [&] {
    parts += (parts.empty() ? "" : "&") + ("\"" + part + "\"");
    part.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto point = source::code_point_at(text, i);
    if (part.size() + point.size > most_bytes) close();
    part += text[i] == '"' ? std::string("\"\"") : text.substr(i, point.size);
    i += point.size;
  }
  close();
  return parts;
}

std::string normal_name(const std::string& name) {
  return NameTable::normal(name);  // `block.field`: the dot stays
}

// The stages of the workbook from the first on, as its list has them.
std::vector<std::string> stages_of(const Drafting& drafting, const Slot& slot) {
  for (const model::ChoiceList& list : drafting.definition.lists) {
    if (list.id.value == slot.field->choices.value) return model::choices(list, drafting.records, drafting.share);
  }
  return {};
}

// The sheet says that it has come to this stage, or to a later one. The first has always come.
std::optional<Condition> stage_reached(const Drafting& drafting, const std::string& stage, Formulas& formulas,
                                       std::uint32_t at) {
  if (!drafting.definition.stage) return std::nullopt;
  const auto meaning = formulas.meaning(normal_name(drafting.definition.stage->value), {});
  const auto* id = std::get_if<SlotId>(&meaning);
  if (id == nullptr || drafting.draft.slot(*id).field == nullptr) return std::nullopt;
  const auto stages = stages_of(drafting, drafting.draft.slot(*id));
  const auto first = std::find(stages.begin(), stages.end(), stage);
  if (first == stages.begin() || first == stages.end()) return std::nullopt;
  Condition condition{{}, false};
  for (auto reached = first; reached != stages.end(); ++reached) {
    condition.text += (condition.text.empty() ? "" : ",") + formulas.address(*id, at) + "=" + text_literal(*reached);
    condition.holds = condition.holds || formulas.value(*id) == Value(*reached);
  }
  if (stages.end() - first > 1) condition.text = "OR(" + condition.text + ")";
  return condition;
}

std::optional<Condition> existing(const Demand& demand, Formulas& formulas, std::uint32_t at) {
  const auto meaning = formulas.meaning(normal_name(demand.due->exists->value), demand.scope);
  if (const auto* slot = std::get_if<SlotId>(&meaning)) {
    return Condition{formulas.address(*slot, at) + "<>\"\"", !formulas.is_blank(*slot)};
  }
  const auto* found = std::get_if<const std::vector<SlotId>*>(&meaning);
  if (found == nullptr) return std::nullopt;
  const std::vector<SlotId>& column = **found;
  if (!demand.any_row) {
    if (demand.row >= column.size()) return Condition{"FALSE", false};
    return Condition{formulas.address(column[demand.row], at) + "<>\"\"", !formulas.is_blank(column[demand.row])};
  }
  return Condition{source::format("COUNTBLANK({})<{}", formulas.range(column, at), column.size()),
                   std::any_of(column.begin(), column.end(), [&](SlotId id) { return !formulas.is_blank(id); })};
}

std::vector<Condition> conditions_of(const Drafting& drafting, const Demand& demand, Formulas& formulas,
                                     std::uint32_t at) {
  std::vector<Condition> conditions;
  const auto add = [&](std::optional<Condition> condition) {
    if (condition) conditions.push_back(std::move(*condition));
  };
  if (demand.due->stage) add(stage_reached(drafting, demand.due->stage->value, formulas, at));
  if (demand.due->exists) add(existing(demand, formulas, at));
  if (!demand.begun.empty()) {
    const Computed count = formulas.count_filled(demand.begun, at);
    add(Condition{count.text + ">0", *count.value.get<double>() > 0});
  }
  return conditions;
}

// Inputs of the sheet in which only somebody who fills it in writes.
std::vector<SlotId> own_entries(const Drafting& drafting) {
  std::vector<SlotId> entries;
  for (std::uint32_t i = 0; i < drafting.draft.slots.size(); ++i) {
    const Slot& slot = drafting.draft.slots[i];
    if (slot.kind == Slot::Kind::input && slot.sheet == drafting.sheet && is_own_entry(slot)) entries.push_back({i});
  }
  return entries;
}

SlotId add_formula(Drafting& drafting, FormulaMaker make) {
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = drafting.sheet;
  slot.make = std::move(make);
  return drafting.draft.add(std::move(slot));
}

}  // namespace

Computed count_missing(Formulas& formulas, const std::vector<SlotId>& missing, const std::vector<SlotId>& partial,
                       std::uint32_t at) {
  const Computed count = formulas.count_blank(missing, at);
  double sum = *count.value.get<double>();
  for (const SlotId id : partial) {
    if (const double* number = formulas.value(id).get<double>()) sum += *number;
  }
  const std::string cells = formulas.ranges(partial, at);
  std::string text = missing.empty() ? "" : count.text;
  if (!cells.empty()) text += (text.empty() ? "SUM(" : "+SUM(") + cells + ")";
  return {std::move(text), Value(sum)};
}

SlotId add_missing_count(Drafting& drafting, std::vector<SlotId> required, Demand demand, std::string label) {
  const SlotId id = add_formula(drafting, [required = std::move(required), demand = std::move(demand),
                                           at = drafting.sheet, &drafting](Formulas& formulas) {
    Computed count = formulas.count_blank(required, at);
    std::string tests;
    bool holds = true;
    const auto conditions = conditions_of(drafting, demand, formulas, at);
    for (const Condition& condition : conditions) {
      tests += (tests.empty() ? "" : ",") + condition.text;
      holds = holds && condition.holds;
    }
    if (conditions.empty()) return count;
    if (conditions.size() > 1) tests = "AND(" + tests + ")";
    return Computed{source::format("IF({},{},\"\")", tests, count.text), holds ? count.value : Value("")};
  });
  drafting.draft.slot(id).label = std::move(label);
  drafting.current().partial.push_back(id);
  return id;
}

SlotId add_advice(Draft& draft, std::uint32_t sheet, SlotId check, const std::string& advice) {
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = sheet;
  slot.make = [check, advice, sheet](Formulas& formulas) {
    const bool failed = formulas.value(check) == Value("要確認");
    return Computed{source::format("IF({}=\"要確認\",{},\"\")", formulas.address(check, sheet), text_literal(advice)),
                    failed ? Value(advice) : Value("")};
  };
  return draft.add(std::move(slot));
}

void draft_state(Drafting& drafting) {
  SheetDraft& sheet = drafting.current();
  if (sheet.missing.empty() && sheet.partial.empty()) return;
  const std::uint32_t at = drafting.sheet;
  const std::vector<SlotId> entries = own_entries(drafting);
  const SlotId counter =
      add_formula(drafting, [missing = sheet.missing, partial = sheet.partial, entries, at](Formulas& formulas) {
        Computed count = count_missing(formulas, missing, partial, at);
        const Computed begun = formulas.count_filled(entries, at);
        const bool none = count.value == Value(0.0) || (!entries.empty() && begun.value == Value(0.0));
        std::string test = count.text + "=0";
        if (!entries.empty()) test = source::format("OR({}=0,{})", begun.text, test);
        return Computed{source::format("IF({},\"\",{})", test, count.text), none ? Value("") : count.value};
      });
  sheet.counter = {counter};
  const bool always = !sheet.missing.empty();
  const auto state = [counter, always, partial = sheet.partial, entries, at](Formulas& formulas) {
    const Computed begun = formulas.count_filled(entries, at);
    const bool any_due = always || std::any_of(partial.begin(), partial.end(), [&](SlotId id) {
                           return formulas.value(id).get<double>() != nullptr;
                         });
    // What is not required yet is not complete.
    std::string open = source::format("N({})>0", formulas.address(counter, at));
    if (!always) open = source::format("OR({},COUNT({})=0)", open, formulas.ranges(partial, at));
    const bool is_open = !formulas.is_blank(counter) || !any_due;
    // Where everything has an initial value, nobody has to begin.
    if (entries.empty()) {
      return Computed{source::format("IF({},\"{}\",\"{}\")", open, in_progress, complete),
                      Value(is_open ? in_progress : complete)};
    }
    return Computed{
        source::format("IF({}=0,\"{}\",IF({},\"{}\",\"{}\"))", begun.text, not_begun, open, in_progress, complete),
        Value(*begun.value.get<double>() == 0 ? not_begun : is_open ? in_progress : complete)};
  };
  sheet.state = {add_formula(drafting, state)};
}

}  // namespace shirube::render::xlsx
