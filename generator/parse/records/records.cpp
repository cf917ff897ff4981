#include "parse/records/records.h"

#include "parse/records/families.h"

namespace shirube::parse {

namespace {

struct Family {
  std::string_view key;
  void (*read)(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
};

constexpr Family families[] = {
    {"categories", read_categories},
    {"figures", read_figures},
    {"objectives", read_objectives},
    {"indicators", read_indicators},
    {"plan", read_plan},
    {"checklists", read_checklists},
    {"forms", read_forms},
    {"risks", read_risks},
    {"terms", read_terms},
    {"pilots", read_pilots},
    {"stories", read_stories},
    {"gates", read_gates},
    {"chains", read_chains},
    {"bridges", read_bridges},
    {"kpi_trees", read_kpi_trees},
    {"calculations", read_calculations},
    {"exit_models", read_exit_models},
    {"career_paths", read_career_paths},
    {"crosswalk", read_crosswalk},
    {"assets", read_assets},
    {"funnels", read_funnels},
    {"roles", read_roles},
    {"proposals", read_proposals},
    {"cycles", read_cycles},
    {"reviews", read_reviews},
    {"interviews", read_interviews},
    {"business_forms", read_business_forms},
    {"contrasts", read_contrasts},
    {"wording", read_wording},
    {"coverage", read_coverage},
    {"approvals", read_approvals},
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
  fields.finish();
}

}  // namespace shirube::parse
