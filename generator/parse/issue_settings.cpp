#include "parse/issue_settings.h"

#include "model/fields/site.h"
#include "model/person.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"
#include "source/typed_text.h"

namespace shirube::parse {

using diagnostic::Kind;

namespace {

// A heading and a field, in either order.
void read_column(FieldReader& columns, const YamlEntry& entry, model::IssueConfig& issue) {
  const auto text = columns.text(entry.key);
  if (!text) return;
  const model::PersonField* field = model::find_person_field(text->value);
  const model::PersonField* turned = model::find_person_field(entry.key);
  if (field == nullptr && turned == nullptr) {
    std::string known;
    for (const model::PersonField& each : model::person_fields) {
      known += (known.empty() ? "" : ", ") + std::string(each.key);
    }
    columns.sink().report(Kind::issue_columns, text->range, {entry.key, text->value, known});
    return;
  }
  const std::string& heading = field != nullptr ? entry.key : text->value;
  issue.columns[source::matching_key(heading)] = (field != nullptr ? field : turned)->key;
}

}  // namespace

bool settle(FieldReader& fields, model::IssueConfig& issue, bool usable) {
  const YamlNode* node = fields.node("columns");
  if (node == nullptr || node->kind == YamlNode::Kind::null) return usable;
  FieldReader columns(*node, "columns", fields.sink());
  if (!columns.is_mapping()) return usable;
  for (const YamlEntry& entry : node->entries) read_column(columns, entry, issue);
  return usable;
}

bool settle(FieldReader& fields, model::Period& period, bool usable) {
  if (!usable || period.first.value <= period.last.value) return usable;
  fields.sink().report(Kind::term_days, period.last.range, {period.head.id.value, period.first.value, period.last.value});
  return false;
}

bool is_period(const FieldReader& fields) {
  return fields.has("first") || fields.has("last");
}

void read_period(FieldReader& fields, std::vector<model::Period>& periods) {
  model::Period period;
  if (read_struct(fields, period)) periods.push_back(std::move(period));
}

void read_periods(const YamlNode& file, std::vector<model::Period>& periods, diagnostic::Sink& sink) {
  const YamlNode* terms = file.find("terms");
  if (terms == nullptr) return;
  for (const YamlNode* node : family_items(*terms, "terms", sink)) {
    FieldReader fields(*node, "terms", sink);
    if (is_period(fields)) read_period(fields, periods);
  }
}

}  // namespace shirube::parse
