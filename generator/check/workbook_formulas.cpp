#include "check/workbook_formulas.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "diagnostic/suggestion.h"
#include "expression/formula_name.h"
#include "expression/functions.h"
#include "model/gate_result.h"
#include "model/workbook_source.h"
#include "source/format.h"

namespace shirube::check {

using diagnostic::Kind;
using expression::name_in_formulas;

namespace {

// A formula and what it is for. `owner` is empty if nothing can refer to the result.
struct Use {
  const expression::Expression* expression;
  std::string block;
  std::string owner;  // block.field
  std::size_t sheet;
  bool in_table;
  model::Unit unit = {};  // in which the result is shown; without a symbol if it has none
};

// What a block waits for: a name outside of formulas.
struct Asked {
  source::Located<std::string> name;
  std::string block;
  std::size_t sheet;
};

struct Names {
  std::map<std::string, std::size_t> fields;  // block.field, and the sheet that it is on
  std::set<std::size_t> repeated;             // sheets
  std::map<std::string, model::FieldType> types;
  std::map<std::string, model::Unit> units;  // of the lines of a calculation
  std::vector<Use> uses;
  std::vector<Asked> asked;
  std::set<std::string> unknown;  // blocks whose record there is not: nobody knows their fields
};

class Collector {
 public:
  Collector(const model::Records& records, diagnostic::Sink& sink) : records_(records), sink_(sink) {}

  Names run(const model::WorkbookDefinition& definition) {
    for (std::size_t i = 0; i < definition.sheets.size(); ++i) {
      sheet_ = i;
      if (definition.sheets[i].repeat.count > 1) names_.repeated.insert(i);
      for (const model::BlockDefinition& block : definition.sheets[i].blocks) {
        std::visit([this](const auto& value) { collect(value); }, block.value);
      }
    }
    return std::move(names_);
  }

 private:
  void add(const source::Located<std::string>& block, const std::string& field) {
    names_.fields.emplace(name_in_formulas(block.value) + "." + name_in_formulas(field), sheet_);
  }

  // The record that gives a block its fields; whether there is one has been reported.
  template <class Record>
  const Record* known(const Record* record, const source::Located<std::string>& block) {
    if (record == nullptr) names_.unknown.insert(name_in_formulas(block.value));
    return record;
  }

  void use(const std::optional<expression::Expression>& formula, const source::Located<std::string>& block,
           const std::string& field, const model::Unit& unit = {}) {
    if (!formula) return;
    const std::string own = name_in_formulas(block.value);
    names_.uses.push_back(
        {&*formula, own, field.empty() ? std::string() : own + "." + name_in_formulas(field), sheet_, in_table_, unit});
  }

  void collect_fields(const source::Located<std::string>& block, const std::vector<model::FieldDefinition>& fields) {
    for (const model::FieldDefinition& field : fields) {
      add(block, field.id.value);
      names_.types.emplace(name_in_formulas(block.value) + "." + name_in_formulas(field.id.value), field.type);
      use(field.formula, block, field.id.value, field.type == model::FieldType::percent ? model::Unit{"%"} : field.unit);
    }
  }

  void ask_for(const model::Due& due, const source::Located<std::string>& block) {
    if (due.exists) names_.asked.push_back({*due.exists, name_in_formulas(block.value), sheet_});
  }

  void collect(const model::FormBlock& form) {
    ask_for(form.due, form.id);
    collect_fields(form.id, form.fields);
    if (!form.record) return;
    const model::Form* record = known(model::find_record(records_.forms, form.record->value), form.id);
    if (record == nullptr) return;
    for (const auto& field : record->fields) add(form.id, field.id.value);
  }

  void collect(const model::TableBlock& table) {
    ask_for(table.due, table.id);
    in_table_ = true;
    collect_fields(table.id, table.columns);
    for (const model::Row& row : table.rows.rows) {
      for (const model::RowCell& cell : row.cells) use(cell.formula, table.id, cell.column.value);
    }
    in_table_ = false;
    if (!table.total) return;
    for (const auto& column : table.total->columns) add(table.id, "total." + column.value);
  }

