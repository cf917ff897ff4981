// What each function does. Arguments are counted before they come here; an error among the arguments of a function that
// takes single values only has already become its result.
#pragma once

#include "expression/functions.h"

namespace shirube::expression::bodies {

// logic.cpp
Operand choose(const Arguments& arguments);            // IF
Operand instead_of_error(const Arguments& arguments);  // IFERROR
Operand all(const Arguments& arguments);               // AND
Operand any(const Arguments& arguments);               // OR
Operand negate(const Arguments& arguments);            // NOT

// aggregates.cpp
Operand sum(const Arguments& arguments);
Operand minimum(const Arguments& arguments);
Operand maximum(const Arguments& arguments);
Operand average(const Arguments& arguments);
Operand median(const Arguments& arguments);
Operand count_numbers(const Arguments& arguments);  // COUNT
Operand count_filled(const Arguments& arguments);   // COUNTA
Operand product(const Arguments& arguments);
Operand standard_deviation(const Arguments& arguments);
Operand sum_of_products(const Arguments& arguments);

// cells.cpp
Operand count_blank(const Arguments& arguments);
Operand count_if(const Arguments& arguments);
Operand sum_if(const Arguments& arguments);
Operand at_index(const Arguments& arguments);       // INDEX
Operand find_position(const Arguments& arguments);  // MATCH

// numbers.cpp
Operand absolute(const Arguments& arguments);
Operand square_root(const Arguments& arguments);
Operand round_half(const Arguments& arguments);
Operand round_up(const Arguments& arguments);
Operand round_down(const Arguments& arguments);
Operand whole(const Arguments& arguments);      // INT
Operand remainder(const Arguments& arguments);  // MOD
Operand reaches_goal(const Arguments& arguments);    // REACHES
Operand attained_share(const Arguments& arguments);  // ATTAINED
Operand exponential(const Arguments& arguments);
Operand natural_logarithm(const Arguments& arguments);

// dates.cpp: a date is the number of its day, as in Excel
Operand date(const Arguments& arguments);
Operand months_later(const Arguments& arguments);  // EDATE

// texts.cpp
Operand length(const Arguments& arguments);
Operand trim(const Arguments& arguments);

}  // namespace shirube::expression::bodies
