// Roles of a page's text as HTML: {term}, {value}, {ref}, {download}.
#pragma once

#include <string>

#include "model/site.h"
#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/words.h"

namespace shirube::render::html {

std::string role_html(const model::CheckedSite& site, const PageTree& tree, const Words& words, model::PageId page,
                      const Addresses& addresses, const model::Role& role);

}  // namespace shirube::render::html
