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
};

}  // namespace

void read_records(const YamlNode& file, model::Records& records, diagnostic::Sink& sink) {
  if (file.kind == YamlNode::Kind::null) return;
  FieldReader fields(file, "records", sink);
  for (const Family& family : families) {
    if (const YamlNode* value = fields.node(family.key)) family.read(*value, records, sink);
  }
  fields.finish();
}

}  // namespace shirube::parse
