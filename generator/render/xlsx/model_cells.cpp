#include "render/xlsx/model_cells.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "expression/evaluate.h"
#include "expression/to_excel.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::Calculation;
using model::CalculationLine;
using Kind = CalculationLine::Kind;

namespace {

constexpr const char* dash = "—";

// Functions that are not an error as long as their arguments are not.
bool is_safe(const std::string& function) {
  static constexpr std::array safe = {"ABS", "AND", "COUNT", "IF",        "MAX",     "MIN",
                                      "NOT", "OR",  "ROUND", "ROUNDDOWN", "ROUNDUP", "SUM"};
  return std::find(safe.begin(), safe.end(), function) != safe.end();
}

bool may_fail(const Calculation& calculation, const expression::Node& node);

bool may_fail(const Calculation& calculation, CalculationLine line) {
  return line.kind == Kind::formula && may_fail(calculation, calculation.formulas[line.index].formula.root());
}

// Conservative: a division is taken to fail. Names form no circle: check/ refuses it.
bool may_fail(const Calculation& calculation, const expression::Node& node) {
  return std::visit(
      [&](const auto& value) -> bool {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, expression::Name>) {
          const auto line = model::find_line(calculation, value.name);
          return line && may_fail(calculation, *line);
        } else if constexpr (std::is_same_v<T, expression::Unary>) {
          return may_fail(calculation, *value.operand);
        } else if constexpr (std::is_same_v<T, expression::Binary>) {
          using Op = expression::BinaryOperator;
          return value.op == Op::divide || value.op == Op::power || may_fail(calculation, *value.left) ||
                 may_fail(calculation, *value.right);
        } else if constexpr (std::is_same_v<T, expression::Call>) {
          return !is_safe(value.function) ||
                 std::any_of(value.arguments.begin(), value.arguments.end(),
                             [&](const auto& argument) { return may_fail(calculation, *argument); });
        } else {
          return false;
        }
      },
      node.value);
}

constexpr const char* no_input = "未入力";

Computed without_error(std::string text, Value value) {
  if (value.get<expression::Error>() != nullptr) value = dash;
  if (const bool* truth = value.get<bool>()) value = *truth ? "TRUE" : "FALSE";
  return {source::format("IFERROR({},\"{}\")", text, dash), std::move(value)};
}

}  // namespace

// How the names of formulas are seen from one column.
struct ModelCells::View {
  const ModelCells& cells;
  std::size_t column;
  const Replacements& replacements;
  Formulas& formulas;
  std::uint32_t sheet;
  bool in_full;  // every formula, or only those that may fail

  const Replacement* replacement(const std::string& name) const {
    if (const auto found = replacements.find(name); found != replacements.end()) return &found->second;
    const auto line = model::find_line(cells.calculation(), name);
    if (!line) return nullptr;
    const auto& id = model::line_name(cells.calculation(), *line).id.value;
    const auto found = replacements.find(model::name_in_formulas(id));
    return found == replacements.end() ? nullptr : &found->second;
  }

  std::string text(const std::string& name) const {
    if (const Replacement* found = replacement(name)) return found->text;
    const auto line = model::find_line(cells.calculation(), name);
    if (!line) return "#NAME?";
    const Column& own = cells.columns[column];
    if (line->kind == Kind::input) return formulas.address(own.inputs[line->index], sheet);
    if (!in_full && !may_fail(cells.calculation(), *line)) {
      return formulas.address(own.formulas[line->index], sheet);
    }
    return "(" + text(cells.calculation().formulas[line->index].formula) + ")";
  }
  std::string text(const expression::Expression& formula) const {
    return expression::to_excel(formula, [this](const std::string& name) { return text(name); });
  }

  Value value(const std::string& name) const {
    if (const Replacement* found = replacement(name)) return found->value;
    const auto line = model::find_line(cells.calculation(), name);
    if (!line) return expression::Error::name;
    const Column& own = cells.columns[column];
    if (line->kind == Kind::input) return formulas.value(own.inputs[line->index]);
    if (!in_full && !may_fail(cells.calculation(), *line)) return formulas.value(own.formulas[line->index]);
    return value(cells.calculation().formulas[line->index].formula);
  }
  Value value(const expression::Expression& formula) const {
    return expression::evaluate(formula, [this](const std::string& name) { return value(name); });
  }
};

Computed ModelCells::line(std::size_t formula, std::size_t column, Formulas& formulas, std::uint32_t sheet) const {
  const expression::Expression& own = calculation_->formulas[formula].formula;
  const Replacements none;
  const View view{*this, column, none, formulas, sheet, false};
  // What cannot fail needs no guard, and reads better without one.
  if (!may_fail(*calculation_, own.root())) {
    return if_given({view.text(own), view.value(own)}, column, no_input, formulas, sheet);
  }
  return if_given(without_error(view.text(own), view.value(own)), column, no_input, formulas, sheet);
}

// Only the inputs that are used now can be blank or a text.
Computed ModelCells::if_given(Computed result, std::size_t column, const char* otherwise, Formulas& formulas,
                              std::uint32_t sheet) const {
  if (column != 0) return result;
  const std::vector<SlotId>& inputs = columns[0].inputs;
  const bool given = std::all_of(inputs.begin(), inputs.end(),
                                 [&](SlotId id) { return formulas.value(id).get<double>() != nullptr; });
  return {source::format("IF(COUNT({})<{},\"{}\",{})", formulas.range(inputs, sheet), inputs.size(), otherwise,
                         result.text),
          given ? std::move(result.value) : Value(otherwise)};
}

Computed ModelCells::expanded(const expression::Expression& formula, std::size_t column,
                              const Replacements& replacements, Formulas& formulas, std::uint32_t sheet) const {
  const View view{*this, column, replacements, formulas, sheet, true};
  return if_given(without_error(view.text(formula), view.value(formula)), column, no_input, formulas, sheet);
}

Computed ModelCells::check(const model::CalculationCheck& check, Formulas& formulas, std::uint32_t sheet) const {
  const Replacements none;
  const View view{*this, 0, none, formulas, sheet, false};
  const bool met = view.value(check.formula) == Value(true);
  return if_given({source::format("IF(IFERROR({},FALSE),\"OK\",\"要確認\")", view.text(check.formula)),
                   Value(met ? "OK" : "要確認")},
                  0, "未記入", formulas, sheet);
}

}  // namespace shirube::render::xlsx
