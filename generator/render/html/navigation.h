// The tree beside every page: its first level, and the branch that leads to the page.
#pragma once

#include <string>

#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/words.h"

namespace shirube::render::html {

// <ul> of the sections; along the way to `page` each opened, and its own children. Of long lists only a window round
// the way is shown, so that the size of a page does not grow with the site.
std::string navigation(const model::Site& site, const PageTree& tree, model::PageId page, const Words& words);
// For a file that is not a page of the content: the sections alone. `to` gives the address of a file of the site.
std::string navigation(const model::Site& site, const PageTree& tree, const FileAddress& to, const Words& words);

}  // namespace shirube::render::html
