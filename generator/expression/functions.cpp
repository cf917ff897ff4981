#include "expression/functions.h"

#include <algorithm>

#include "expression/functions/bodies.h"
#include "expression/functions/types.h"

namespace shirube::expression {

namespace {

constexpr std::array<Parameter, 3> value = {Parameter::value, Parameter::value, Parameter::value};
constexpr std::array<Parameter, 3> values = {Parameter::values, Parameter::values, Parameter::values};
constexpr std::array<Parameter, 3> arrays = {Parameter::array, Parameter::array, Parameter::array};
constexpr std::array<Parameter, 3> branches = {Parameter::branch, Parameter::branch, Parameter::branch};
constexpr std::array<Parameter, 3> column_criterion = {Parameter::column, Parameter::value, Parameter::column};
constexpr std::array<Parameter, 3> values_place = {Parameter::values, Parameter::value, Parameter::value};
constexpr std::array<Parameter, 3> wanted_values = {Parameter::value, Parameter::values, Parameter::value};
constexpr std::size_t many = 255;  // Excel's limit

// clang-format off
constexpr Function rows[] = {
    {"ABS", 1, 1, value, bodies::absolute, "ABS", "absolute", MathShape::absolute, "the number without its sign", types::first_number},
    {"AND", 1, many, values, bodies::all, "AND", "all", MathShape::conjunction, "TRUE if every condition is", types::truths},
    {"ATTAINED", 4, 4, value, bodies::attained_share, "IF({3}*({1}-{2})>=-0.000000001*MAX(0.001,ABS({1}),ABS({2})),1,IF({3}*({2}-{0})>0,MAX(0,({1}-{0})/({2}-{0})),0))", "attained", MathShape::call, "how much of the way from the first number to the goal the second has made, 0 to 1; a goal reached is 1; the fourth is 1 where more is better, -1 where less is", types::attained},
    {"AVERAGE", 1, many, values, bodies::average, "AVERAGE", "average", MathShape::call, "the mean of the numbers; #DIV/0! if there is none", types::of_one_unit},
    {"COUNT", 1, many, values, bodies::count_numbers, "COUNT", "countNumbers", MathShape::call, "how many are numbers", types::counted},
    {"COUNTA", 1, many, values, bodies::count_filled, "COUNTA", "countFilled", MathShape::call, "how many cells are not blank; \"\" is not blank", types::counted},
    {"COUNTBLANK", 1, 1, column_criterion, bodies::count_blank, "COUNTBLANK", "countBlank", MathShape::call, "how many cells are blank or \"\"", types::counted},
    {"COUNTIF", 2, 2, column_criterion, bodies::count_if, "COUNTIF", "countIf", MathShape::call, "how many cells meet a criterion such as \">=3\"", types::counted_if},
    {"DATE", 3, 3, value, bodies::date, "DATE", "date", MathShape::call, "the day of a year, month and day; #NUM! before March 1900 and after 9999", types::day},
    {"EDATE", 2, 2, value, bodies::months_later, "EDATE", "monthsLater", MathShape::call, "the same day so many months later, or the last of that month", types::later},
    {"EXP", 1, 1, value, bodies::exponential, "EXP", "exponential", MathShape::exponential, "e to the power of the number", types::plain_numbers},
    {"IF", 2, 3, branches, bodies::choose, "IF", "choose", MathShape::cases, "the second argument if the first is TRUE, else the third or FALSE", types::choice},
    {"IFERROR", 2, 2, branches, bodies::instead_of_error, "IFERROR", "insteadOfError", MathShape::call, "the first argument, or the second if the first is an error", types::either},
    {"INDEX", 2, 2, values_place, bodies::at_index, "INDEX", "atIndex", MathShape::call, "the n-th cell of a column, from 1; 0 is the whole column", types::at_index},
    {"INT", 1, 1, value, bodies::whole, "INT", "whole", MathShape::floor, "the next whole number that is not above", types::first_number},
    {"LEN", 1, 1, value, bodies::length, "LEN", "length", MathShape::call, "the length of a text in UTF-16 units", types::length},
    {"LN", 1, 1, value, bodies::natural_logarithm, "LN", "naturalLogarithm", MathShape::call, "the natural logarithm; #NUM! from 0 down", types::plain_numbers},
    {"MATCH", 2, 3, wanted_values, bodies::find_position, "MATCH", "findPosition", MathShape::call, "the position in a column: exact with 0, else the last that is not above (1) or not below (-1)", types::position},
    {"MAX", 1, many, values, bodies::maximum, "MAX", "maximum", MathShape::call, "the largest number; 0 if there is none", types::of_one_kind},
    {"MEDIAN", 1, many, values, bodies::median, "MEDIAN", "median", MathShape::call, "the middle number; #NUM! if there is none", types::of_one_unit},
    {"MIN", 1, many, values, bodies::minimum, "MIN", "minimum", MathShape::call, "the smallest number; 0 if there is none", types::of_one_kind},
    {"MOD", 2, 2, value, bodies::remainder, "MOD", "remainder", MathShape::call, "the remainder of a division, with the sign of the divisor", types::of_one_unit},
    {"NOT", 1, 1, value, bodies::negate, "NOT", "negate", MathShape::negation, "TRUE for FALSE and the reverse", types::truths},
    {"OR", 1, many, values, bodies::any, "OR", "any", MathShape::disjunction, "TRUE if one of the conditions is", types::truths},
    {"PRODUCT", 1, many, values, bodies::product, "PRODUCT", "product", MathShape::call, "the product of the numbers; 0 if there is none", types::factors},
    {"REACHES", 2, 2, value, bodies::reaches_goal, "({0}-{1}>=-0.000000001*MAX(0.001,ABS({0}),ABS({1})))", "reaches", MathShape::call, "TRUE if the number is the goal or above, roundings left aside", types::reached},
    {"ROUND", 2, 2, value, bodies::round_half, "ROUND", "roundHalf", MathShape::call, "rounded to n decimals, half away from zero", types::first_number},
    {"ROUNDDOWN", 2, 2, value, bodies::round_down, "ROUNDDOWN", "roundDown", MathShape::call, "rounded to n decimals, towards zero", types::first_number},
    {"ROUNDUP", 2, 2, value, bodies::round_up, "ROUNDUP", "roundUp", MathShape::call, "rounded to n decimals, away from zero", types::first_number},
    {"SQRT", 1, 1, value, bodies::square_root, "SQRT", "squareRoot", MathShape::root, "the square root; #NUM! below 0", types::square_root},
    {"STDEV", 1, many, values, bodies::standard_deviation, "STDEV", "standardDeviation", MathShape::call, "the sample's standard deviation; #DIV/0! below two numbers", types::spread},
    {"SUM", 1, many, values, bodies::sum, "SUM", "sum", MathShape::call, "the sum of the numbers", types::of_one_unit},
    {"SUMIF", 2, 3, column_criterion, bodies::sum_if, "SUMIF", "sumIf", MathShape::call, "the sum of the cells (of the third argument) that meet a criterion", types::summed_if},
    {"SUMPRODUCT", 1, many, arrays, bodies::sum_of_products, "SUMPRODUCT", "sumOfProducts", MathShape::call, "the sum of the products, row by row; what is not a number counts as 0", types::products},
    {"TRIM", 1, 1, value, bodies::trim, "TRIM", "trim", MathShape::call, "the text without spaces at its ends and with one between words", types::text},
};
// clang-format on

constexpr bool complete() {
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const Function& row = rows[i];
    if (row.name.empty() || row.excel.empty() || row.javascript.empty() || row.doc.empty() || row.fewest > row.most ||
        row.type == nullptr)
      return false;
    if (i > 0 && !(rows[i - 1].name < row.name)) return false;
  }
  return true;
}
static_assert(complete(), "rows are sorted by name and leave nothing out");

}  // namespace

std::span<const Function> all_functions() {
  return rows;
}

const Function* find_function(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(rows), std::end(rows), name,
                                       [](const Function& row, std::string_view wanted) { return row.name < wanted; });
  return found != std::end(rows) && found->name == name ? found : nullptr;
}

bool yields_truth(const Expression& expression) {
  const auto& value = expression.root().value;
  if (std::holds_alternative<Boolean>(value)) return true;
  if (const auto* binary = std::get_if<Binary>(&value)) return binary->op >= BinaryOperator::equal;
  const auto* call = std::get_if<Call>(&value);
  const Function* row = call == nullptr ? nullptr : find_function(call->function);
  return row != nullptr && (row->type == &types::truths || row->type == &types::reached);
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const Function& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace shirube::expression
