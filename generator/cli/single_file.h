// `shirube build --single-file`: the handbook as one HTML file, with everything that it needs inside.
#pragma once

#include "cli/load.h"
#include "render/output.h"

namespace shirube::cli {

// Takes scripts, styles, pictures, workbooks and the search's index from `edition`, which is complete; the result is
// one file, handbook.html, made at once.
source::Result<render::OutputSet> make_single_file(const LoadedSite& loaded, const render::OutputSet& edition);

}  // namespace shirube::cli
