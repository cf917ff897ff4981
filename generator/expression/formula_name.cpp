#include "expression/formula_name.h"

#include <algorithm>

namespace shirube::expression {

std::string name_in_formulas(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace shirube::expression
