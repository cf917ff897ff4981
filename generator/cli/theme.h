// The theme that a site names, with the words of its language.
#pragma once

#include <memory>

#include "cli/load.h"

namespace shirube::cli {

// Null when something is wrong; then the findings say what.
std::unique_ptr<render::html::Theme> load_theme(source::FileSystem& site, source::FileSystem& installation,
                                                const model::SiteConfig& config, Session& session);

}  // namespace shirube::cli
