#include "expression/value.h"

namespace shirube::expression {

const char* spelling(Error error) {
  switch (error) {
    case Error::divide_by_zero:
      return "#DIV/0!";
    case Error::value:
      return "#VALUE!";
    case Error::name:
      return "#NAME?";
    case Error::number:
      return "#NUM!";
    case Error::missing:
      return "#N/A";
    case Error::reference:
      return "#REF!";
  }
  return "";
}

}  // namespace shirube::expression
