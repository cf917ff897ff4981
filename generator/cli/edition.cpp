#include "cli/edition.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "cli/epoch.h"
#include "graph/parallel.h"
#include "model/output_names.h"
#include "publish/manifest.h"
#include "render/feeds/feeds.h"
#include "render/html/pages.h"
#include "render/search/search.h"
#include "render/xlsx/workbooks.h"
#include "source/git_history.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;

render::OutputSet content_assets(const model::Site& site, source::FileSystem& files) {
  render::OutputSet set;
  for (const std::string& asset : site.assets) {
    const std::string path = site.config.content + "/" + asset;
    set.files.push_back(
        {source::to_nfc(asset), [&files, path] { return files.read(path); },
         [&files, path](const source::FileSystem::Take& take) { return files.read_in_pieces(path, take); }, path});
  }
  return set;
}

// Pages show how large a workbook is, so it is made first; what could not be made is reported when it is published.
render::OutputSet made_once(render::OutputSet set) {
  graph::for_each_index(set.files.size(), [&](std::size_t i) {
    auto result = std::make_shared<const source::Result<std::string>>(set.files[i].make());
    set.files[i].make = [result] { return *result; };
  });
  return set;
}

render::OutputSet gather(const LoadedSite& loaded, source::FileSystem& site, const render::html::PageDates& dates,
                         render::OutputSet search, render::OutputSet workbooks, render::xlsx::Previews previews) {
  render::OutputSet all;
  for (render::OutputSet part :
       {render::html::render_pages(loaded.site, *loaded.theme, dates, std::move(previews.workbooks)),
        content_assets(loaded.site.site(), site), std::move(search),
        render::feeds::render_feeds(loaded.site, dates, loaded.theme->asset_path("icon.svg")), std::move(workbooks),
        std::move(previews.pictures)}) {
    std::move(part.files.begin(), part.files.end(), std::back_inserter(all.files));
  }
  std::sort(all.files.begin(), all.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return all;
}

// How many files the index has is known when it is made, which `check` does not.
bool belongs_to_search(const std::string& path) {
  const std::string key = model::collision_key(path);
  return key.starts_with("search/") && key.ends_with(".js");
}

}  // namespace

render::xlsx::Previews preview_workbooks(const LoadedSite& loaded, const render::OutputSet& edition) {
  render::xlsx::Previews previews = render::xlsx::preview_workbooks(loaded.site);
  for (const render::OutputFile& file : edition.files) {
    for (auto& [id, preview] : previews.workbooks) {
      if (file.path != "workbooks/" + id + ".xlsx") continue;
      if (const auto bytes = file.make()) preview.bytes = bytes.value().size();
    }
  }
  return previews;
}

source::Result<std::int64_t> edition_time(const std::string& root) {
  constexpr std::int64_t first_zip_date = 315'532'800;
  if (const char* written = std::getenv("SOURCE_DATE_EPOCH"); written != nullptr) {
    // run() has refused what is none. libxlsxwriter takes 0 for now.
    if (const auto epoch = read_epoch(written)) return std::max<std::int64_t>(1, *epoch);
  }
  const auto commit = source::newest_commit_time(root);
  if (!commit) return commit.failure();
  return commit.value().value_or(first_zip_date);
}

bool report_collisions(const render::OutputSet& edition, diagnostic::Sink& sink) {
  model::TakenNames taken;
  std::map<std::string, const render::OutputFile*> owners;
  taken.claim(publish::manifest_name, publish::manifest_name);
  bool collides = false;
  for (const render::OutputFile& file : edition.files) {
    const auto other = taken.claim(file.path, file.path);
    const auto found = other ? owners.find(*other) : owners.end();
    const std::string first = found == owners.end() ? std::string() : found->second->source;
    owners.emplace(file.path, &file);
    if (!file.source.empty() && belongs_to_search(file.path)) {
      collides = true;
      sink.report_at(Kind::name_reserved, file.source, {file.source, file.path});
      continue;
    }
    if (!other) continue;
    collides = true;
    if (first.empty() == file.source.empty()) {
      const std::string& subject = file.source.empty() ? file.path : file.source;
      sink.report_at(Kind::name_collision, subject, {first.empty() ? *other : first, subject});
    } else {
      const std::string& written = file.source.empty() ? first : file.source;
      sink.report_at(Kind::name_reserved, written, {written, file.path});
    }
  }
  return collides;
}

std::optional<render::OutputSet> make_edition(const LoadedSite& loaded, source::FileSystem& site, std::int64_t time,
                                              const render::html::PageDates& dates, const std::string& temporary_folder,
                                              diagnostic::Sink& sink) {
  render::xlsx::WriteOptions workbook_options;
  workbook_options.created = time;
  workbook_options.temporary_folder = temporary_folder;
  render::OutputSet workbooks = made_once(render::xlsx::render_workbooks(loaded.site, workbook_options));
  render::xlsx::Previews previews = preview_workbooks(loaded, workbooks);
  render::OutputSet all = gather(loaded, site, dates, render::search::render_search(loaded.site, graph::for_each_index),
                                 std::move(workbooks), std::move(previews));
  if (report_collisions(all, sink)) return std::nullopt;
  return all;
}

void refuse_edition(const LoadedSite& loaded, source::FileSystem& site, diagnostic::Sink& sink) {
  const render::OutputSet all = gather(loaded, site, {}, {}, render::xlsx::render_workbooks(loaded.site, {}),
                                       render::xlsx::preview_workbooks(loaded.site));
  report_collisions(all, sink);
  for (const auto& [name, fault] : render::xlsx::find_workbook_faults(loaded.site)) {
    sink.report_at(Kind::workbook_fault, "", {name, fault});
  }
}

}  // namespace shirube::cli
