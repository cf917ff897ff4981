// Two editions of a made-up handbook, and a check that a folder holds exactly what its manifest says.
#pragma once

#include <map>
#include <string>

#include "render/output.h"

namespace shirube::tests {

// Path to bytes.
using Files = std::map<std::string, std::string>;

render::OutputSet outputs_of(const Files& files);

// 200 files each; some are equal, some differ, some exist in one edition only.
Files large_edition(char which);

// All files below `folder`; links as "-> target", folders left out.
Files files_below(const std::string& folder);

// Empty if manifest.json is readable and the folder holds just the files that it lists, with these bytes; else what is
// wrong.
std::string problem_of_published(const std::string& folder);

}  // namespace shirube::tests