  void collect(const model::ChecklistBlock& checklist) {
    for (const char* field : {"done", "evidence", "count"}) add(checklist.id, field);
  }

  void collect(const model::CalculationBlock& calculation) { collect_fields(calculation.id, calculation.fields); }

  void collect(const model::ModelBlock& block) {
    using Part = model::ModelBlock::Part;
    const model::Calculation* record = known(model::find_record(records_.calculations, block.record.value), block.id);
    if (record == nullptr || block.part.value != Part::values) return;
    add(block.id, "scenario");
    const auto add_line = [&](const model::CalculationName& name, const model::Unit& unit) {
      for (const std::string* each : {&name.id.value, &name.symbol.value}) {
        if (each->empty()) continue;
        add(block.id, *each);
        names_.units.emplace(name_in_formulas(block.id.value) + "." + name_in_formulas(*each), unit);
      }
    };
    for (const auto& input : record->inputs) add_line(input.name, input.unit);
    for (const auto& formula : record->formulas) add_line(formula.name, formula.unit.value);
  }

  void collect(const model::GateBlock& block) {
    add(block.id, "verdict");
    const model::Gate* record = known(model::find_record(records_.gates, block.record.value), block.id);
    if (record == nullptr) return;
    for (const auto& criterion : record->criteria) {
      add(block.id, criterion.id.value);
      for (const auto& condition : criterion.conditions) add(block.id, model::threshold_id(criterion, condition));
    }
  }

  void collect(const model::ChecksBlock& checks) {
    for (const model::Check& check : checks.checks) {
      add(checks.id, check.id.value);
      use(check.formula, checks.id, check.id.value);
      if (check.formula && !expression::yields_truth(*check.formula)) {
        sink_.report(Kind::workbook_check_answer, check.formula->range(), {check.id.value});
      }
    }
  }

  void collect(const model::SignOffBlock& sign_off) {
    for (const char* field : {"name", "date", "remark"}) add(sign_off.id, field);
  }

  void collect(const model::HeadingBlock&) {}
  void collect(const model::NoteBlock&) {}
  void collect(const model::InstructionsBlock&) {}
  void collect(const model::ChartBlock&) {}
  void collect(const model::SummaryBlock&) {}
  void collect(const model::LegendBlock&) {}
  void collect(const model::ChangesBlock&) {}

  const model::Records& records_;
  diagnostic::Sink& sink_;
  Names names_;
  std::size_t sheet_ = 0;
  bool in_table_ = false;
};

// The field that `name` means for this formula; empty if there is none. `n` is the number of a repeated sheet, `row`
// that of a table's row.
std::string resolve(const Names& names, const Use& use, const std::string& name) {
  if (names.fields.contains(use.block + "." + name)) return use.block + "." + name;
  if (name == "n" && names.repeated.contains(use.sheet)) return name;
  if (name == "row" && use.in_table) return name;
  const auto found = names.fields.find(name);
  if (found == names.fields.end()) return {};
  // A field of a repeated sheet exists many times: only its own sheet can mean one of them.
  if (names.repeated.contains(found->second) && found->second != use.sheet) return {};
  return name;
}

// Whether the name may be a field of a block whose record is unknown.
bool is_of_unknown_block(const Names& names, const Use& use, const std::string& name) {
  const std::size_t dot = name.find('.');
  return names.unknown.contains(dot == std::string::npos ? use.block : name.substr(0, dot));
}

void suggest(const Names& names, const Use& use, const std::string& name, diagnostic::Diagnostic& finding) {
  std::vector<std::string> candidates;
  const std::string own = use.block + ".";
  for (const auto& [field, sheet] : names.fields) {
    candidates.push_back(field);
    if (field.starts_with(own)) candidates.push_back(field.substr(own.size()));
  }
  finding.suggest([&] { return diagnostic::near_miss(name, candidates); });
}

// What somebody chooses from a list is a text, also where it looks like a number: compared with one it is never equal.
class ChoiceComparisons {
 public:
  ChoiceComparisons(const Names& names, const Use& use, diagnostic::Sink& sink)
      : names_(names), use_(use), sink_(sink) {}

