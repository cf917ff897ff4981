#include "cli/load.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "check/follow_ups.h"
#include "check/run.h"
#include "cli/load_workbooks.h"
#include "cli/personal_files.h"
#include "cli/report.h"
#include "cli/theme.h"
#include "cli/workbook_rooms.h"
#include "graph/parallel.h"
#include "model/approval.h"
#include "model/assembly.h"
#include "parse/csv.h"
#include "parse/markdown/markdown.h"
#include "parse/passages.h"
#include "parse/picture_size.h"
#include "parse/records/records.h"
#include "parse/site_config.h"
#include "parse/yaml/yaml.h"
#include "source/discovery.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using source::FileId;
using source::FileSystem;

bool ends_in(const std::string& path, std::string_view extension) {
  return path.ends_with(extension);
}
bool is_page(const std::string& path) {
  return ends_in(path, ".md");
}
bool is_records(const std::string& path) {
  return ends_in(path, ".yaml") || ends_in(path, ".yml");
}

// Rows of data are about people: such a file is never published, however its name is written.
bool is_data(const std::string& path) {
  return source::fold_case(path).ends_with(".csv");
}

void refuse_personal(const std::string& path, std::string_view bytes, Session& session) {
  std::string mark = personal_mark(path, bytes);
  if (!mark.empty()) session.sink.report_at(Kind::personal_file, path, {path, std::move(mark)});
}

// Templates and a theme's files are read by their names, so one that is not UTF-8 would be silently missing. The
// theme lists its assets itself.
void report_names_beside_content(FileSystem& site, const model::SiteConfig& config, diagnostic::Sink& sink) {
  std::vector<std::string> folders = {"templates"};
  if (!config.theme_overrides.empty()) folders.push_back(config.theme_overrides);
  const std::string assets = config.theme_overrides + "/assets/";
  for (const std::string& folder : folders) {
    for (const source::Failure& failure : source::discover(site, folder, {}).failures) {
      const bool is_name = failure.kind == source::Failure::Kind::not_utf8;
      if (is_name && !failure.path.starts_with(assets)) report_failure(failure, true, sink);
    }
  }
}

// What is carried into the edition as it is; a file whose size cannot be determined cannot be read either.
bool is_within_limit(FileSystem& site, const std::string& path, std::int64_t limit, diagnostic::Sink& sink) {
  const auto size = site.size(path);
  if (!size) {
    report_failure(size.failure(), true, sink);
    return false;
  }
  if (size.value() <= static_cast<std::uint64_t>(limit)) return true;
  sink.report_at(Kind::asset_size, path, {std::to_string(size.value()), std::to_string(limit)});
  return false;
}

// The texts of `paths`, read on all cores; those that cannot be read are reported and left out.
std::vector<FileId> read_all(FileSystem& files, const std::vector<std::string>& paths, Session& session) {
  std::vector<std::optional<source::Result<std::string>>> texts(paths.size());
  graph::for_each_index(paths.size(), [&](std::size_t i) { texts[i].emplace(files.read(paths[i])); });
  std::vector<FileId> ids;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!*texts[i]) {
      report_failure(texts[i]->failure(), true, session.sink);
      continue;
    }
    ids.push_back(session.sources.add(paths[i], std::move(*texts[i]).value()));
  }
  return ids;
}

std::vector<model::ParsedPage> parse_pages(const std::vector<FileId>& files, const model::SiteConfig& config,
                                           Session& session) {
  parse::MarkdownOptions options;
  options.raw_html = config.raw_html;
  options.limits = config.limits;
  std::vector<model::ParsedPage> pages(files.size());
  std::vector<diagnostic::Sink> sinks(files.size());
  const std::size_t prefix = config.content.size() + 1;
  graph::for_each_index(files.size(), [&](std::size_t i) {
    const source::SourceFile& file = session.sources.file(files[i]);
    pages[i] = parse::parse_page(file, files[i], file.path().substr(prefix), options, sinks[i]);
  });
  for (diagnostic::Sink& sink : sinks) session.sink.merge(std::move(sink));
  return pages;
}

// A file that cannot be read, or whose format is unknown, gets no size here; publishing it reports the failure.
std::map<std::string, model::PictureSize> measure_pictures(FileSystem& files, const std::string& content,
                                                           const std::vector<std::string>& assets) {
  std::vector<std::optional<model::PictureSize>> sizes(assets.size());
  graph::for_each_index(assets.size(), [&](std::size_t i) {
    if (!parse::is_measured(assets[i])) return;
    if (const auto bytes = files.read(content + "/" + assets[i])) sizes[i] = parse::measure_picture(bytes.value());
  });
  std::map<std::string, model::PictureSize> pictures;
  for (std::size_t i = 0; i < assets.size(); ++i) {
    if (sizes[i]) pictures.emplace(source::to_nfc(assets[i]), *sizes[i]);
  }
  return pictures;
}

}  // namespace

