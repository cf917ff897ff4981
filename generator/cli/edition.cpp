#include "cli/edition.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "graph/parallel.h"
#include "model/output_names.h"
#include "render/feeds/feeds.h"
#include "render/html/pages.h"
#include "render/search/search.h"
#include "render/xlsx/workbooks.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

render::OutputSet content_assets(const model::Site& site, source::FileSystem& files) {
  render::OutputSet set;
  for (const std::string& asset : site.assets) {
    set.files.push_back(
        {source::to_nfc(asset), [&files, path = site.config.content + "/" + asset] { return files.read(path); }});
  }
  return set;
}

}  // namespace

std::optional<render::OutputSet> make_edition(const LoadedSite& loaded, source::FileSystem& site, std::int64_t time,
                                              const render::html::PageDates& dates, const std::string& temporary_folder,
                                              diagnostic::Sink& sink) {
  render::OutputSet all;
  render::xlsx::WriteOptions workbook_options;
  workbook_options.created = time;
  workbook_options.temporary_folder = temporary_folder;
  for (render::OutputSet part :
       {render::html::render_pages(loaded.site, *loaded.theme, dates), content_assets(loaded.site.site(), site),
        render::search::render_search(loaded.site, graph::for_each_index),
        render::feeds::render_feeds(loaded.site, dates),
        render::xlsx::render_workbooks(loaded.site, workbook_options)}) {
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
