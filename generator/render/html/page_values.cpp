#include "render/html/page_values.h"

#include <utility>

#include "render/html/href.h"
#include "render/html/navigation.h"
#include "render/html/svg/chart_figure.h"

namespace shirube::render::html {
namespace {

LayoutValue link(std::string address, std::string title) {
  return {{{"href", std::move(address)}, {"text", std::move(title)}}, {}, {}};
}

// The headings of the second and third level; a lone one is no list worth having.
std::vector<LayoutValue> contents(const model::ParsedPage& page) {
  std::vector<LayoutValue> entries;
  for (const model::HeadingEntry& heading : page.headings) {
    if (heading.level != 2 && heading.level != 3) continue;
    LayoutValue entry = link(fragment_href(heading.id), heading.text);
    entry.texts["level"] = std::to_string(heading.level);
    entries.push_back(std::move(entry));
  }
  if (entries.size() < 2) entries.clear();
  return entries;
}

bool has_first_heading(const model::ParsedPage& page) {
  for (const model::HeadingEntry& heading : page.headings) {
    if (heading.level == 1) return true;
  }
  return false;
}

}  // namespace

const std::vector<std::string_view>& layout_names() {
  static const std::vector<std::string_view> names = {"page", "home"};
  return names;
}

const std::vector<std::string_view>& layout_value_names() {
  static const std::vector<std::string_view> names = {"body",
                                                      "breadcrumbs",
                                                      "contents",
                                                      "description",
                                                      "generator",
                                                      "has-details",
                                                      "home-href",
                                                      "href",
                                                      "language",
                                                      "last-reviewed",
                                                      "level",
                                                      "navigation",
                                                      "next",
                                                      "organisation",
                                                      "owner",
                                                      "previous",
                                                      "root",
                                                      "shows-title",
                                                      "site-description",
                                                      "site-title",
                                                      "text",
                                                      "title",
                                                      "window-title",
                                                      "has-contents",
                                                      "has-neighbours",
                                                      "has-charts",
                                                      "has-calculations"};
  return names;
}

LayoutValue page_values(const model::Site& site, const PageTree& tree, const Words& words, model::PageId id,
                        std::string body) {
  const model::Page& page = site.page(id);
  const model::FrontMatter& front = page.parsed.front_matter;
  const std::string& from = page.output_path;
  const bool home = site.home == id;
  const auto to = [&](model::PageId target) {
    return link(relative_href(from, site.page(target).output_path), tree.title(target));
  };

  LayoutValue value;
  value.flags["has-charts"] = shows_chart(body);
  value.flags["has-calculations"] = body.find(" data-calculation=\"") != std::string::npos;
  value.texts = {
      {"body", std::move(body)},
      {"description", front.description},
      {"generator", "shirube " SHIRUBE_VERSION},
      {"language", site.config.language},
      {"navigation", navigation(site, tree, id, words)},
      {"organisation", site.config.organisation},
      {"owner", front.owner},
      {"root", root_prefix(from)},
      {"site-description", site.config.description},
      {"site-title", site.config.title},
      {"title", tree.title(id)},
      {"window-title", home ? site.config.title : tree.title(id) + " | " + site.config.title},
  };
  value.texts["home-href"] = site.home ? relative_href(from, site.page(*site.home).output_path) : std::string("#main");
  if (front.last_reviewed) value.texts["last-reviewed"] = front.last_reviewed->value;
  value.flags["shows-title"] = !has_first_heading(page.parsed);
  value.flags["has-details"] = !front.owner.empty() || front.last_reviewed;
  value.flags["has-neighbours"] = page.previous || page.next;
  if (page.previous) value.lists["previous"].push_back(to(*page.previous));
  if (page.next) value.lists["next"].push_back(to(*page.next));
  if (!home) {
    value.lists["contents"] = contents(page.parsed);
    std::vector<model::PageId> trail = tree.trail(id);
    trail.pop_back();
    if (site.home) value.lists["breadcrumbs"].push_back(link(value.texts["home-href"], words["home"]));
    for (const model::PageId step : trail) value.lists["breadcrumbs"].push_back(to(step));
  }
  value.flags["has-contents"] = !value.lists["contents"].empty();
  return value;
}

}  // namespace shirube::render::html
