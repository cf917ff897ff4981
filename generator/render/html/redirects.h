// Old addresses that lead to where a page is now: front matter's `aliases`.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "model/site.h"

namespace shirube::render::html {

// `aliases: [mbo/old.html, mbo/long.html#kpi]`: the first names a page that is gone, the second a part of a page that
// moved. Where the new page has a heading of the same id, it is led to; else the page.
struct Redirect {
  std::string target;                            // relative address; empty if only parts moved
  std::string title;                             // of the target
  std::string source;                            // path of the page that names it, from the content folder
  std::map<std::string, std::string> fragments;  // old fragment to relative address
};

// By the old path, from the output folder. A page with the same old path as another keeps it if it comes first.
std::map<std::string, Redirect> find_redirects(const model::Site& site,
                                               const std::function<std::string(model::PageId)>& title);

// The fragments as JSON, for the script; empty for none.
std::string fragments_json(const Redirect& redirect);

}  // namespace shirube::render::html
