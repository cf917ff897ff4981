#include "parse/hooks.h"

namespace shirube::parse {

bool settle(FieldReader& fields, model::Measure& measure, bool usable) {
  if (measure.text.empty() && !fields.has("indicator")) fields.missing("text");
  return usable;
}

}  // namespace shirube::parse
