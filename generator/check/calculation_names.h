// What the formulas of a calculation may name, and of which type each is.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "expression/type.h"
#include "model/calculation.h"

namespace shirube::check {

class CalculationNames {
 public:
  // Its inputs and formulas.
  explicit CalculationNames(const model::Calculation& calculation);
  CalculationNames(const CalculationNames&) = delete;
  CalculationNames& operator=(const CalculationNames&) = delete;

  // A number in `unit`. The first of a name stays.
  void add(const source::Located<std::string>& name, const source::Located<model::Unit>& unit);
  const expression::TypeOfName* find(const std::string& name) const;
  const expression::TypesOfNames& types() const { return types_; }
  std::vector<std::string> all() const;

 private:
  void add(const model::CalculationName& name, const expression::TypeOfName& type);

  std::map<std::string, expression::TypeOfName> by_name_;
  expression::TypesOfNames types_;
};

}  // namespace shirube::check
