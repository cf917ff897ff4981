// Every place that `coverage:` names is there.
#include <algorithm>
#include <map>
#include <set>

#include "check/rules.h"
#include "check/walk.h"
#include "diagnostic/severities.h"
#include "diagnostic/suggestion.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

struct Places {
  std::set<std::string> pages;  // with and without `#id`
  std::set<std::string> records;
  std::set<std::string> sheets;
  std::set<std::string> views;
  std::set<std::string> rules;
};

Places places_of(const model::Site& site, const Index& index) {
  Places places;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::ParsedPage& page = site.pages[i].parsed;
    places.pages.insert(page.source_path);
    for (const auto& [folded, anchor] : index.anchors[i]) places.pages.insert(page.source_path + "#" + anchor);
    for_each_directive(page.document, [&](const model::Directive& directive) { places.views.insert(directive.name); });
  }
  for (const auto& [page, title] : site.withheld) places.pages.insert(page);
  for (const auto& [name, range] : site.records.names) places.records.insert(name);
  for (const model::WorkbookDefinition& workbook : site.workbooks) {
    places.sheets.insert(workbook.id.value);
    for (const auto& sheet : workbook.sheets) places.sheets.insert(workbook.id.value + "/" + sheet.name.value);
  }
  for (const auto& kind : diagnostic::all_kinds()) {
    if (kind.severity != diagnostic::Severity::note) places.rules.emplace(kind.rule);
  }
  return places;
}

}  // namespace

void check_coverage(const model::Site& site, const Index& index, Sink& sink) {
  if (site.records.coverage.empty()) return;
  const Places places = places_of(site, index);
  std::map<std::string, source::SourceRange> seen;
  for (const model::CoverageEntry& entry : site.records.coverage) {
    const auto expect = [&](const std::vector<source::Located<std::string>>& named, const char* what,
                            const std::set<std::string>& known) {
      for (const auto& place : named) {
        if (known.contains(place.value)) continue;
        const std::vector<std::string> candidates(known.begin(), known.end());
        sink.report(Kind::coverage_nowhere, place.range, {entry.ids.front().value, what, place.value})
            .suggest([&] { return diagnostic::near_miss(place.value, candidates); });
      }
    };
    expect(entry.pages, "page", places.pages);
    expect(entry.records, "record", places.records);
    expect(entry.sheets, "sheet", places.sheets);
    expect(entry.rules, "rule", places.rules);
    expect(entry.views, "view", places.views);
    if (entry.pages.empty() && entry.records.empty() && entry.sheets.empty() && entry.rules.empty() &&
        entry.views.empty() && entry.reason.empty()) {
      sink.report(Kind::coverage_empty, entry.ids.front().range, {entry.ids.front().value});
    }
    for (const auto& id : entry.ids) {
      const auto [first, is_new] = seen.emplace(id.value, id.range);
      if (!is_new) {
        sink.report(Kind::coverage_twice, id.range, {id.value}).label(first->second, Kind::first_here);
      }
    }
  }
}

}  // namespace shirube::check
