#include "render/search/entries.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "model/assembly.h"
#include "render/html/href.h"
#include "render/html/view_place.h"
#include "render/search/page_text.h"

namespace shirube::render::search {
namespace {

using model::PageId;

// A page of the first level without pages below it is not part of the handbook that one would search.
std::string section_of(const model::Site& site, const html::PageTree& tree, PageId page) {
  const std::vector<PageId> trail = tree.trail(page);
  if (trail.empty() || site.page(trail.front()).children.empty()) return {};
  return tree.title(trail.front());
}

Entry page_entry(const model::CheckedSite& site, const html::PageTree& tree, PageId id) {
  const model::Page& page = site.site().page(id);
  Entry entry{Kind::page, section_of(site.site(), tree, id), page.output_path, tree.title(id), {}, {}};
  for (const std::string& tag : page.parsed.front_matter.tags) append_part(entry.words, tag);
  append_readings(entry.words, page.parsed);
  entry.passages.push_back({"", "", page.parsed.front_matter.description});
  const TextScope scope{site, tree, id};
  bool titled = false;
  for (const model::Block& block : page.parsed.document.blocks) {
    const auto* heading = std::get_if<model::Heading>(&block.value);
    if (heading == nullptr) {
      append_text(entry.passages.back().text, block, scope);
      continue;
    }
    std::string text;
    append_text(text, heading->children, scope);
    if (heading->level == 1 && !titled && text == entry.title) {
      titled = true;  // the title stands for it
    } else {
      entry.passages.push_back({heading->id, std::move(text), ""});
    }
  }
  for (const model::Footnote& note : page.parsed.document.footnotes) {
    for (const model::Block& block : note.children) append_text(entry.passages.back().text, block, scope);
  }
  return entry;
}

// Among the pages that are searched.
std::optional<html::ViewPlace> find_searched(const model::Site& site,
                                             const std::function<bool(const model::View&)>& wanted) {
  return html::find_view(site, [&](const model::ParsedPage& page, const model::View& view) {
    return page.front_matter.search && wanted(view);
  });
}

bool shows_indicator(const model::View& view, const model::Indicator& indicator) {
  const auto* table = std::get_if<model::IndicatorTableView>(&view);
  if (table == nullptr) return false;
  if (table->layer && table->layer->value != indicator.layer) return false;
  return table->ids.empty() || std::any_of(table->ids.begin(), table->ids.end(),
                                           [&](const auto& id) { return id.value == indicator.head.id.value; });
}

// A record that a page shows, found by its name and by what the page says of it.
std::optional<Entry> record_entry(const model::CheckedSite& checked, const html::PageTree& tree, Kind kind,
                                  const std::string& name, const std::function<bool(const model::View&)>& wanted) {
  const model::Site& site = checked.site();
  const auto place = find_searched(site, wanted);
  if (!place) return std::nullopt;
  return Entry{kind,
               section_of(site, tree, place->page),
               site.page(place->page).output_path,
               name,
               {},
               {{place->anchor, "", ""}}};
}

void add_phases(const model::CheckedSite& checked, const html::PageTree& tree, std::vector<Entry>& entries) {
  for (const model::Plan& plan : checked.site().records.plans) {
    for (const model::Phase& phase : plan.phases) {
      const auto shows = [&](const model::View& view) {
        const auto* one = std::get_if<model::PhaseView>(&view);
        return one != nullptr && one->plan.value == plan.head.id.value && one->phase.value == phase.id.value;
      };
      auto entry = record_entry(checked, tree, Kind::phase, phase.title, shows);
      if (!entry) continue;
      for (const std::string& purpose : phase.purposes) append_part(entry->passages[0].text, purpose);
      for (const model::PlanItem& item : phase.deliverables) append_part(entry->passages[0].text, item.title);
      entries.push_back(std::move(*entry));
    }
  }
}

void add_paths(const model::CheckedSite& checked, const html::PageTree& tree, std::vector<Entry>& entries) {
  for (const model::CareerPath& path : checked.site().records.career_paths) {
    const auto shows = [&](const model::View& view) { return html::shows_path(view, path.head.id.value); };
    const auto shows_all = [](const model::View& view) { return std::holds_alternative<model::CareerPathsView>(view); };
    auto entry = record_entry(checked, tree, Kind::path, path.name, shows);
    if (!entry) entry = record_entry(checked, tree, Kind::path, path.name, shows_all);
    if (!entry) continue;
    append_part(entry->passages[0].text, path.summary);
    append_part(entry->passages[0].text, path.fit);
    entries.push_back(std::move(*entry));
  }
}

}  // namespace

std::vector<Entry> find_entries(const model::CheckedSite& checked, const html::PageTree& tree) {
  const model::Site& site = checked.site();
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::ParsedPage& page = site.pages[i].parsed;
    // A page of a workbook alone is found as the workbook.
    if (!page.front_matter.search || model::only_workbook(page) != nullptr) continue;
    entries.push_back(page_entry(checked, tree, PageId{static_cast<std::uint32_t>(i)}));
  }
  for (const model::Indicator& indicator : site.records.indicators) {
    auto entry = record_entry(checked, tree, Kind::indicator, indicator.label,
                              [&](const model::View& view) { return shows_indicator(view, indicator); });
    if (!entry) continue;
    append_part(entry->passages[0].text, indicator.definition);
    append_part(entry->passages[0].text, indicator.note);
    entries.push_back(std::move(*entry));
  }
  add_phases(checked, tree, entries);
  add_paths(checked, tree, entries);
  for (const model::WorkbookDefinition& workbook : site.workbooks) {
    Entry entry{Kind::workbook,
                {},
                html::workbook_path(workbook),
                workbook.title,
                workbook.id.value,
                {{"", "", workbook.description}}};
    const auto page = find_searched(site, [&](const model::View& view) {
      const auto* one = std::get_if<model::WorkbookView>(&view);
      return one != nullptr && one->id.value == workbook.id.value;
    });
    if (page) {
      entry.section = section_of(site, tree, page->page);
      entry.path = site.page(page->page).output_path;
      entry.passages[0].anchor = page->anchor;
    }
    entries.push_back(std::move(entry));
  }
  const auto glossary = checked.glossary_page();
  if (!glossary || !site.page(*glossary).parsed.front_matter.search) return entries;
  for (const model::Term& term : site.records.terms) {
    Entry entry{Kind::term,
                section_of(site, tree, *glossary),
                site.page(*glossary).output_path,
                term.name.value,
                term.reading,
                {{html::term_anchor(term), "", term.definition}}};
    for (const auto& alias : term.aliases) append_part(entry.words, alias.value);
    for (const auto& avoided : term.avoid) append_part(entry.words, avoided.value);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace shirube::render::search
