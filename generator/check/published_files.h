// Which of the author's other files an edition holds: what a published page uses, and what is in a folder that
// site.yaml names. Nothing else leaves the content folder, least of all what only a draft uses.
#pragma once

#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

// What the references of pages lead to, one list a page; the same of cards; in one list, what the links of records do.
using ReferenceTargets = std::vector<std::vector<std::vector<model::Resolution>>>;

// Leaves in `site.assets` what is published. Refuses types that run where they are opened, and drawings with scripts.
void settle_files(model::Site& site, const ReferenceTargets& targets, diagnostic::Sink& sink);

}  // namespace shirube::check
