// Names with units for tests of types. Each is in a file of its own, `NAME: UNIT`.
#pragma once

#include <map>
#include <string>

#include "expression/type.h"
#include "source/source_set.h"

namespace shirube::tests {

class TypedNames {
 public:
  explicit TypedNames(source::SourceSet& sources);

  expression::TypesOfNames lookup() const;

 private:
  std::map<std::string, expression::TypeOfName> names_;
};

// A unit, or 文字, 真偽, 日付; in […] a column of them. `比` is a number without unit.
expression::Type type_of(const std::string& text);
std::string print_type(const expression::Type& type);

}  // namespace shirube::tests
