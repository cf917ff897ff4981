// shirube check: everything that is wrong, and nothing written.
#include <chrono>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/load.h"
#include "cli/report.h"
#include "graph/parallel.h"

namespace shirube::cli {

int check(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  const graph::Jobs jobs(options.jobs);
  Session session;
  if (const auto folders = open_folders(options, session.sink)) {
    const auto loaded = load_site(*folders, options, session);
    if (loaded) refuse_edition(*loaded, *folders->site, session.sink);
  }
  const int code = report_findings(session.sink, session.sources, options);
  report_check(session.pages, session.workbooks, std::chrono::steady_clock::now() - start, session.sink, options);
  return code;
}

}  // namespace shirube::cli
