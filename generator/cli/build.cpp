// shirube build: checks the site, renders every file of the edition and has it published.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/personal_files.h"
#include "cli/report.h"
#include "cli/single_file.h"
#include "cli/streams.h"
#include "diagnostic/printer.h"
#include "graph/parallel.h"
#include "publish/publish.h"
#include "source/format.h"
#include "source/git_history.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;

// Publishing into the content folder would make the next build read its own output; publishing over the site would put
// the sources in the place of the last edition. Links are followed: they lead to the same folders by other names.
source::Result<bool> lies_among_sources(const std::string& folder, const Options& options,
                                        const model::SiteConfig& config) {
  std::optional<source::Failure> failure;
  const auto real = [&](const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path found = std::filesystem::weakly_canonical(path, error);
    if (error && !failure) failure = source::failure_from_errno(error.value(), path.string());
    return (found / "").string();
  };
  const std::filesystem::path root(options.root);
  const std::string output = real(std::filesystem::absolute(folder));
  bool among = real(root).starts_with(output);
  std::vector<std::string> sources = {config.content, "templates"};
  if (!config.theme_overrides.empty()) sources.push_back(config.theme_overrides);
  for (const std::string& name : sources) among = among || output.starts_with(real(root / name));
  if (failure) return *failure;
  return among;
}

std::string edited_text(const std::vector<std::string>& edited, const Options& options) {
  std::string names;
  for (const std::string& name : edited) names += " " + name;
  return options.language == diagnostic::Language::japanese
             ? source::format("手で直されたファイル{}件を、新しい版で置き換えます:{}\n", edited.size(), names)
             : source::format("{} files that somebody has changed by hand are replaced:{}\n", edited.size(), names);
}

void build_site(const Options& options, source::FileSystem& site, const LoadedSite& loaded, Session& session,
                BuildSummary& summary) {
  const model::SiteConfig& config = loaded.site.site().config;
  summary.folder = output_folder(options, config);
  const auto among_sources = lies_among_sources(summary.folder, options, config);
  if (!among_sources) return report_failure(among_sources.failure(), false, session.sink);
  if (among_sources.value()) {
    session.sink.report_at(Kind::output_among_sources, "", {summary.folder});
    return;
  }
  Progress progress(options);
  publish::Options publish_options;
  publish_options.folder = summary.folder;
  publish_options.progress = [&](std::size_t done, std::size_t all) { progress.step(done, all); };
  publish_options.replacing = [&](const std::vector<std::string>& edited) {
    write_error(edited_text(edited, options));
  };
  // A folder that is not ours is refused here, before anything in it is read.
  auto publication = publish::Publication::open(std::move(publish_options));
  if (!publication) {
    report_failure(publication.failure(), false, session.sink);
    return;
  }
  report_personal_files(summary.folder, session.sink);
  if (session.sink.has_errors()) return;
  const auto time = edition_time(options.root);
  const auto history = source::read_git_history(options.root, config.content);
  if (!time || !history) {
    report_failure(time ? history.failure() : time.failure(), true, session.sink);
    return;
  }
  summary.history_gap = history.value().gap;
  auto outputs = make_edition(loaded, site, time.value(), history.value().days, publication.value().temporary_folder(),
                              session.sink);
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
