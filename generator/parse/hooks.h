// What a description cannot say: for each struct that names a hook (model/fields), a function that looks at it once its
// fields are read, and reads those that are its own. `usable`: the fields are whole. False: it cannot be kept.
#pragma once

#include "model/period.h"
#include "model/records.h"
#include "model/site.h"
#include "model/view.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

bool settle(FieldReader& fields, model::SiteConfig& site, bool usable);
bool settle(FieldReader& fields, model::IssueConfig& issue, bool usable);
bool settle(FieldReader& fields, model::WorkbookRequest& request, bool usable);
bool settle(FieldReader& fields, model::TemplateParameter& parameter, bool usable);
bool settle(FieldReader& fields, model::FrontMatter& page, bool usable);
bool settle(FieldReader& fields, model::Period& period, bool usable);
bool settle(FieldReader& fields, model::Figure& figure, bool usable);
bool settle(FieldReader& fields, model::Measure& measure, bool usable);
bool settle(FieldReader& fields, model::Target& target, bool usable);
bool settle(FieldReader& fields, model::Indicator& indicator, bool usable);
bool settle(FieldReader& fields, model::Phase& phase, bool usable);
bool settle(FieldReader& fields, model::Term& term, bool usable);
bool settle(FieldReader& fields, model::PilotIndicator& indicator, bool usable);
bool settle(FieldReader& fields, model::Survey& survey, bool usable);
bool settle(FieldReader& fields, model::Pilot& pilot, bool usable);
bool settle(FieldReader& fields, model::Condition& condition, bool usable);
bool settle(FieldReader& fields, model::Criterion& criterion, bool usable);
bool settle(FieldReader& fields, model::Gate& gate, bool usable);
bool settle(FieldReader& fields, model::ChainArrow& arrow, bool usable);
bool settle(FieldReader& fields, model::Chain& chain, bool usable);
bool settle(FieldReader& fields, model::Calculation& calculation, bool usable);
bool settle(FieldReader& fields, model::Cycle& cycle, bool usable);
bool settle(FieldReader& fields, model::BusinessForm& form, bool usable);
bool settle(FieldReader& fields, model::Contrast& contrast, bool usable);
bool settle(FieldReader& fields, model::Approval& approval, bool usable);
bool settle(FieldReader& fields, model::CardsView& view, bool usable);
bool settle(FieldReader& fields, model::CalculationView& view, bool usable);

// Gives the thresholds that are a figure's its value, where it has been read. Those that it never finds are check/'s.
void settle_thresholds(model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::parse
