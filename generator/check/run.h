// All checks of a site, and the only maker of a CheckedSite.
#pragma once

#include <optional>

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

// Reports everything that is wrong. Nothing comes back if `sink` then holds an error, its own or an earlier one: a site
// with errors is never rendered.
std::optional<model::CheckedSite> run(model::Site site, diagnostic::Sink& sink);

}  // namespace shirube::check
