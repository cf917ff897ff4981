// From a folder to a checked site: reads, parses on all cores, assembles, checks.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/options.h"
#include "cli/site_folders.h"
#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "render/html/theme.h"
#include "source/file_system.h"
#include "source/source_set.h"

namespace shirube::cli {

struct LoadedSite {
  model::CheckedSite site;
  std::unique_ptr<render::html::Theme> theme;
};

// What was read, found and wrong. `sources` holds every text that a finding may point into.
struct Session {
  source::SourceSet sources;
  diagnostic::Sink sink;
  bool replaces_records = false;  // the record of a template's own version is about to be rewritten: it is not read
  std::size_t pages = 0;          // for the summary, also when nothing came of it
  std::size_t workbooks = 0;
};

// site.yaml alone; nothing if it cannot be read at all.
std::optional<model::SiteConfig> load_config(source::FileSystem& files, const std::string& path, Session& session);

// `site` is the site's folder, `installation` holds our own theme and templates. Nothing comes back when something is
// wrong; then the findings say what. Several threads may read; the result does not depend on how many.
std::optional<LoadedSite> load_site(source::FileSystem& site, const std::string& config,
                                    source::FileSystem& installation, Session& session);
std::optional<LoadedSite> load_site(const SiteFolders& folders, const Options& options, Session& session);

}  // namespace shirube::cli
