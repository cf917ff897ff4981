// Findings in templates that come with the program: a site does not have their files.
#pragma once

#include <map>
#include <string>

#include "diagnostic/diagnostic.h"
#include "source/range.h"

namespace shirube::cli {

// The entry of `workbooks:` in site.yaml that each template of ours was read for.
using BundledTemplates = std::map<source::FileId, source::SourceRange>;

// How the path of a template of ours is shown.
std::string bundled_path(const std::string& path);

// Moves what was found in a template of ours to the entry of site.yaml that asks for it; the place in the template
// becomes a label. What is said about several places of one template is said once.
void place_at_entries(const BundledTemplates& bundled, diagnostic::Sink& sink);

}  // namespace shirube::cli
