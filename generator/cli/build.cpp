// shirube build: checks the site, renders every file of the edition and has it published.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/personal_files.h"
#include "cli/report.h"
#include "cli/single_file.h"
#include "diagnostic/printer.h"
#include "graph/parallel.h"
#include "publish/publish.h"
#include "source/git_history.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;

// Publishing into the content folder would make the next build read its own output; publishing over the site would put
// the sources in the place of the last edition.
bool lies_among_sources(const std::string& folder, const Options& options, const model::SiteConfig& config) {
  const auto absolute = [](const std::filesystem::path& path) {
    return std::filesystem::absolute(path).lexically_normal() / "";
  };
  const std::string output = absolute(folder).string();
  const std::string root = absolute(options.root).string();
  const std::string content = absolute(std::filesystem::path(options.root) / config.content).string();
  return root.starts_with(output) || output.starts_with(content);
}

void build_site(const Options& options, source::FileSystem& site, const LoadedSite& loaded, Session& session,
                BuildSummary& summary) {
  const model::SiteConfig& config = loaded.site.site().config;
  summary.folder = output_folder(options, config);
  if (lies_among_sources(summary.folder, options, config)) {
    session.sink.report_at(Kind::output_among_sources, "", {summary.folder});
    return;
  }
  report_personal_files(summary.folder, session.sink);
  if (session.sink.has_errors()) return;
  Progress progress(options);
  publish::Options publish_options;
  publish_options.folder = summary.folder;
  publish_options.progress = [&](std::size_t done, std::size_t all) { progress.step(done, all); };
  auto publication = publish::Publication::open(std::move(publish_options));
  if (!publication) {
    report_failure(publication.failure(), false, session.sink);
    return;
  }
  auto outputs =
      make_edition(loaded, site, edition_time(options.root), source::last_changes(options.root + "/" + config.content),
                   publication.value().temporary_folder(), session.sink);
  if (!outputs) return;
  if (options.single_file) {
    auto single = make_single_file(loaded, *outputs);
    if (!single) {
      report_failure(single.failure(), false, session.sink);
      return;
    }
    for (render::OutputFile& file : single.value().files) outputs->files.push_back(std::move(file));
    std::sort(outputs->files.begin(), outputs->files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    if (report_collisions(*outputs, session.sink)) return;
  }
  auto published = std::move(publication).value().publish(*outputs);
  if (!published) {
    report_failure(published.failure(), false, session.sink);
    return;
  }
  summary.published = std::move(published).value();
}

}  // namespace

int build(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  const graph::Jobs jobs(options.jobs);
  Session session;
  BuildSummary summary;
  const auto folders = open_folders(options, session.sink);
  if (const auto loaded = folders ? load_site(*folders, options, session) : std::nullopt) {
    // With --strict a warning stops the edition too.
    if (diagnostic::exit_code(session.sink.diagnostics(), options.strict) == 0) {
      build_site(options, *folders->site, *loaded, session, summary);
    }
  }
  const int code = report_findings(session.sink, session.sources, options);
  summary.pages = session.pages;
  summary.workbooks = session.workbooks;
  summary.time = std::chrono::steady_clock::now() - start;
  if (code == 0) {
    report_summary(summary, session.sink, options);
  } else {
    report_check(session.pages, session.workbooks, summary.time, session.sink, options);
  }
  return code;
}

}  // namespace shirube::cli
