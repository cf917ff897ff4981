// The two folders that a command works on: the site, and our own theme, templates and starters, which are in share/shirube beside
// the program, wherever it was installed to.
#pragma once

#include <memory>
#include <optional>

#include "cli/options.h"
#include "diagnostic/diagnostic.h"
#include "source/file_system.h"

namespace shirube::cli {

struct SiteFolders {
  std::unique_ptr<source::RealFileSystem> site;
  std::unique_ptr<source::RealFileSystem> installation;  // holds themes/, templates/ and starters/
};

source::Result<std::unique_ptr<source::RealFileSystem>> open_installation();

// Nothing, and a finding, when one of them does not open.
std::optional<SiteFolders> open_folders(const Options& options, diagnostic::Sink& sink);

}  // namespace shirube::cli
