#include <algorithm>
#include <cmath>

#include "expression/conversion.h"
#include "expression/functions/bodies.h"

namespace shirube::expression::bodies {

namespace {

// Day 61 is 1 March 1900. Excel counts a 29 February before it that never was, and LibreOffice does not: earlier days
// are refused. The last one is 31 December 9999.
constexpr double first_day = 61;
constexpr double last_day = 2958465;

struct Month {
  long year;
  long month;  // from 0
};

// Days from 1 March of year 0 to the first of a month, by the Gregorian calendar.
long days_before(Month month) {
  const long shifted = month.year * 12 + month.month - 2;  // years that begin in March end with the leap day
  const long year = shifted / 12;
  return year * 365 + year / 4 - year / 100 + year / 400 + ((shifted % 12) * 306 + 5) / 10;
}

long serial_before(Month month) {
  return days_before(month) - days_before({1900, 2}) + static_cast<long>(first_day);
}

long length_of(Month month) {
  const Month next = {month.year, month.month + 1};
  return days_before(next) - days_before(month);
}

Month month_of(double serial) {
  // A month has at least 28 days: never too late, at most a few steps too early.
  long count = 1900 * 12 + 2 + static_cast<long>((serial - first_day) / 31);
  while (static_cast<double>(serial_before({count / 12, count % 12 + 1})) <= serial) ++count;
  return {count / 12, count % 12};
}

Value day_or_error(double serial) {
  if (!(serial >= first_day && serial <= last_day)) return Error::number;
  return serial;
}

}  // namespace

Operand date(const Arguments& arguments) {
  double parts[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const auto number = to_number(arguments.at(i).value);
    if (const Error* error = std::get_if<Error>(&number)) return Value(*error);
    parts[i] = std::trunc(std::get<double>(number));
  }
  const auto [year, month, day] = parts;
  constexpr double most = 1e6;
  if (year < 1900 || year > 9999 || std::fabs(month) > most || std::fabs(day) > most * 10) return Value(Error::number);
  const double count = year * 12 + month - 1;
  if (count < 1899 * 12 || count > 10100 * 12) return Value(Error::number);
  const long months = static_cast<long>(count);
  return day_or_error(static_cast<double>(serial_before({months / 12, months % 12})) + day - 1);
}

Operand months_later(const Arguments& arguments) {
  const auto start = to_number(arguments.at(0).value);
  if (const Error* error = std::get_if<Error>(&start)) return Value(*error);
  const auto months = to_number(arguments.at(1).value);
  if (const Error* error = std::get_if<Error>(&months)) return Value(*error);
  const double serial = std::floor(std::get<double>(start));
  const double later = std::trunc(std::get<double>(months));
  if (!(serial >= first_day && serial <= last_day) || std::fabs(later) > 12 * 10000) return Value(Error::number);
  const Month from = month_of(serial);
  const long count = from.year * 12 + from.month + static_cast<long>(later);
  if (count < 1900 * 12 || count > 10000 * 12) return Value(Error::number);
  const Month to = {count / 12, count % 12};
  const long day = std::min(static_cast<long>(serial) - serial_before(from) + 1, length_of(to));
  return day_or_error(static_cast<double>(serial_before(to) + day - 1));
}

}  // namespace shirube::expression::bodies
