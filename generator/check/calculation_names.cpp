#include "check/calculation_names.h"

namespace shirube::check {

CalculationNames::CalculationNames(const model::Calculation& calculation)
    : types_([this](const std::string& name) { return find(name); }) {
  for (const auto& input : calculation.inputs) {
    add(input.name, {expression::number_type(input.unit), input.unit_range});
  }
  for (const auto& formula : calculation.formulas) {
    expression::Type type = expression::number_type(formula.unit.value);
    if (formula.text) type.kind = expression::Type::Kind::text;
    add(formula.name, {type, formula.unit.range});
  }
}

void CalculationNames::add(const source::Located<std::string>& name, const source::Located<model::Unit>& unit) {
  by_name_.emplace(model::name_in_formulas(name.value),
                   expression::TypeOfName{expression::number_type(unit.value), unit.range});
}

void CalculationNames::add(const model::CalculationName& name, const expression::TypeOfName& type) {
  by_name_.emplace(model::name_in_formulas(name.id.value), type);
  if (!name.symbol.value.empty()) by_name_.emplace(name.symbol.value, type);
}

const expression::TypeOfName* CalculationNames::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<std::string> CalculationNames::all() const {
  std::vector<std::string> names;
  for (const auto& [name, type] : by_name_) names.push_back(name);
  return names;
}

}  // namespace shirube::check
