// The readers of the record families, each adding to the Records what stands below its key.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

void read_categories(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_figures(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_objectives(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_indicators(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_plan(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_checklists(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_forms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_risks(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_calculations(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_terms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_pilots(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_stories(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_gates(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
// Gives the thresholds that are a figure's its value, where it has been read. Those that it never finds are check/'s.
void settle_thresholds(model::Records& records, diagnostic::Sink& sink);
void read_chains(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_bridges(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_exit_models(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_career_paths(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_crosswalk(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_assets(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_funnels(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_roles(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_proposals(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
// guide.cpp
void read_cycles(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_reviews(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_interviews(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_business_forms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_contrasts(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_kpi_trees(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
// wording.cpp
void read_wording(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_coverage(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);
void read_approvals(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::parse