  void visit(const expression::Node& node) {
    if (const auto* unary = std::get_if<expression::Unary>(&node.value)) return visit(*unary->operand);
    if (const auto* call = std::get_if<expression::Call>(&node.value)) {
      for (const auto& argument : call->arguments) visit(*argument);
    }
    const auto* binary = std::get_if<expression::Binary>(&node.value);
    if (binary == nullptr) return;
    visit(*binary->left);
    visit(*binary->right);
    if (binary->op < expression::BinaryOperator::equal) return;
    const expression::Node* const sides[] = {binary->left.get(), binary->right.get()};
    for (const std::size_t side : {0U, 1U}) {
      const std::string name = choice_of(*sides[side]);
      const expression::Node& other = *sides[1 - side];
      if (name.empty() || !is_number(other)) continue;
      const auto* number = std::get_if<expression::Number>(&other.value);
      sink_.report(Kind::workbook_choice_number, node.range, {name, number == nullptr ? "…" : number->spelling});
      return;
    }
  }

 private:
  std::optional<model::FieldType> type_of(const expression::Node& node) const {
    const auto* name = std::get_if<expression::Name>(&node.value);
    if (name == nullptr) return std::nullopt;
    const auto found = names_.types.find(resolve(names_, use_, name->name));
    return found == names_.types.end() ? std::nullopt : std::optional(found->second);
  }

  // The choice that the node stands for, or that it picks out of a column; empty if it is none.
  std::string choice_of(const expression::Node& node) const {
    const auto* call = std::get_if<expression::Call>(&node.value);
    if (call != nullptr && call->function == "INDEX" && !call->arguments.empty()) {
      return choice_of(*call->arguments.front());
    }
    return type_of(node) == model::FieldType::choice ? std::get<expression::Name>(node.value).name : std::string();
  }

  bool is_number(const expression::Node& node) const {
    using expression::BinaryOperator;
    if (std::holds_alternative<expression::Number>(node.value)) return true;
    if (std::holds_alternative<expression::Unary>(node.value)) return true;
    if (const auto* binary = std::get_if<expression::Binary>(&node.value)) {
      return binary->op < BinaryOperator::concatenate;
    }
    const auto type = type_of(node);
    return type == model::FieldType::number || type == model::FieldType::percent || type == model::FieldType::date;
  }

  const Names& names_;
  const Use& use_;
  diagnostic::Sink& sink_;
};

// A field that repeats a line of a calculation shows it in the line's own unit: 18.75 分/回 is not 1875 %.
void check_unit(const Names& names, const Use& use, diagnostic::Sink& sink) {
  const auto* name = std::get_if<expression::Name>(&use.expression->root().value);
  if (name == nullptr || use.unit.symbol.empty()) return;
  const auto line = names.units.find(resolve(names, use, name->name));
  if (line == names.units.end() || line->second.symbol.empty()) return;
  const auto factor = expression::conversion(expression::dimension(line->second), expression::dimension(use.unit));
  if (factor == 1.0) return;
  sink.report(Kind::unit_mismatch, use.expression->range(), {line->second.symbol, use.unit.symbol, use.owner});
}

constexpr std::size_t deepest_chain = 500;

// Names that need themselves, by way of others or at once. Each name is looked at once (Tarjan's components), without
// recursion: a chain may be as long as a file.
class Circles {
 public:
  explicit Circles(const std::map<std::string, std::set<std::string>>& needs) : needs_(needs) {
    for (const auto& [name, needed] : needs) {
      if (!states_.contains(name)) walk(name);
    }
  }

  bool hold(const std::string& name) const { return circular_.contains(name); }
  // How many names it takes, one needed by the next, to come from it to one that needs nothing.
  std::size_t depth(const std::string& name) const {
    const auto found = states_.find(name);
    return found == states_.end() ? 0 : found->second.depth;
  }

