#include "parse/hooks.h"

namespace shirube::parse {

bool settle(FieldReader& fields, model::Approval& approval, bool usable) {
  auto page = fields.word("page");
  auto record = fields.word("record");
  if (!fields.has("page") && !fields.has("record")) fields.missing("page");
  if (!page && !record) return false;
  approval.is_page = page.has_value();
  approval.what = page ? std::move(*page) : std::move(*record);
  return usable;
}

}  // namespace shirube::parse
