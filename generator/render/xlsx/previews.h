// Previews of a site's workbooks, and the pictures that they show.
#pragma once

#include "model/site.h"
#include "render/output.h"
#include "render/workbook_preview.h"

namespace shirube::render::xlsx {

struct Previews {
  WorkbookPreviews workbooks;  // without the sizes of the files, which are known when they are made
  OutputSet pictures;
};

// `site` must outlive them.
Previews preview_workbooks(const model::CheckedSite& site);

}  // namespace shirube::render::xlsx