std::optional<model::SiteConfig> load_config(FileSystem& files, const std::string& path, Session& session) {
  auto text = files.read(path);
  if (!text) {
    if (text.failure().kind == source::Failure::Kind::not_found) {
      session.sink.report_at(Kind::no_site, "", {path});
    } else {
      report_failure(text.failure(), true, session.sink);
    }
    return std::nullopt;
  }
  const FileId file = session.sources.add(path, std::move(text).value());
  const auto yaml = read_yaml(session, file, model::Limits{}.yaml_bytes);
  if (!yaml) return std::nullopt;
  auto config = parse::read_site_config(*yaml, session.sink);
  session.sink.set_severities(config.rules);
  return config;
}

std::optional<LoadedSite> load_site(FileSystem& site, const std::string& config_path, FileSystem& installation,
                                    Session& session) {
  const auto config = load_config(site, config_path, session);
  if (!config) return std::nullopt;

  const source::Discovery found = source::discover(site, config->content, {});
  for (const source::Failure& failure : found.failures) report_failure(failure, true, session.sink);
  report_names_beside_content(site, *config, session.sink);
  if (static_cast<std::int64_t>(found.files.size()) > config->limits.files) {
    session.sink.report_at(Kind::too_many_files, "",
                           {std::to_string(found.files.size()), std::to_string(config->limits.files)});
    return std::nullopt;
  }
  std::vector<std::string> page_paths;
  std::vector<std::string> record_paths;
  std::vector<std::string> data_paths;
  std::vector<std::string> drawing_paths;
  model::Parts parts;
  Unread unread;
  for (const std::string& path : found.files) {
    if (is_page(path)) {
      page_paths.push_back(path);
    } else if (is_records(path)) {
      record_paths.push_back(path);
    } else if (is_data(path)) {
      data_paths.push_back(path);
    } else {
      if (!is_within_limit(site, path, config->limits.asset_bytes, session.sink)) continue;
      if (may_be_personal(path)) {
        const auto bytes = site.read(path);
        if (bytes) {
          refuse_personal(path, bytes.value(), session);
        } else {
          report_failure(bytes.failure(), true, session.sink);
        }
      }
      if (source::fold_case(path).ends_with(".svg")) drawing_paths.push_back(path);
      parts.assets.push_back(path.substr(config->content.size() + 1));
    }
  }
  const Templates templates = read_templates(site, installation, *config, session);
  parse::RecordTrees records = record_trees_for(templates);
  for (const FileId file : read_all(site, record_paths, session)) {
    auto yaml = read_yaml(session, file, config->limits.yaml_bytes);
    if (!yaml) {
      unread.push_back(session.sources.file(file).text());
      continue;
    }
    parse::read_records(*yaml, parts.records, session.sink);
    parse::add_passages(*yaml, session.sources.file(file), parts.passages);
    records.keep(std::move(*yaml));
  }
  for (const FileId file : read_all(site, data_paths, session)) {
    const source::SourceFile& text = session.sources.file(file);
    refuse_personal(text.path(), text.text(), session);
    parts.data.push_back({text.path().substr(config->content.size() + 1),
                          parse::parse_csv(text, file, config->limits.csv_bytes, session.sink)});
  }
  for (const FileId file : read_all(site, drawing_paths, session)) {
    const source::SourceFile& text = session.sources.file(file);
    parts.drawings.push_back({file, text.path().substr(config->content.size() + 1), text.text()});
  }
  const std::vector<FileId> pages = read_all(site, page_paths, session);
  parts.pages = parse_pages(pages, *config, session);
  for (model::ParsedPage& page : parts.pages) {
    parts.passages.insert(parts.passages.end(), std::make_move_iterator(page.passages.begin()),
                          std::make_move_iterator(page.passages.end()));
    page.passages.clear();
  }
  parts.pictures = measure_pictures(site, config->content, parts.assets);
  parts.config = *config;
  parts.withheld = model::settle_approvals(parts, session.sources, session.sink);
  keep_shown(records, parts.withheld);
  load_workbooks(site, templates, *config, records, parts, unread, session);
  session.workbooks = parts.workbooks.size();

  model::Site assembled = model::assemble(std::move(parts), session.sink);
  session.pages = assembled.pages.size();
  auto theme = load_theme(site, installation, *config, session);
  const auto written = assembled.records.names;
  auto checked = check::run(std::move(assembled), session.sink);
  check::drop_follow_ups(unread, written, session.sink);
  if (checked) check_rooms(*checked, session.sink);
  place_at_entries(bundled_among(templates), session.sink);
  if (!checked || !theme || session.sink.has_errors()) return std::nullopt;
  return LoadedSite{std::move(*checked), std::move(theme)};
}

std::optional<LoadedSite> load_site(const SiteFolders& folders, const Options& options, Session& session) {
  return load_site(*folders.site, options.config, *folders.installation, session);
}

}  // namespace shirube::cli
