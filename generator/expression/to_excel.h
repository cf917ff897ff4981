// A formula as Excel and LibreOffice read it from a file: English function names, commas, no leading `=`.
#pragma once

#include <functional>
#include <string>

#include "expression/ast.h"

namespace shirube::expression {

// Gives the cell, range or defined name that stands for a name, such as $C$5 or goals_weight.
using CellNames = std::function<std::string(const std::string& name)>;

std::string to_excel(const Expression& expression, const CellNames& cells);

}  // namespace shirube::expression
