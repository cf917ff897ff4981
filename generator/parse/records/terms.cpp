#include "parse/hooks.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

// Hiragana, the long vowel mark, the middle dot, spaces: what the glossary is sorted and spoken by.
bool is_reading(std::string_view text) {
  for (const char32_t c : source::code_points(text)) {
    const bool hiragana = c >= 0x3041 && c <= 0x309F;
    if (!hiragana && c != 0x30FC && c != 0x30FB && c != ' ' && c != 0x3000) return false;
  }
  return true;
}

}  // namespace

bool settle(FieldReader& fields, model::Term& term, bool usable) {
  const auto reading = fields.required_text("reading");
  if (!reading) return usable;
  if (!is_reading(reading->value)) {
    fields.sink().report(diagnostic::Kind::term_reading, reading->range, {reading->value});
  }
  term.reading = reading->value;
  return usable;
}

}  // namespace shirube::parse
