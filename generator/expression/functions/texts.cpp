#include "expression/conversion.h"
#include "expression/functions/bodies.h"
#include "source/unicode.h"

namespace shirube::expression::bodies {

Operand length(const Arguments& arguments) {
  const auto text = to_text(arguments.at(0).value);
  if (const Error* error = std::get_if<Error>(&text)) return Value(*error);
  return Value(static_cast<double>(source::utf16_length(std::get<std::string>(text))));
}

// The ASCII space alone, as in Excel: a full-width one stays.
Operand trim(const Arguments& arguments) {
  const auto text = to_text(arguments.at(0).value);
  if (const Error* error = std::get_if<Error>(&text)) return Value(*error);
  std::string result;
  for (const char c : std::get<std::string>(text)) {
    if (c == ' ' && (result.empty() || result.back() == ' ')) continue;
    result += c;
  }
  if (result.ends_with(' ')) result.pop_back();
  return Value(std::move(result));
}

}  // namespace shirube::expression::bodies
