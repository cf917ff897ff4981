#include <algorithm>
#include <cmath>

#include "expression/conversion.h"
#include "expression/criterion.h"
#include "expression/functions/bodies.h"

namespace shirube::expression::bodies {

namespace {

// One cell is a column of one.
List cells_of(const Value& value) {
  const List* list = value.get<List>();
  return list != nullptr ? *list : List{value};
}

}  // namespace

Operand count_blank(const Arguments& arguments) {
  const List cells = cells_of(arguments.at(0).value);
  return Value(static_cast<double>(std::count_if(cells.begin(), cells.end(), [](const Value& cell) {
    const std::string* text = cell.get<std::string>();
    return cell.get<Blank>() != nullptr || (text != nullptr && text->empty());
  })));
}

Operand count_if(const Arguments& arguments) {
  const List cells = cells_of(arguments.at(0).value);
  const Criterion criterion(arguments.at(1).value);
  return Value(static_cast<double>(
      std::count_if(cells.begin(), cells.end(), [&](const Value& cell) { return criterion.takes(cell); })));
}

// Excel would take cells beyond the end of a shorter column of summands; a name has no beyond, so it is #VALUE!.
Operand sum_if(const Arguments& arguments) {
  const List cells = cells_of(arguments.at(0).value);
  const Criterion criterion(arguments.at(1).value);
  const List summands = arguments.count > 2 ? cells_of(arguments.at(2).value) : cells;
  if (summands.size() != cells.size()) return Value(Error::value);
  List taken;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (criterion.takes(cells[i])) taken.push_back(summands[i]);
  }
  const std::function<Operand(std::size_t)> at = [&](std::size_t) { return Operand(Value(taken), true); };
  return sum({1, at});
}

Operand at_index(const Arguments& arguments) {
  const Operand from = arguments.at(0);
  if (const Error* error = from.value.get<Error>()) return Value(*error);
  const auto place = to_number(arguments.at(1).value);
  if (const Error* error = std::get_if<Error>(&place)) return Value(*error);
  const double index = std::trunc(std::get<double>(place));
  if (index < 0) return Value(Error::value);
  if (index == 0) return from;
  const List cells = cells_of(from.value);
  if (index > static_cast<double>(cells.size())) return Value(Error::reference);
  return {cells[static_cast<std::size_t>(index) - 1], from.from_cells};
}

Operand find_position(const Arguments& arguments) {
  const Value wanted = arguments.at(0).value;
  const Value column = arguments.at(1).value;
  const Value way = arguments.count > 2 ? arguments.at(2).value : Value(1.0);
  for (const Value* argument : {&wanted, &column, &way}) {
    if (const Error* error = argument->get<Error>()) return Value(*error);
  }
  const auto direction = to_number(way);
  if (const Error* error = std::get_if<Error>(&direction)) return Value(*error);
  const double step = std::get<double>(direction);
  const List cells = cells_of(column);
  std::size_t last = 0;  // the position found, from 1
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].state().index() != wanted.state().index() || wanted.get<Blank>() != nullptr) continue;
    if (step == 0) {
      const std::string* text = wanted.get<std::string>();
      const bool same =
          text != nullptr ? matches_pattern(*cells[i].get<std::string>(), *text) : compare(cells[i], wanted) == 0;
      if (!same) continue;
      last = i + 1;
      break;
    }
    const int order = compare(cells[i], wanted);
    if (step > 0 ? order > 0 : order < 0) break;
    last = i + 1;
    if (step < 0 && order == 0) break;
  }
  return last == 0 ? Value(Error::missing) : Value(static_cast<double>(last));
}

}  // namespace shirube::expression::bodies
