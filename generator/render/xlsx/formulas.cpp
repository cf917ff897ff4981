#include "render/xlsx/formulas.h"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "expression/evaluate.h"
#include "expression/formula_name.h"
#include "expression/functions.h"
#include "expression/to_excel.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Blank;
using expression::Value;

namespace {

constexpr const char* needs_attention = "要確認";

bool blank(const Value& value) {
  if (value.get<Blank>() != nullptr) return true;
  const auto* text = value.get<std::string>();
  return text != nullptr && text->empty();
}

// What a formula cannot do without. A name that it compares with "" itself is not a need: the formula says what happens
// when that is blank. What a function takes together, leaving blanks out, is missing only when all of it is.
class Needs {
 public:
  explicit Needs(const expression::Expression& expression) { visit(expression.root()); }

  std::vector<std::vector<std::string>> groups() const {
    std::vector<std::vector<std::string>> needed;
    for (const auto& group : groups_) {
      std::vector<std::string> names;
      for (const std::string& name : group) {
        if (!optional_.contains(name) && (group.size() == 1 || !alone_.contains(name))) names.push_back(name);
      }
      if (!names.empty() && std::find(needed.begin(), needed.end(), names) == needed.end()) needed.push_back(names);
    }
    return needed;
  }

 private:
  static const std::string* name_of(const expression::Node& node) {
    const auto* name = std::get_if<expression::Name>(&node.value);
    return name == nullptr ? nullptr : &name->name;
  }

  static bool is_empty_text(const expression::Node& node) {
    const auto* text = std::get_if<expression::Text>(&node.value);
    return text != nullptr && text->value.empty();
  }

  static bool skips_blanks(const std::string& function) {
    for (const char* each : {"AVERAGE", "COUNT", "COUNTA", "MAX", "MEDIAN", "MIN", "PRODUCT", "STDEV", "SUM"}) {
      if (function == each) return true;
    }
    return false;
  }

  void visit(const expression::Node& node) {
    if (const std::string* name = name_of(node)) {
      groups_.push_back({*name});
      alone_.insert(*name);
    } else if (const auto* unary = std::get_if<expression::Unary>(&node.value)) {
      visit(*unary->operand);
    } else if (const auto* binary = std::get_if<expression::Binary>(&node.value)) {
      visit_binary(*binary);
    } else if (const auto* call = std::get_if<expression::Call>(&node.value)) {
      visit_call(*call);
    }
  }

  void visit_binary(const expression::Binary& binary) {
    using Operator = expression::BinaryOperator;
    const bool comparison = binary.op == Operator::equal || binary.op == Operator::not_equal;
    if (comparison && name_of(*binary.left) != nullptr && is_empty_text(*binary.right)) {
      optional_.insert(*name_of(*binary.left));
      return;
    }
    visit(*binary.left);
    visit(*binary.right);
  }

  void visit_call(const expression::Call& call) {
    std::vector<std::string> together;
    for (const auto& argument : call.arguments) {
      const std::string* name = name_of(*argument);
      if (name != nullptr && skips_blanks(call.function)) {
        together.push_back(*name);
      } else {
        visit(*argument);
      }
    }
    if (together.size() == 1) alone_.insert(together.front());
    if (!together.empty()) groups_.push_back(std::move(together));
  }

  std::vector<std::vector<std::string>> groups_;
  std::set<std::string> alone_;
  std::set<std::string> optional_;
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += between;
    all += part;
  }
  return all;
}

}  // namespace

std::string NameTable::normal(std::string_view id) {
  return expression::name_in_formulas(id);
}

std::string NameTable::block_key(std::string_view id, std::int64_t repetition) {
  return repetition == 0 ? normal(id) : source::format("{}#{}", normal(id), repetition);
}

void NameTable::add(const std::string& block, std::string_view field, SlotId slot) {
  slots_.emplace(block + "." + normal(field), slot);
}

void NameTable::add_to_column(const std::string& block, std::string_view field, SlotId slot) {
  columns_[block + "." + normal(field)].push_back(slot);
}

NameTable::Meaning NameTable::find(std::string_view name, const Scope& scope) const {
  if (const auto found = scope.row.find(name); found != scope.row.end()) return found->second;
  const auto look = [this](const std::string& key) -> Meaning {
    if (const auto found = slots_.find(key); found != slots_.end()) return found->second;
    if (const auto found = columns_.find(key); found != columns_.end()) return &found->second;
    return {};
  };
  if (auto meaning = look(scope.block + "." + std::string(name)); meaning.index() != 0) return meaning;
  const auto dot = name.find('.');
  if (dot != std::string_view::npos) {
    if (scope.repetition != 0) {
      const std::string key = block_key(name.substr(0, dot), scope.repetition) + std::string(name.substr(dot));
      if (auto meaning = look(key); meaning.index() != 0) return meaning;
    }
    return look(std::string(name));
  }
  if (name == "row" && scope.row_number != 0) return scope.row_number;
  if (name == "n" && scope.repetition != 0) return static_cast<double>(scope.repetition);
  return {};
}

