// The criterion of COUNTIF and SUMIF: ">=3", "x", "<>", a number …
#pragma once

#include <string>

#include "expression/value.h"

namespace shirube::expression {

// 3, "3", "=3"   numbers equal to 3, and texts that spell it
// ">=3"          numbers only
// "x", "=x"      texts, without regard to case, whole; `*` any text, `?` one character, `~` takes them as they are
// ">x"           texts after x
// "", "="        cells without content; "" also texts of length 0
// "<>"           cells with content, also texts of length 0
// "<>x", "<>3"   whatever "=x", "=3" would not take, blanks and errors too
// TRUE, "TRUE"   truth values
// an error       the same error
class Criterion {
 public:
  // `value` is not a list. A blank is the number 0, as in Excel.
  explicit Criterion(const Value& value);

  bool takes(const Value& cell) const;

 private:
  enum class Relation { equal, not_equal, less, less_equal, greater, greater_equal };

  bool matches(const Value& cell) const;

  Relation relation_ = Relation::equal;
  bool operator_written_ = false;
  Value operand_;
};

// `pattern` with the wildcards above against the whole of `text`.
bool matches_pattern(std::string_view text, std::string_view pattern);

}  // namespace shirube::expression
