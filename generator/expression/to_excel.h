// A formula as Excel and LibreOffice read it from a file: English function names, commas, no leading `=`.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/ast.h"

namespace shirube::expression {

// Gives the cell, range or defined name that stands for a name, such as $C$5 or goals_weight.
using CellNames = std::function<std::string(const std::string& name)>;

// A call of a function that Excel has not got, over arguments that need no brackets (cells, or in brackets already).
std::string excel_call(std::string_view function, const std::vector<std::string>& arguments);

std::string to_excel(const Expression& expression, const CellNames& cells);

}  // namespace shirube::expression