std::string Formulas::address(SlotId id, std::uint32_t sheet) const {
  const Slot& slot = draft_.slot(id);
  if (slot.sheet == sheet) return cell_name(slot.row, slot.column);
  return sheet_cell_name(draft_.sheets[slot.sheet].name, slot.row, slot.column);
}

std::string Formulas::position(SlotId id) const {
  const Slot& slot = draft_.slot(id);
  const SheetDraft& sheet = draft_.sheets[slot.sheet];
  const auto rows = static_cast<std::uint32_t>(sheet.lines.size());
  return source::format("INDEX({}:{},{},{})", sheet_cell_name(sheet.name, 0, 0), cell_name(rows, sheet.columns),
                        slot.row + 1, slot.column + 1);
}

std::string Formulas::range(const std::vector<SlotId>& column, std::uint32_t sheet) const {
  const Slot& last = draft_.slot(column.back());
  std::string text = address(column.front(), sheet);
  if (column.size() > 1) text += ":" + cell_name(last.row, last.column);
  return text;
}

std::string Formulas::ranges(const std::vector<SlotId>& slots, std::uint32_t sheet) const {
  return joined(runs(slots, sheet), ",");
}

std::vector<std::string> Formulas::runs(std::vector<SlotId> slots, std::uint32_t sheet) const {
  const auto place = [this](SlotId id) {
    const Slot& slot = draft_.slot(id);
    return std::tuple(slot.sheet, slot.column, slot.row);
  };
  std::sort(slots.begin(), slots.end(), [&](SlotId left, SlotId right) { return place(left) < place(right); });
  std::vector<std::string> parts;
  std::vector<SlotId> run;
  for (const SlotId id : slots) {
    const bool below = !run.empty() && draft_.slot(id).column == draft_.slot(run.back()).column &&
                       draft_.slot(id).row == draft_.slot(run.back()).row + 1;
    if (!below && !run.empty()) {
      parts.push_back(range(run, sheet));
      run.clear();
    }
    run.push_back(id);
  }
  if (!run.empty()) parts.push_back(range(run, sheet));
  return parts;
}

const Computed& Formulas::computed(SlotId id) {
  if (before_ != nullptr && !affected_->contains(id)) return before_->done_.at(id);
  if (const auto found = done_.find(id); found != done_.end()) return found->second;
  static const Computed circular{"", Value(needs_attention)};
  if (std::find(running_.begin(), running_.end(), id) != running_.end()) return circular;  // check/workbooks refuses it
  running_.push_back(id);
  Computed result = draft_.slot(id).make(*this);
  running_.pop_back();
  return done_.emplace(id, std::move(result)).first->second;
}

const Value& Formulas::value(SlotId id) {
  if (!running_.empty() && before_ == nullptr) dependents_[id].insert(running_.back());
  const Slot& slot = draft_.slot(id);
  if (slot.kind == Slot::Kind::formula) return computed(id).value;
  if (entries_ != nullptr) {
    if (const auto entry = entries_->find(id); entry != entries_->end()) return entry->second;
  }
  return slot.value;
}

const std::set<SlotId>& Formulas::dependents(SlotId id) const {
  static const std::set<SlotId> none;
  const auto found = dependents_.find(id);
  return found == dependents_.end() ? none : found->second;
}

bool Formulas::is_blank(SlotId id) {
  return blank(value(id));
}

std::pair<std::string, bool> Formulas::blank_test(const expression::Expression& expression, const Scope& scope,
                                                  std::uint32_t sheet) {
  std::vector<std::string> tests;
  bool holds = false;
  for (const std::vector<std::string>& group : Needs(expression).groups()) {
    std::vector<SlotId> cells;
    std::string test;
    bool given = false;  // a number, or text that is always there
    for (const std::string& name : group) {
      const auto meaning = names_.find(name, scope);
      if (const auto* id = std::get_if<SlotId>(&meaning)) {
        given = given || draft_.slot(*id).kind == Slot::Kind::fixed;
        cells.push_back(*id);
        test = address(*id, sheet) + "=\"\"";
      } else if (const auto* column = std::get_if<const std::vector<SlotId>*>(&meaning)) {
        cells.insert(cells.end(), (*column)->begin(), (*column)->end());
        test = source::format("COUNTBLANK({})={}", range(**column, sheet), (*column)->size());
      } else {
        given = true;
      }
    }
    if (given) continue;
    if (group.size() > 1) test = source::format("{}={}", count_blank(cells, sheet).text, cells.size());
    tests.push_back(std::move(test));
    holds = holds || std::all_of(cells.begin(), cells.end(), [this](SlotId cell) { return is_blank(cell); });
  }
  if (tests.empty()) return {"", false};
  return {tests.size() == 1 ? tests.front() : "OR(" + joined(tests, ",") + ")", holds};
}

