// What makes goals, indicators, plans and texts work. Each finding is of practice.def: a site may switch it off.
#pragma once

#include "check/index.h"
#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

// objectives.cpp: one owner, supported from below, measured, an action, more than numbers, looked at every quarter.
void check_objective_practice(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// indicators.cpp: changes have a start, each indicator is used.
void check_indicator_practice(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// plans.cpp: sprints and windows fit, placeholders have names, few approvers, two candidates, assessed risks.
void check_plan_practice(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// procedures.cpp: lists of steps are short.
void check_procedures(const model::Site& site, const Index& index, diagnostic::Sink& sink);
// style.cpp: である, nothing left to fill in, 千円, no emojis.
void check_style(const model::Site& site, const Index& index, diagnostic::Sink& sink);

}  // namespace shirube::check
