#include "parse/records/records.h"

#include "model/family.h"
#include "model/fields/calculation.h"
#include "model/fields/career.h"
#include "model/fields/guide.h"
#include "model/fields/logic.h"
#include "model/fields/measurement.h"
#include "model/fields/plan.h"
#include "model/fields/strategy.h"
#include "model/fields/wording.h"
#include "parse/issue_settings.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"

namespace shirube::parse {

namespace {

void name_record(const YamlNode& record, std::string_view family, model::Records& records) {
  const YamlNode* id = record.find("id");
  if (id == nullptr) return;
  const std::string name = std::string(family) + "/" + id->text;
  const bool is_new = records.names.emplace(name, record.range).second;
  const YamlNode* guarded = record.find("needs_approval");
  if (is_new && guarded != nullptr && guarded->text == "true") records.guarded.push_back(name);
}

template <class Record>
void read_record(const YamlNode& node, std::string_view family, std::vector<Record>& records, diagnostic::Sink& sink) {
  FieldReader fields(node, std::string(family), sink);
  Record record;
  if (read_struct(fields, record) && fields.is_mapping()) records.push_back(std::move(record));
}

// `terms:` holds the terms of the year too: no page shows those, `shirube issue` reads them when it runs.
void read_record(const YamlNode& node, std::string_view family, std::vector<model::Term>& terms, diagnostic::Sink& sink) {
  FieldReader fields(node, std::string(family), sink);
  if (is_period(fields)) {
    std::vector<model::Period> checked;
    read_period(fields, checked);
    return;
  }
  model::Term term;
  if (read_struct(fields, term) && fields.is_mapping()) terms.push_back(std::move(term));
}

}  // namespace

void read_records(const YamlNode& file, model::Records& records, diagnostic::Sink& sink) {
  if (file.kind == YamlNode::Kind::null) return;
  FieldReader fields(file, "records", sink);
  if (const YamlNode* categories = fields.node("categories")) read_categories(*categories, records, sink);
  model::for_each_family([&](const auto& family) {
    const YamlNode* value = fields.node(family.key);
    if (value == nullptr) return;
    auto& list = records.*(family.records);
    if (family.alone && value->kind != YamlNode::Kind::null) {
      read_record(*value, family.key, list, sink);
    } else if (!family.alone) {
      for (const YamlNode* item : family_items(*value, family.key, sink)) read_record(*item, family.key, list, sink);
    }
    name_record(*value, family.key, records);
    for (const YamlNode& item : value->items) name_record(item, family.key, records);
  });
  settle_thresholds(records, sink);
  fields.finish();
}

}  // namespace shirube::parse
