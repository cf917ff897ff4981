#include "render/html/page_values.h"

#include <utility>

#include "model/assembly.h"
#include "render/html/body.h"
#include "render/html/calculation_script.h"
#include "render/html/href.h"
#include "render/html/inline_text.h"
#include "render/html/navigation.h"
#include "render/html/phrases.h"
#include "render/html/style_sheet.h"
#include "source/json.h"

namespace shirube::render::html {
namespace {

LayoutValue link(std::string address, std::string title) {
  return {{{"href", std::move(address)}, {"text", std::move(title)}}, {}, {}};
}

// The headings of the second and third level; a lone one is not a list worth having.
std::vector<LayoutValue> contents(const TextScope& scope) {
  std::vector<LayoutValue> entries;
  for (const model::Block& block : scope.site.site().page(scope.page).parsed.document.blocks) {
    const auto* heading = std::get_if<model::Heading>(&block.value);
    if (heading == nullptr || heading->id.empty() || (heading->level != 2 && heading->level != 3)) continue;
    LayoutValue entry = link(fragment_href(heading->id), inline_text(heading->children, scope));
    entry.texts["level"] = std::to_string(heading->level);
    entries.push_back(std::move(entry));
  }
  if (entries.size() < 2) entries.clear();
  return entries;
}

// The page of a workbook that nobody wrote is made from its template.
std::string edited_file(const model::Site& site, const model::Page& page) {
  const model::WorkbookView* workbook = model::only_workbook(page.parsed);
  const bool is_written = workbook == nullptr || page.parsed.document.blocks.front().range;
  return is_written ? site.config.content + "/" + page.parsed.source_path : "templates/" + workbook->id.value + ".yaml";
}

// For the script in the header, which has no other way to the theme's words.
std::string search_words(const Words& words) {
  source::Json json;
  for (const char* key : {"search", "placeholder", "results", "all", "found", "none", "failed"}) {
    json[key] = words[std::string_view(key) == "search" ? "search" : "search-" + std::string(key)];
  }
  for (const char* kind : {"page", "indicator", "path", "workbook", "term", "phase"}) {
    json["kinds"].push_back(words["kind-" + std::string(kind)]);
  }
  return json.dump();
}

}  // namespace

const std::vector<std::string_view>& layout_names() {
  static const std::vector<std::string_view> names = {"page",     "home",  "search", "missing",
                                                      "redirect", "print", "single"};
  return names;
}

const std::vector<std::string_view>& layout_value_names() {
  static const std::vector<std::string_view> names = {"body",
                                                      "breadcrumbs",
                                                      "calculations",
                                                      "canonical",
                                                      "contents",
                                                      "description",
                                                      "edit-href",
                                                      "files",
                                                      "generator",
                                                      "has-calculations",
                                                      "has-charts",
                                                      "has-checklists",
                                                      "has-base",
                                                      "has-contents",
                                                      "has-copies",
                                                      "has-details",
                                                      "has-diagrams",
                                                      "has-glossary",
                                                      "has-lists",
                                                      "has-neighbours",
                                                      "has-papers",
                                                      "has-plots",
                                                      "has-records",
                                                      "has-search",
                                                      "has-tables",
                                                      "has-drawings",
                                                      "heading",
                                                      "home-href",
                                                      "href",
                                                      "language",
                                                      "last-changed",
                                                      "last-reviewed",
                                                      "level",
                                                      "locale",
                                                      "moved",
                                                      "navigation",
                                                      "next",
                                                      "organisation",
                                                      "owner",
                                                      "previous",
                                                      "robots",
                                                      "root",
                                                      "script",
                                                      "script-hash",
                                                      "search-words",
                                                      "share-picture",
                                                      "shows-title",
                                                      "site-title",
                                                      "style",
                                                      "style-hash",
                                                      "text",
                                                      "title",
                                                      "window-title",
                                                      "site-description"};
  return names;
}

LayoutValue file_values(const model::Site& site, const PageTree& tree, const Words& words, const std::string& from,
                        const std::string& title) {
  const model::SiteConfig& config = site.config;
  const FileAddress to = [&](const std::string& path) { return relative_href(from, path); };
  LayoutValue value;
  value.texts = {
      {"generator", "shirube " SHIRUBE_VERSION},
      {"language", config.language},
      {"locale", config.language == "ja" ? "ja_JP" : "en_GB"},
      {"navigation", navigation(site, tree, to, words)},
      {"organisation", config.organisation},
      {"root", root_prefix(from)},
      {"search-words", search_words(words)},
      {"site-description", config.description},
      {"site-title", config.title},
      {"title", title},
      {"heading", with_phrase_breaks(title)},
      {"window-title", title + " | " + config.title},
  };
  value.texts["home-href"] = site.home ? relative_href(from, site.page(*site.home).output_path) : std::string("#main");
  value.flags["robots"] = config.robots;
  return value;
}

LayoutValue page_values(const model::CheckedSite& checked, const PageTree& tree, const Words& words, model::PageId id,
                        std::string body, const std::string& last_changed) {
  const model::Site& site = checked.site();
  const model::Page& page = site.page(id);
  const model::FrontMatter& front = page.parsed.front_matter;
  const std::string& from = page.output_path;
  const bool home = site.home == id;
  const auto to = [&](model::PageId target) {
    return link(relative_href(from, site.page(target).output_path), tree.title(target));
  };

  LayoutValue value = file_values(site, tree, words, from, tree.title(id));
  if (!page.parsed.title_with_ruby.empty()) value.texts["heading"] = render_inlines(page.parsed.title_with_ruby, {});
  for (const auto& [sheet, needed] : needed_sheets(body)) value.flags["has-" + std::string(sheet)] = needed;
  if (home) value.flags["has-lists"] = true;
  for (const model::Calculation& calculation : site.records.calculations) {
    const std::string mark = " data-calculation=\"" + calculation.head.id.value + "\"";
    if (body.find(mark) == std::string::npos) continue;
    value.lists["calculations"].push_back(link(relative_href(from, calculation_script_path(calculation)), {}));
  }
  value.flags["has-calculations"] = !value.lists["calculations"].empty();
  value.flags["has-checklists"] = body.find(" data-checklist=\"") != std::string::npos;
  value.flags["has-copies"] = body.find(" data-copy=\"") != std::string::npos;
  value.texts["body"] = std::move(body);
  value.texts["description"] = front.description;
  value.texts["navigation"] = navigation(site, tree, id, words);
  value.texts["owner"] = front.owner;
  if (home) value.texts["window-title"] = site.config.title;
  if (front.last_reviewed) value.texts["last-reviewed"] = front.last_reviewed->value;
  value.texts["last-changed"] = last_changed;
  value.texts["canonical"] = site_url(site.config, from);
  if (!site.config.edit_url.empty()) value.texts["edit-href"] = edit_url(site.config, edited_file(site, page));
  value.flags["shows-title"] = !model::begins_with_title(page.parsed);
  value.flags["has-details"] = !front.owner.empty() || front.last_reviewed || !last_changed.empty();
  value.flags["has-neighbours"] = page.previous || page.next;
  if (page.previous) value.lists["previous"].push_back(to(*page.previous));
  if (page.next) value.lists["next"].push_back(to(*page.next));
  if (!home) {
    value.lists["contents"] = contents({checked, tree, id});
    std::vector<model::PageId> trail = tree.trail(id);
    trail.pop_back();
    if (site.home) value.lists["breadcrumbs"].push_back(link(value.texts["home-href"], words["home"]));
    for (const model::PageId step : trail) value.lists["breadcrumbs"].push_back(to(step));
  }
  value.flags["has-contents"] = !value.lists["contents"].empty();
  return value;
}

}  // namespace shirube::render::html
