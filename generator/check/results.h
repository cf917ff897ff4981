// A result of a calculation by its name: roi.payback, or roi.payback@stretch in a scenario.
#pragma once

#include <string>

#include "check/index.h"
#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

// Whether `wanted` begins with the id of a calculation and a dot.
bool names_result(const Index& index, const std::string& wanted);
// `wanted` does. What it lacks is in `sink`; then nothing comes back.
std::optional<model::ToResult> find_result(const model::Site& site, const Index& index, const std::string& wanted,
                                           source::SourceRange range, diagnostic::Sink& sink);

}  // namespace shirube::check
