// All files of an edition: pages, the theme's assets, the content's other files, workbooks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/load.h"
#include "diagnostic/diagnostic.h"
#include "render/html/pages.h"
#include "render/output.h"
#include "render/xlsx/previews.h"
#include "source/file_system.h"
#include "source/result.h"

namespace shirube::cli {

// The date inside workbooks: SOURCE_DATE_EPOCH, else the newest commit's, else the first that a zip file can hold.
source::Result<std::int64_t> edition_time(const std::string& root);

// `time` is the date inside the workbooks, `dates` those of the pages' last changes, `temporary_folder` where they are
// written before they are read back. Two files of the same name are a finding; then nothing comes back. `loaded` and
// `site` must outlive the set.
std::optional<render::OutputSet> make_edition(const LoadedSite& loaded, source::FileSystem& site, std::int64_t time,
                                              const render::html::PageDates& dates, const std::string& temporary_folder,
                                              diagnostic::Sink& sink);

// What of the site would keep `build` from publishing it, without making any file: `check` reports it.
void refuse_edition(const LoadedSite& loaded, source::FileSystem& site, diagnostic::Sink& sink);

// Names that are the same on some system, reported at the author's file. True if there are any.
bool report_collisions(const render::OutputSet& edition, diagnostic::Sink& sink);

// Previews of the workbooks, with the sizes of their files in `edition`.
render::xlsx::Previews preview_workbooks(const LoadedSite& loaded, const render::OutputSet& edition);

}  // namespace shirube::cli
