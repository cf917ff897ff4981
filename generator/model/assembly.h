// Puts the parsed pages together: which page is whose child, in which order they are read, and where each is published.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::model {

// What waits for an approval: left out with its links.
inline constexpr std::string_view everyone = "everyone";  // the audience of what says nothing else

struct Withheld {
  std::map<std::string, std::string> pages;  // source path to title
  std::set<source::SourceRange> records;
};

struct Parts {
  SiteConfig config;
  std::vector<ParsedPage> pages;  // in any order
  Records records;
  std::vector<WorkbookDefinition> workbooks;
  std::vector<RecordedTemplate> recorded_templates;
  std::vector<std::string> assets;
  std::map<std::string, PictureSize> pictures;
  std::vector<AssetText> drawings;
  std::vector<DataFile> data;
  std::vector<Passage> passages;
  Withheld withheld;
};

// Drafts are left out, and so are pages and records of a narrower audience than everyone: until editions exist nothing
// of theirs may reach the site. The home is index.md, else the first page of the top folder. A folder's index.md is the
// parent of what is below it; without one the nearest index above takes its place. Siblings are read by weight, then
// path. Findings: no page at all, no title, names that collide or that Windows cannot hold.
// Every workbook gets a page, workbooks/ID, unless an author has written it.
Site assemble(Parts parts, diagnostic::Sink& sink);

// The workbook that is all that a page shows, as it is on the pages that `assemble` adds; nullptr: the page shows more.
const WorkbookView* only_workbook(const ParsedPage& page);

}  // namespace shirube::model
