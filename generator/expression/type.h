// What a formula yields before any number is known, and in which unit.
//
// + - and comparisons join one unit; * and / make a new one. Ratios: % - % is pt, % + pt is %, a percent and a plain
// number go together (1 - share), pt and % do not. The number 0 fits every unit. TRUE and FALSE serve as plain numbers
// in arithmetic. A date differs from a date by days. COUNT fits a plain number and any unit that counts (人, 件 …).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "diagnostic/diagnostic.h"
#include "expression/ast.h"
#include "expression/unit.h"

namespace shirube::expression {

struct Type {
  enum class Kind { number, boolean, text, date };
  Kind kind = Kind::number;
  Dimension unit;     // of a number
  bool list = false;  // a column of them
  bool zero = false;  // the number 0
  friend bool operator==(const Type&, const Type&) = default;
};

Type number_type(const Unit& unit);

struct TypeOfName {
  Type type;
  SourceRange declared;  // where its unit, or itself, is written
};
// Null for a name that is unknown or wrong itself: that has been reported, and what depends on it is not judged.
using TypesOfNames = std::function<const TypeOfName*(const std::string& name)>;

// Nothing if an error is in `sink`, or a name has no type.
std::optional<Type> infer(const Expression& expression, const TypesOfNames& names, diagnostic::Sink& sink);

// Whether `found`, the type of the formula, is what its author declared; if not, the error is in `sink`. A plain number
// may be declared %, 倍 or without a unit.
bool check_declared_unit(const Expression& expression, const Type& found, const source::Located<Unit>& declared,
                         const TypesOfNames& names, diagnostic::Sink& sink);

}  // namespace shirube::expression
