// The whole site after parsing, and after checking. Renderers take a CheckedSite, so that nothing unchecked is shown.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/csv_table.h"
#include "model/page.h"
#include "model/pilot_result.h"
#include "model/record_index.h"
#include "model/records.h"
#include "model/workbook.h"
#include "model/workbook_request.h"

namespace shirube::model {

// site.yaml. Folders are relative to the site's root.
struct Limits {
  std::int64_t markdown_bytes = 1 << 20;
  std::int64_t yaml_bytes = 1 << 20;
  std::int64_t csv_bytes = 1 << 20;
  std::int64_t asset_bytes = 256LL << 20;
  std::int64_t block_bytes = 32 << 10;
  std::int64_t nesting = 32;
  std::int64_t inline_nesting = 64;
  std::int64_t table_columns = 128;
  std::int64_t table_cells = 100'000;
  std::int64_t page_milliseconds = 2'000;
  std::int64_t page_memory_bytes = 512LL << 20;
  std::int64_t page_html_bytes = 64LL << 20;
  std::int64_t files = 100'000;
};

// `issue:` of site.yaml.
struct IssueConfig {
  std::map<std::string, std::string> columns;  // a heading of the people file (its matching key): the key of the field
};

struct SiteConfig {
  std::string title;
  std::string description;
  std::string organisation;
  std::string language = "ja";
  std::string base_url;  // empty: unknown; nothing in the pages needs it
  std::string content = "content";
  std::string output = "public";
  std::string theme = "default";
  std::string theme_overrides;  // a folder; empty: none
  SourceRange theme_range;      // of the two, where they are written
  SourceRange theme_overrides_range;
  std::vector<WorkbookRequest> workbooks;  // to build; a template is the site's own, else ours of that name
  std::string edit_url;  // where a page is edited, {path} stands for its file; empty: no such link
  bool robots = false;   // whether search engines may list the site; a handbook is internal
  bool raw_html = false;
  std::vector<std::string> audiences = {"everyone", "employees", "managers", "assessors", "hr", "executives", "owners"};
  std::vector<std::string> files;       // folders below content/ whose files are published although no page uses them
  std::vector<std::string> file_types;  // endings beyond those that are safe anywhere, without the dot
  Limits limits;
  std::string plan_start;        // first day of the plan, YYYY-MM-DD; empty: not decided
  IssueConfig issue;
  diagnostic::Severities rules;  // that the site takes more or less seriously than we do
};

struct Page {
  ParsedPage parsed;
  std::string output_path;  // from the output folder: mbo/writing.html
  std::optional<PageId> parent;
  std::vector<PageId> children;  // in reading order
  // Neighbours in reading order (depth first).
  std::optional<PageId> previous;
  std::optional<PageId> next;
};

// A drawing among the assets. The text is that of a file which outlives the site.
struct AssetText {
  FileId file;
  std::string path;  // from the content folder
  std::string_view text;
};

struct Site {
  Site();
  Site(Site&& other) noexcept;
  Site& operator=(Site&& other) noexcept;
  ~Site();

  SiteConfig config;
  std::vector<Page> pages;  // PageId is the index; sorted by source path
  std::optional<PageId> home;
  Records records;
  std::vector<WorkbookDefinition> workbooks;
  std::vector<RecordedTemplate> recorded_templates;
  // Files below content/ that are neither pages, records nor data. In a CheckedSite: those that are published.
  std::vector<std::string> assets;
  std::vector<AssetText> drawings;
  std::vector<DataFile> data;       // sorted by path; emptied before anything is rendered
  std::map<std::string, std::string> withheld;  // pages that wait for approval: source path, title
  std::map<std::string, std::string> narrow;    // drafts (no audience) and pages of a narrower audience, by source path
  std::map<std::string, PictureSize> pictures;  // of assets, by path
  std::vector<Passage> passages;                // of all pages, records and definitions of workbooks

  const Page& page(PageId id) const { return pages[id.value]; }
};

// What a reference turned out to be.
struct ToPage {
  PageId page;
  std::string fragment;  // without `#`; empty: the whole page
};
struct ToAsset {
  std::string path;  // from the output folder
};
struct ToWorkbook {
  std::size_t index = 0;  // into Site::workbooks
};
struct ToTerm {
  std::size_t index = 0;  // into Records::terms
};
struct ToFigure {
  std::size_t index = 0;  // into Records::figures
};
// An input or result of a calculation, in a scenario or with the inputs of the record.
struct ToResult {
  std::size_t calculation = 0;  // into Records::calculations
  std::optional<std::size_t> scenario;
  CalculationLine line;
};
struct ToUrl {
  std::string url;  // allowed scheme, percent-encoded
};
using Resolution = std::variant<ToPage, ToAsset, ToWorkbook, ToTerm, ToFigure, ToResult, ToUrl>;

// A Site in which every reference is found. Only check::run makes one.
class CheckedSite {
 public:
  CheckedSite(CheckedSite&& other) noexcept;
  CheckedSite& operator=(CheckedSite&& other) noexcept;
  ~CheckedSite();

  const Site& site() const { return site_; }
  const Resolution& resolution(PageId page, ReferenceId reference) const {
    return resolutions_[page.value][reference.value];
  }
  // Value of every figure, given or computed; index as in Records::figures.
  double figure_value(std::size_t index) const { return figure_values_[index]; }
  // What a calculation yields; indices as in Records::calculations and Calculation::scenarios.
  const CalculationResult& calculation_result(std::size_t index, std::optional<std::size_t> scenario) const {
    return calculation_results_[index][scenario ? *scenario + 1 : 0];
  }
  // The page whose body shows the glossary, if there is one.
  std::optional<PageId> glossary_page() const { return glossary_page_; }
  // Targets of cards, in the order of the page.
  const std::vector<Resolution>& card_links(PageId page) const { return card_links_[page.value]; }
  // A record by its id, which is known to exist, and its index in its list.
  template <class Record>
  const Record& record(const std::string& id) const {
    return (site_.records.*(family_of<Record>().records))[position<Record>(id)];
  }
  template <class Record>
  std::size_t position(const std::string& id) const {
    return index_.at(family_word<Record>).at(id);
  }
  // What was measured of every pilot; index as in Records::pilots.
  const PilotResult& pilot_result(std::size_t index) const { return pilot_results_[index]; }

 private:
  friend class CheckedSiteBuilder;  // check/run.cpp
  CheckedSite();

  Site site_;
  std::vector<std::vector<Resolution>> resolutions_;
  std::vector<std::vector<Resolution>> card_links_;
  std::vector<double> figure_values_;
  std::vector<std::vector<CalculationResult>> calculation_results_;  // with the record's inputs, then each scenario
  std::optional<PageId> glossary_page_;
  std::vector<PilotResult> pilot_results_;
  RecordIndex index_;
};

}  // namespace shirube::model
