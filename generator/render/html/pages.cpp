#include "render/html/pages.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "render/html/calculation_script.h"
#include "render/html/href.h"
#include "render/html/navigation.h"
#include "render/html/one_document.h"
#include "render/html/page_body.h"
#include "render/html/page_values.h"
#include "render/html/plan_calendar.h"
#include "render/html/redirects.h"

namespace shirube::render::html {
namespace {

std::string page_html(const model::CheckedSite& checked, const Theme& theme, const PageTree& tree, model::PageId id,
                      const std::string& last_changed, const std::string& moved) {
  const model::Site& site = checked.site();
  const Words& words = theme.words();
  std::string body = page_body(checked, tree, words, id, Addresses(checked, id));
  LayoutValue value = page_values(checked, tree, words, id, std::move(body), last_changed);
  value.texts["moved"] = moved;
  // For the card of a link in a chat. An address of its own is needed, so without `base_url` there is none.
  value.texts["share-picture"] = site_url(site.config, theme.asset_path("share.png"));
  return theme.render(site.home == id ? "home" : "page", value);
}

std::string redirect_html(const model::Site& site, const Theme& theme, const std::string& from,
                          const Redirect& redirect) {
  LayoutValue value;
  value.texts = {{"language", site.config.language},
                 {"root", root_prefix(from)},
                 {"href", redirect.target},
                 {"title", redirect.title},
                 {"moved", fragments_json(redirect)}};
  return theme.render("redirect", value);
}

std::string search_html(const model::Site& site, const Theme& theme, const PageTree& tree) {
  LayoutValue value = file_values(site, tree, theme.words(), "search.html", theme.words()["search"]);
  value.flags["has-search"] = true;
  return theme.render("search", value);
}

// A web server shows it under any address, so its links begin at the site's own; where that is not known, the layout
// offers the way up alone.
std::string missing_html(const model::Site& site, const Theme& theme, const PageTree& tree) {
  LayoutValue value = file_values(site, tree, theme.words(), "404.html", theme.words()["missing-title"]);
  const FileAddress to = [&](const std::string& path) { return file_url(site.config, path); };
  value.flags["has-base"] = !site.config.base_url.empty();
  value.texts["root"] = site_url(site.config, "index.html");
  value.texts["navigation"] = navigation(site, tree, to, theme.words());
  if (site.home) value.texts["home-href"] = to(site.page(*site.home).output_path);
  return theme.render("missing", value);
}

}  // namespace

OutputSet render_pages(const model::CheckedSite& checked, const Theme& theme, const PageDates& dates,
                       WorkbookPreviews previews) {
  const model::Site& site = checked.site();
  OutputSet outputs;
  const auto add = [&](std::string path, std::function<std::string()> make, const std::string& source_path = {}) {
    outputs.files.push_back({std::move(path),
                             [make = std::move(make)]() -> source::Result<std::string> { return make(); },
                             {},
                             source_path.empty() ? source_path : site.config.content + "/" + source_path});
  };
  // Shared by the makers of all pages, which live as long as the longest-lived of them.
  const auto tree = std::make_shared<const PageTree>(site, std::move(previews));
  auto redirects = find_redirects(site, [&](model::PageId id) { return tree->title(id); });
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::PageId id{static_cast<std::uint32_t>(i)};
    const model::Page& page = site.page(id);
    const auto date = dates.find(page.parsed.source_path);
    std::string moved;
    if (const auto found = redirects.find(page.output_path); found != redirects.end()) {
      moved = fragments_json(found->second);
      // An old address that is a page's again is a collision of names, which whoever gathers the outputs reports.
      if (found->second.target.empty()) redirects.erase(found);
    }
    add(page.output_path, [&checked, &theme, tree, id, moved, changed = date == dates.end() ? "" : date->second] {
      return page_html(checked, theme, *tree, id, changed, moved);
    }, page.parsed.source_path);
  }
  for (auto& [path, redirect] : redirects) {
    add(path, [&site, &theme, from = path, redirect = redirect] { return redirect_html(site, theme, from, redirect); },
        redirect.source);
  }
  if (site.pages.size() <= most_printed_pages) {
    add("print.html", [&checked, &theme, tree] { return print_edition(checked, theme, *tree); });
  }
  add("search.html", [&site, &theme, tree] { return search_html(site, theme, *tree); });
  add("404.html", [&site, &theme, tree] { return missing_html(site, theme, *tree); });
  for (const auto& [name, bytes] : theme.assets()) {
    const std::string* asset = &bytes;
    outputs.files.push_back(render::versioned(theme.asset_path(name), [asset] { return *asset; }));
  }
  for (const model::Calculation& calculation : checked.site().records.calculations) {
    outputs.files.push_back({calculation_script_path(calculation), [&calculation]() -> source::Result<std::string> {
                               return calculation_script(calculation);
                             }, {}});
  }
  if (const auto start = model::parse_day(checked.site().config.plan_start)) {
    for (const model::Plan& plan : checked.site().records.plans) {
      outputs.files.push_back({plan_calendar_path(plan), [&plan, &theme, start]() -> source::Result<std::string> {
                                 return plan_calendar(plan, *start, theme.words());
                               }, {}});
    }
  }
  std::sort(outputs.files.begin(), outputs.files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return outputs;
}

}  // namespace shirube::render::html
