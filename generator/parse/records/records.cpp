#include "parse/records/records.h"

#include "model/family.h"
#include "parse/records/families.h"

namespace shirube::parse {

namespace {

using model::family_word;

struct Family {
  std::string_view key;
  void (*read)(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
};

constexpr Family families[] = {
    {"categories", read_categories},
    {family_word<model::Figure>, read_figures},
    {family_word<model::Objective>, read_objectives},
    {family_word<model::Indicator>, read_indicators},
    {family_word<model::Plan>, read_plan},
    {family_word<model::Checklist>, read_checklists},
    {family_word<model::Form>, read_forms},
    {family_word<model::Risk>, read_risks},
    {family_word<model::Term>, read_terms},
    {family_word<model::Pilot>, read_pilots},
    {family_word<model::Story>, read_stories},
    {family_word<model::Gate>, read_gates},
    {family_word<model::Chain>, read_chains},
    {family_word<model::Bridge>, read_bridges},
    {family_word<model::KpiTree>, read_kpi_trees},
    {family_word<model::Calculation>, read_calculations},
    {family_word<model::ExitModel>, read_exit_models},
    {family_word<model::CareerPath>, read_career_paths},
    {family_word<model::CrosswalkRow>, read_crosswalk},
    {family_word<model::Asset>, read_assets},
    {family_word<model::Funnel>, read_funnels},
    {family_word<model::WorkRole>, read_roles},
    {family_word<model::Proposal>, read_proposals},
    {family_word<model::Cycle>, read_cycles},
    {family_word<model::Review>, read_reviews},
    {family_word<model::Interview>, read_interviews},
    {family_word<model::BusinessForm>, read_business_forms},
    {family_word<model::Contrast>, read_contrasts},
    {family_word<model::WordingRule>, read_wording},
    {family_word<model::CoverageEntry>, read_coverage},
    {family_word<model::Approval>, read_approvals},
};

void name_record(const YamlNode& record, std::string_view family, model::Records& records) {
  const YamlNode* id = record.find("id");
  if (id == nullptr) return;
  const std::string name = std::string(family) + "/" + id->text;
  const bool is_new = records.names.emplace(name, record.range).second;
  const YamlNode* guarded = record.find("needs_approval");
  if (is_new && guarded != nullptr && guarded->text == "true") records.guarded.push_back(name);
}

}  // namespace

void read_records(const YamlNode& file, model::Records& records, diagnostic::Sink& sink) {
  if (file.kind == YamlNode::Kind::null) return;
  FieldReader fields(file, "records", sink);
  for (const Family& family : families) {
    const YamlNode* value = fields.node(family.key);
    if (value == nullptr) continue;
    family.read(*value, records, sink);
    name_record(*value, family.key, records);
    for (const YamlNode& item : value->items) name_record(item, family.key, records);
  }
  settle_thresholds(records, sink);
  fields.finish();
}

}  // namespace shirube::parse