namespace {

struct Bound {
  std::string text;
  Value value;
};

}  // namespace

Computed Formulas::authored(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet) {
  return answer(expression, scope, sheet, {"はい", "いいえ", ""});
}

Computed Formulas::check(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet) {
  return answer(expression, scope, sheet, {"OK", needs_attention, "未記入"});
}

Computed Formulas::answer(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet,
                          const Words& words) {
  const auto cells = [&](const std::string& name) -> std::string {
    const auto meaning = names_.find(name, scope);
    if (const auto* slot = std::get_if<SlotId>(&meaning)) return address(*slot, sheet);
    if (const auto* column = std::get_if<const std::vector<SlotId>*>(&meaning)) return range(**column, sheet);
    if (const auto* number = std::get_if<double>(&meaning)) return source::format("{:.15g}", *number);
    return "#NAME?";
  };
  const auto values = [&](const std::string& name) -> Value {
    const auto meaning = names_.find(name, scope);
    if (const auto* slot = std::get_if<SlotId>(&meaning)) return value(*slot);
    if (const auto* column = std::get_if<const std::vector<SlotId>*>(&meaning)) {
      expression::List list;
      for (const SlotId cell : **column) list.push_back(value(cell));
      return list;
    }
    if (const auto* number = std::get_if<double>(&meaning)) return *number;
    return expression::Error::name;
  };
  std::string text = expression::to_excel(expression, cells);
  const bool truth = expression::yields_truth(expression);
  if (truth) text = source::format("IF({},\"{}\",\"{}\")", text, words.yes, words.no);
  text = source::format("IFERROR({},\"{}\")", text, needs_attention);
  const auto [test, holds] = blank_test(expression, scope, sheet);
  if (!test.empty()) text = source::format("IF({},\"{}\",{})", test, words.blank, text);
  if (holds) return {std::move(text), Value(words.blank)};
  Value result = expression::evaluate(expression, values);
  if (const bool* yes = result.get<bool>()) result = *yes ? words.yes : words.no;
  if (result.get<expression::Error>() != nullptr) result = needs_attention;
  if (result.get<Blank>() != nullptr) result = 0.0;  // as a formula that names an empty cell
  return {std::move(text), std::move(result)};
}

std::vector<std::string> Formulas::areas(const std::vector<SlotId>& slots, std::uint32_t sheet) const {
  // Neighbours are joined; a merged cell never is, because the cells that it covers count as blank.
  std::vector<std::string> areas;
  for (std::size_t i = 0; i < slots.size();) {
    const Slot& first = draft_.slot(slots[i]);
    std::size_t end = i + 1;
    while (end < slots.size() && first.column == first.last_column) {
      const Slot& next = draft_.slot(slots[end]);
      const Slot& before = draft_.slot(slots[end - 1]);
      if (next.sheet != first.sheet || next.row != first.row || next.column != before.column + 1 ||
          next.column != next.last_column) {
        break;
      }
      ++end;
    }
    const Slot& last = draft_.slot(slots[end - 1]);
    std::string area = address(slots[i], sheet);
    if (end - i > 1) area += ":" + cell_name(last.row, last.column);
    areas.push_back(std::move(area));
    i = end;
  }
  return areas;
}

Computed Formulas::count_blank(const std::vector<SlotId>& slots, std::uint32_t sheet) {
  std::vector<std::string> terms;
  for (const std::string& area : areas(slots, sheet)) terms.push_back("COUNTBLANK(" + area + ")");
  const auto blanks = std::count_if(slots.begin(), slots.end(), [this](SlotId id) { return is_blank(id); });
  return {terms.empty() ? "0" : joined(terms, "+"), Value(static_cast<double>(blanks))};
}

Computed Formulas::count_filled(const std::vector<SlotId>& slots, std::uint32_t sheet) {
  constexpr std::size_t most_arguments = 200;  // Excel takes 255
  std::vector<SlotId> typed;
  std::vector<SlotId> ticked;
  for (const SlotId id : slots) {
    (draft_.slot(id).type == model::FieldType::check ? ticked : typed).push_back(id);
  }
  std::vector<std::string> terms;
  double count = 0;
  for (std::size_t first = 0; const std::string& area : runs(typed, sheet)) {
    if (first++ % most_arguments == 0) {
      terms.push_back("COUNTA(" + area + ")");
    } else {
      terms.back().insert(terms.back().size() - 1, "," + area);
    }
  }
  for (const std::string& area : runs(ticked, sheet)) terms.push_back("COUNTIF(" + area + ",\"☑\")");
  for (const SlotId id : typed) count += is_blank(id) ? 0 : 1;
  for (const SlotId id : ticked) count += value(id) == Value("☑") ? 1 : 0;
  return {terms.empty() ? "0" : joined(terms, "+"), Value(count)};
}

}  // namespace shirube::render::xlsx
