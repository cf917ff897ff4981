// What is in a page's article: its document with roles and directives shown.
#pragma once

#include <string>

#include "model/site.h"
#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/words.h"

namespace shirube::render::html {

std::string page_body(const model::CheckedSite& site, const PageTree& tree, const Words& words, model::PageId page,
                      const Addresses& addresses);

}  // namespace shirube::render::html
