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
#include "render/feeds/feeds.h"
#include "render/html/pages.h"
#include "render/search/search.h"
#include "render/xlsx/workbooks.h"
#include "source/git_history.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

render::OutputSet content_assets(const model::Site& site, source::FileSystem& files) {
  render::OutputSet set;
  for (const std::string& asset : site.assets) {
    const std::string path = site.config.content + "/" + asset;
    set.files.push_back(
        {source::to_nfc(asset), [&files, path] { return files.read(path); },
         [&files, path](const source::FileSystem::Take& take) { return files.read_in_pieces(path, take); }});
  }
  return set;
}

// Pages tell how large a workbook is, so it is made before them; what could not be made is told when it is published.
render::OutputSet made_once(render::OutputSet set) {
  graph::for_each_index(set.files.size(), [&](std::size_t i) {
    auto result = std::make_shared<const source::Result<std::string>>(set.files[i].make());
    set.files[i].make = [result] { return *result; };
  });
  return set;
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

std::optional<render::OutputSet> make_edition(const LoadedSite& loaded, source::FileSystem& site, std::int64_t time,
                                              const render::html::PageDates& dates, const std::string& temporary_folder,
                                              diagnostic::Sink& sink) {
  render::OutputSet all;
  render::xlsx::WriteOptions workbook_options;
  workbook_options.created = time;
  workbook_options.temporary_folder = temporary_folder;
  render::OutputSet workbooks = made_once(render::xlsx::render_workbooks(loaded.site, workbook_options));
  render::xlsx::Previews previews = preview_workbooks(loaded, workbooks);
  for (render::OutputSet part :
       {render::html::render_pages(loaded.site, *loaded.theme, dates, std::move(previews.workbooks)),
        content_assets(loaded.site.site(), site), render::search::render_search(loaded.site, graph::for_each_index),
        render::feeds::render_feeds(loaded.site, dates), std::move(workbooks), std::move(previews.pictures)}) {
    std::move(part.files.begin(), part.files.end(), std::back_inserter(all.files));
  }
  std::sort(all.files.begin(), all.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  std::map<std::string, const std::string*> taken;
  bool collides = false;
  for (const render::OutputFile& file : all.files) {
    const auto [other, is_new] = taken.emplace(model::collision_key(file.path), &file.path);
    if (is_new) continue;
    collides = true;
    sink.report_at(diagnostic::Kind::name_collision, file.path, {*other->second, file.path});
  }
  if (collides) return std::nullopt;
  return all;
}

}  // namespace shirube::cli
