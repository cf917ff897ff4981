// Every page of a checked site, with the theme's layout and assets, as output files.
#pragma once

#include <memory>

#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "render/html/theme.h"
#include "render/output.h"

namespace shirube::render::html {

// One file for each page and each asset of the theme. `site` and `theme` must outlive the set.
OutputSet render_pages(const model::CheckedSite& site, const Theme& theme);

}  // namespace shirube::render::html
