// The rules about records and views. Each is one function of one file; run.cpp lists them in a table.
#pragma once

#include "check/index.h"
#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

// record_references.cpp: every id of a record leads to a record of the family that its field names.
void check_record_references(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// objectives.cpp: parents, levels, circles, categories, figures and indicators of measures.
void check_objectives(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// indicators.cpp: units of baseline and target.
void check_indicators(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// formula_names.cpp: no two ids that formulas would call by one name.
void check_formula_names(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// plans.cpp: phases follow each other and add up; weeks are in their phase.
void check_plans(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// pilots.cpp: what a pilot measures exists, and is measured in one way; data files are read by somebody.
void check_pilots(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// gates.cpp: criteria measure what the pilot measures, every outcome has a verdict, frozen thresholds stay.
void check_gates(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// logic.cpp: chains lead forward, bridges and trees of indicators leave none out.
void check_chains(const model::Site& site, const Index& index, diagnostic::Sink& sink);
void check_bridges(const model::Site& site, const Index& index, diagnostic::Sink& sink);
void check_kpi_trees(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// calculations.cpp: names, units, circles, ranges, scenarios and what they are stated to give.
void check_calculations(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// typed_results.cpp: a result typed into a table of Markdown is what the model gives.
void check_typed_results(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// careers.cpp: exit models and paths are complete, the crosswalk has no gap, roles and transitions lead somewhere.
void check_careers(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// guides.cpp: cycles, interviews and contrasts add up.
void check_guides(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// goals.cpp: goals that use generative AI name its steps, those that publish name their clearance.
void check_goals(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// views.cpp: every record that a directive shows exists.
void check_views(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// glossary.cpp: one page shows the glossary if any role needs it; `see` leads somewhere.
void check_glossary(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// workbooks.cpp: definitions of workbooks.
void check_workbooks(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// template_versions.cpp: a template that was recorded and has changed has a new version.
void check_template_versions(const model::Site& site, const Index& index, diagnostic::Sink& sink);

// wording.cpp: words that are not published, or better not.
void check_wording(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// coverage.cpp: every place that `coverage:` names is there.
void check_coverage(const model::Site& site, const Index& index, diagnostic::Sink& sink);

// The unit that a target of this kind must have for the indicator.
std::string target_unit(const model::Indicator& indicator, model::TargetKind kind);

// Reports that `id` is not in `known`. `family` is the YAML key.
void report_unknown(const source::Located<std::string>& id, const std::string& family, const IdIndex& known,
                    diagnostic::Sink& sink);

}  // namespace shirube::check
