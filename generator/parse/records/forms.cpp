#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

constexpr std::int64_t most_lines = 40;  // an A4 page

std::optional<model::Form::Field> read_field(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader fields(node, "fields", sink);
  const auto id = fields.required_id("id");
  model::Form::Field field;
  field.label = fields.required_plain_text("label");
  field.hint = fields.plain_text("hint");
  if (const auto lines = fields.integer("lines", 1, most_lines)) field.lines = lines->value;
  field.fixed = fields.plain_text("fixed");
  fields.finish();
  if (!id) return std::nullopt;
  field.id = *id;
  return field;
}

}  // namespace

void read_forms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "forms", sink)) {
    FieldReader fields(*node, "forms", sink);
    auto head = read_head(fields);
    model::Form form;
    form.title = fields.required_plain_text("title");
    form.note = fields.plain_text("note");
    std::vector<model::Located<std::string>> ids;
    for (const YamlNode* item : fields.items("fields")) {
      if (auto field = read_field(*item, sink)) {
        ids.push_back(field->id);
        form.fields.push_back(std::move(*field));
      }
    }
    refuse_same_ids(ids, "fields", sink);
    if (!fields.has("fields")) fields.missing("fields");
    fields.finish();
    if (!head) continue;
    form.head = std::move(*head);
    records.forms.push_back(std::move(form));
  }
}

}  // namespace shirube::parse
