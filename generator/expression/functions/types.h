// The types of calls: one rule for each way in which a function treats units. Columns are already refused where one
// value is needed.
#pragma once

#include "expression/type_rules.h"

namespace shirube::expression::types {

std::optional<Type> of_one_unit(const TypedCall& call,
                                TypeFaults& faults);  // SUM, AVERAGE, MEDIAN: numbers of one unit
std::optional<Type> of_one_kind(const TypedCall& call, TypeFaults& faults);   // MIN, MAX: or dates
std::optional<Type> spread(const TypedCall& call, TypeFaults& faults);        // STDEV: a difference of what it is given
std::optional<Type> first_number(const TypedCall& call, TypeFaults& faults);  // ABS, ROUND: the unit of the first; the
                                                                              // rest are plain numbers
std::optional<Type> plain_numbers(const TypedCall& call, TypeFaults& faults);  // EXP, LN: from plain numbers to one
std::optional<Type> square_root(const TypedCall& call, TypeFaults& faults);
std::optional<Type> truths(const TypedCall& call, TypeFaults& faults);   // AND, OR, NOT
std::optional<Type> reached(const TypedCall& call, TypeFaults& faults);   // REACHES: numbers of one unit
std::optional<Type> attained(const TypedCall& call, TypeFaults& faults);  // ATTAINED: three of one unit, a plain one
std::optional<Type> counted(const TypedCall& call, TypeFaults& faults);  // COUNT, COUNTA, COUNTBLANK
std::optional<Type> counted_if(const TypedCall& call, TypeFaults& faults);
std::optional<Type> summed_if(const TypedCall& call, TypeFaults& faults);
std::optional<Type> products(const TypedCall& call, TypeFaults& faults);  // SUMPRODUCT
std::optional<Type> factors(const TypedCall& call, TypeFaults& faults);   // PRODUCT: a column has no unit
std::optional<Type> choice(const TypedCall& call, TypeFaults& faults);    // IF
std::optional<Type> either(const TypedCall& call, TypeFaults& faults);    // IFERROR
std::optional<Type> at_index(const TypedCall& call, TypeFaults& faults);  // INDEX
std::optional<Type> position(const TypedCall& call, TypeFaults& faults);  // MATCH
std::optional<Type> length(const TypedCall& call, TypeFaults& faults);    // LEN
std::optional<Type> day(const TypedCall& call, TypeFaults& faults);       // DATE
std::optional<Type> later(const TypedCall& call, TypeFaults& faults);     // EDATE: a date, and plain numbers or 月
std::optional<Type> text(const TypedCall& call, TypeFaults& faults);      // TRIM: from texts to one

}  // namespace shirube::expression::types
