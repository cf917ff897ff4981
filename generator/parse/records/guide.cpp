#include "parse/hooks.h"

namespace shirube::parse {

bool settle(FieldReader& fields, model::Cycle& cycle, bool usable) {
  cycle.before_title = cycle.before.empty() ? fields.plain_text("before_title") : fields.required_plain_text("before_title");
  return usable;
}

bool settle(FieldReader& fields, model::BusinessForm& form, bool usable) {
  form.sign = form.is_today ? fields.plain_text("sign") : fields.required_plain_text("sign");
  form.first_step = form.is_today ? fields.plain_text("first_step") : fields.required_plain_text("first_step");
  return usable;
}

bool settle(FieldReader& fields, model::Contrast& contrast, bool usable) {
  if (!fields.has("rows")) fields.missing("rows");
  for (const YamlNode* item : fields.items("rows")) {
    FieldReader row(*item, "rows", fields.sink());
    model::Contrast::Row read{row.required_plain_text("before"), row.required_plain_text("after"), {}};
    read.way = contrast.columns.size() == 3 ? row.required_plain_text("way") : std::string();
    row.finish();
    contrast.rows.push_back(std::move(read));
  }
  return usable;
}

}  // namespace shirube::parse
