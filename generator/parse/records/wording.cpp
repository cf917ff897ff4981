#include "model/wording.h"

#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

void read_wording(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "wording", sink)) {
    FieldReader fields(*node, "wording", sink);
    model::WordingRule rule;
    rule.terms = fields.texts("term");
    if (!fields.has("term")) fields.missing("term");
    rule.refused = fields.choice<bool>("level", {{"refused", true}, {"discouraged", false}}).value_or(true);
    if (!fields.has("level")) fields.missing("level");
    rule.instead = fields.required_plain_text("instead");
    rule.allow = fields.plain_texts("allow");
    rule.pages = fields.plain_texts("pages");
    fields.finish();
    if (!rule.terms.empty()) records.wording.push_back(std::move(rule));
  }
}

void read_coverage(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "coverage", sink)) {
    FieldReader fields(*node, "coverage", sink);
    model::CoverageEntry entry;
    entry.range = fields.range();
    entry.ids = fields.words("ids");
    if (!fields.has("ids")) fields.missing("ids");
    entry.pages = fields.words("page");
    entry.records = fields.words("record");
    entry.sheets = fields.words("sheet");
    entry.rules = fields.words("rule");
    entry.views = fields.words("view");
    entry.reason = fields.plain_text("reason");
    fields.finish();
    if (!entry.ids.empty()) records.coverage.push_back(std::move(entry));
  }
}

void read_approvals(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "approvals", sink)) {
    FieldReader fields(*node, "approvals", sink);
    model::Approval approval;
    auto page = fields.word("page");
    auto record = fields.word("record");
    if (!fields.has("page") && !fields.has("record")) fields.missing("page");
    approval.role = fields.required_plain_text("role");
    const auto date = fields.date("date");
    if (!fields.has("date")) fields.missing("date");
    const auto hash = fields.required_word("hash");
    fields.finish();
    if ((!page && !record) || !date || !hash) continue;
    approval.is_page = page.has_value();
    approval.what = page ? std::move(*page) : std::move(*record);
    approval.date = date->value;
    approval.hash = *hash;
    records.approvals.push_back(std::move(approval));
  }
}

}  // namespace shirube::parse
