// shirube clean: removes what the last build published.
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/streams.h"
#include "cli/report.h"
#include "publish/publish.h"
#include "source/format.h"

namespace shirube::cli {

int clean(const Options& options) {
  Session session;
  std::string folder = options.output;
  if (folder.empty()) {
    if (auto site = source::RealFileSystem::open(options.root); !site) {
      report_failure(site.failure(), true, session.sink);
    } else if (const auto config = load_config(*site.value(), options.config, session)) {
      folder = output_folder(options, *config);
    }
  }
  if (!folder.empty()) {
    auto cleaned = publish::clean(folder);
    if (!cleaned) {
      report_failure(cleaned.failure(), false, session.sink);
    } else if (!options.quiet) {
      const bool japanese = options.language == diagnostic::Language::japanese;
      const publish::Summary& summary = cleaned.value();
      const std::string text = japanese ? source::format("{}ファイルを消しました。ほかの{}ファイルは残しました。\n",
                                                         summary.removed, summary.foreign.size())
                                        : source::format("{} files removed; {} others left in place\n", summary.removed,
                                                         summary.foreign.size());
      write_error(text);
    }
  }
  return report_findings(session.sink, session.sources, options);
}

}  // namespace shirube::cli
