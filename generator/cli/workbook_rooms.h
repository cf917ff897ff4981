// What the fields of workbooks accept against what their cells show.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::cli {

// Reports every field whose limit is larger than its room, and every number that its cell could not show.
void check_rooms(const model::CheckedSite& site, diagnostic::Sink& sink);

}  // namespace shirube::cli
