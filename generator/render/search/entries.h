// What a search may find: pages with their passages, and the records that readers look for by name.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"
#include "render/html/page_tree.h"

namespace shirube::render::search {

// The part of an entry that one heading covers. The first passage of a page has none: its title, description and
// what comes before the first heading.
struct Passage {
  std::string anchor;  // without `#`, empty: the page itself
  std::string heading;
  std::string text;
};

enum class Kind { page, indicator, path, workbook, term, phase };
constexpr std::size_t kind_count = 6;

struct Entry {
  Kind kind = Kind::page;
  std::string section;  // the title of the part of the handbook it belongs to; empty for the home page
  std::string path;     // from the output folder
  std::string title;
  std::string words;              // what else it is called: readings, aliases, words to avoid, tags
  std::vector<Passage> passages;  // at least one
};

// Pages that do not ask to be left out, in the order of their files; then the records.
std::vector<Entry> find_entries(const model::CheckedSite& site, const html::PageTree& tree);

}  // namespace shirube::render::search
