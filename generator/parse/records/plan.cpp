#include <limits>

#include "parse/records/families.h"
#include "parse/records/record.h"
#include "source/format.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Located;

constexpr std::int64_t most_days = 3660;  // ten years

std::vector<model::PlanTask> read_tasks(FieldReader& phase) {
  std::vector<model::PlanTask> result;
  std::vector<Located<std::string>> ids;
  for (const YamlNode* node : phase.items("tasks")) {
    FieldReader fields(*node, "tasks", phase.sink());
    const auto id = fields.required_id("id");
    model::PlanTask task{{}, fields.required_plain_text("title"), fields.integer("week", 1, (most_days + 6) / 7)};
    fields.finish();
    if (!id) continue;
    task.id = *id;
    ids.push_back(*id);
    result.push_back(std::move(task));
  }
  refuse_same_ids(ids, "tasks", phase.sink());
  return result;
}

std::vector<model::PlanIndicator> read_plan_indicators(FieldReader& phase) {
  std::vector<model::PlanIndicator> result;
  std::vector<Located<std::string>> ids;
  for (const YamlNode* node : phase.items("indicators")) {
    FieldReader fields(*node, "indicators", phase.sink());
    const auto id = fields.required_id("id");
    model::PlanIndicator indicator{{}, fields.required_plain_text("label"), fields.required_plain_text("target")};
    fields.finish();
    if (!id) continue;
    indicator.id = *id;
    ids.push_back(*id);
    result.push_back(std::move(indicator));
  }
  refuse_same_ids(ids, "indicators", phase.sink());
  return result;
}

// `days: [1, 7]`
bool read_days(FieldReader& fields, model::Phase& phase) {
  const YamlNode* days = fields.node("days");
  if (days == nullptr) {
    fields.missing("days");
    return false;
  }
  if (days->kind == YamlNode::Kind::broken) return false;
  std::vector<Located<std::int64_t>> ends;
  for (const YamlNode& item : days->items) {
    const auto day = item.kind == YamlNode::Kind::scalar && !item.quoted ? parse_integer(item.text) : std::nullopt;
    if (day && *day >= 1 && *day <= most_days) ends.push_back({*day, item.range});
  }
  if (days->items.size() != 2 || ends.size() != 2) {
    fields.sink().report(Kind::phase_days, days->range);
    return false;
  }
  if (ends[0].value > ends[1].value) {
    fields.sink().report(Kind::phase_days_order, days->range,
                         {source::format("{}", ends[0].value), source::format("{}", ends[1].value)});
    return false;
  }
  phase.first_day = ends[0];
  phase.last_day = ends[1];
  return true;
}

std::optional<model::Phase> read_phase(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader fields(node, "phases", sink);
  const auto id = fields.required_id("id");
  model::Phase phase;
  phase.range = node.range;
  phase.title = fields.required_plain_text("title");
  const bool has_days = read_days(fields, phase);
  phase.purposes = fields.plain_texts("purposes");
  phase.deliverables = read_plan_items(fields, "deliverables");
  phase.tasks = read_tasks(fields);
  phase.indicators = read_plan_indicators(fields);
  phase.communication = fields.plain_texts("communication");
  fields.finish();
  if (!id || !has_days) return std::nullopt;
  phase.id = *id;
  return phase;
}

}  // namespace

void read_plan(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  if (value.kind == YamlNode::Kind::null) return;
  FieldReader fields(value, "plan", sink);
  if (!fields.is_mapping()) return;
  auto head = read_head(fields);
  model::Plan plan;
  plan.title = fields.required_plain_text("title");
  const auto days = fields.integer("days", 1, most_days);
  if (!fields.has("days")) fields.missing("days");
  plan.scope = fields.plain_texts("scope");
  const std::vector<const YamlNode*> phases = fields.items("phases");
  if (!fields.has("phases")) fields.missing("phases");
  for (const YamlNode* node : phases) {
    if (auto phase = read_phase(*node, sink)) plan.phases.push_back(std::move(*phase));
  }
  fields.finish();
  // A plan with a hole where a phase was refused would be told about its gaps next.
  if (!head || !days || plan.phases.size() != phases.size()) return;
  plan.head = std::move(*head);
  plan.days = *days;
  records.plans.push_back(std::move(plan));
}

}  // namespace shirube::parse
