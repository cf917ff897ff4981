// How a value serves where another type is needed, and how two values compare.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expression/value.h"

namespace shirube::expression {

// An error of the value itself is given back; a list is Error::value.
std::variant<double, Error> to_number(const Value& value);
std::variant<std::string, Error> to_text(const Value& value);
std::variant<bool, Error> to_truth(const Value& value);

// `number`, or Error::number if it is not finite. Minus zero becomes zero.
Value number_or_error(double number);

// Below 0, 0, above 0. Neither is an error or a list.
int compare(const Value& left, const Value& right);
// Without regard to case, by code point.
int compare_texts(std::string_view left, std::string_view right);

}  // namespace shirube::expression
