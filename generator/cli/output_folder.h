// Where an edition is published.
#pragma once

#include <string>

#include "cli/options.h"
#include "model/site.h"

namespace shirube::cli {

// What `-o` says, else the configuration's folder below the root; without a trailing slash.
std::string output_folder(const Options& options, const model::SiteConfig& config);

}  // namespace shirube::cli