 private:
  struct State {
    std::size_t number = 0;
    std::size_t low = 0;  // the least number that it leads to
    bool open = true;
    std::size_t depth = 0;
  };
  struct Step {
    const std::string* name;
    State* state;
    std::set<std::string>::const_iterator next;
    std::set<std::string>::const_iterator end;
  };

  void enter(const std::string& name) {
    static const std::set<std::string> nothing;
    const auto needed = needs_.find(name);
    const std::set<std::string>& all = needed == needs_.end() ? nothing : needed->second;
    const auto place = states_.emplace(name, State{states_.size(), states_.size(), true, 0}).first;
    open_.push_back(&place->first);
    path_.push_back({&place->first, &place->second, all.begin(), all.end()});
    if (all.contains(name)) circular_.insert(name);
  }

  void leave() {
    const Step step = path_.back();
    path_.pop_back();
    if (!path_.empty()) {
      State& user = *path_.back().state;
      user.low = std::min(user.low, step.state->low);
      user.depth = std::max(user.depth, step.state->depth + 1);
    }
    if (step.state->low != step.state->number) return;
    const bool alone = open_.back() == step.name;
    for (bool last = false; !last; open_.pop_back()) {
      last = open_.back() == step.name;
      states_.at(*open_.back()).open = false;
      if (!alone) circular_.insert(*open_.back());
    }
  }

  void walk(const std::string& start) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.end) {
        leave();
        continue;
      }
      const std::string& next = *step.next++;
      const auto seen = states_.find(next);
      if (seen == states_.end()) {
        enter(next);
      } else if (seen->second.open) {
        step.state->low = std::min(step.state->low, seen->second.number);
      } else {
        step.state->depth = std::max(step.state->depth, seen->second.depth + 1);
      }
    }
  }

  const std::map<std::string, std::set<std::string>>& needs_;
  std::map<std::string, State> states_;
  std::vector<const std::string*> open_;
  std::vector<Step> path_;
  std::set<std::string> circular_;
};

}  // namespace

void check_workbook_formulas(const model::WorkbookDefinition& definition, const model::Records& records,
                             diagnostic::Sink& sink) {
  const Names names = Collector(records, sink).run(definition);
  std::map<std::string, std::set<std::string>> needs;
  for (const Use& use : names.uses) {
    ChoiceComparisons(names, use, sink).visit(use.expression->root());
    check_unit(names, use, sink);
    for (const auto& name : expression::names(*use.expression)) {
      const std::string field = resolve(names, use, name.value);
      if (field.empty()) {
        if (is_of_unknown_block(names, use, name.value)) continue;
        auto& finding = sink.report(Kind::workbook_unknown_field, name.range, {name.value});
        suggest(names, use, name.value, finding);
      } else if (field != "n" && field != "row") {
        // A total, and the count of a checklist, are computed from their column.
        needs[use.owner].insert(field);
        const auto total = field.find(".total.");
        if (total != std::string::npos) needs[field].insert(field.substr(0, total) + field.substr(total + 6));
      }
    }
  }
  for (const Asked& asked : names.asked) {
    const Use place{nullptr, asked.block, {}, asked.sheet, false};
    if (!resolve(names, place, name_in_formulas(asked.name.value)).empty()) continue;
    if (is_of_unknown_block(names, place, name_in_formulas(asked.name.value))) continue;
    auto& finding = sink.report(Kind::workbook_unknown_field, asked.name.range, {asked.name.value});
    suggest(names, place, name_in_formulas(asked.name.value), finding);
  }
  const Circles circles(needs);
  for (const Use& use : names.uses) {
    if (circles.hold(use.owner)) {
      sink.report(Kind::workbook_circle, use.expression->range(), {use.owner});
      break;  // every other field of the same circle would be reported once more
    }
    // A cell is calculated while the one that names it waits, and there is an end to the stack.
    if (const std::size_t depth = circles.depth(use.owner); depth > deepest_chain) {
      sink.report(Kind::workbook_chain, use.expression->range(),
                  {use.owner, source::format("{}", depth), source::format("{}", deepest_chain)});
      break;
    }
  }
}

}  // namespace shirube::check
