// Every page of a checked site, with the theme's layout and assets, as output files.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "render/html/theme.h"
#include "render/output.h"
#include "render/workbook_preview.h"

namespace shirube::render::html {

// The day of the last change of a page's file (YYYY-MM-DD), by its path from the content folder.
using PageDates = std::map<std::string, std::string>;

// One file for each page and each asset of the theme, search.html and 404.html. `site` and `theme` must outlive the
// set. Without previews the page of a workbook shows its name and the download alone.
OutputSet render_pages(const model::CheckedSite& site, const Theme& theme, const PageDates& dates,
                       WorkbookPreviews previews = {});

}  // namespace shirube::render::html
