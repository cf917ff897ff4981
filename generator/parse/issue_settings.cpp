#include "parse/issue_settings.h"

#include "model/fields/head.h"
#include "model/person.h"
#include "parse/read_fields.h"
#include "source/typed_text.h"

namespace shirube::parse {

using diagnostic::Kind;

void read_issue(const YamlNode& node, model::IssueSettings& settings, diagnostic::Sink& sink) {
  FieldReader issue(node, "issue", sink);
  if (const YamlNode* columns = issue.node("columns"); columns && columns->kind != YamlNode::Kind::null) {
    FieldReader fields(*columns, "columns", sink);
    for (std::size_t i = 0; fields.is_mapping() && i < columns->entries.size(); ++i) {
      const YamlEntry& entry = columns->entries[i];
      const auto text = fields.text(entry.key);
      if (!text) continue;
      const model::PersonField* field = model::find_person_field(text->value);
      const model::PersonField* turned = model::find_person_field(entry.key);
      if (field == nullptr && turned == nullptr) {
        std::string known;
        for (const model::PersonField& each : model::person_fields) {
          known += (known.empty() ? "" : ", ") + std::string(each.key);
        }
        sink.report(Kind::issue_columns, text->range, {entry.key, text->value, known});
        continue;
      }
      const std::string& heading = field != nullptr ? entry.key : text->value;
      settings.people_columns[source::matching_key(heading)] = (field != nullptr ? field : turned)->key;
    }
  }
  issue.finish();
}

bool is_period(const FieldReader& fields) {
  return fields.has("first") || fields.has("last");
}

void read_period(FieldReader& fields, model::IssueSettings& settings, diagnostic::Sink& sink) {
  model::Period period;
  const bool usable = read_fields(fields, period.head);
  period.title = fields.required_plain_text("title");
  auto first = fields.date("first");
  auto last = fields.date("last");
  if (!fields.has("first")) fields.missing("first");
  if (!fields.has("last")) fields.missing("last");
  fields.finish();
  if (!usable || !first || !last) return;
  if (first->value > last->value) {
    sink.report(diagnostic::Kind::term_days, last->range, {period.head.id.value, first->value, last->value});
    return;
  }
  period.first = *first;
  period.last = *last;
  settings.periods.push_back(std::move(period));
}

void read_periods(const YamlNode& file, model::IssueSettings& settings, diagnostic::Sink& sink) {
  const YamlNode* terms = file.find("terms");
  if (terms == nullptr) return;
  for (const YamlNode* node : family_items(*terms, "terms", sink)) {
    FieldReader fields(*node, "terms", sink);
    if (is_period(fields)) read_period(fields, settings, sink);
  }
}

}  // namespace shirube::parse
