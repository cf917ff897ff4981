// What a layout is given for a page. The names are the contract with the authors of themes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"
#include "render/html/page_tree.h"
#include "render/html/theme.h"

namespace shirube::render::html {

// The layouts that a theme must have: page, home.
const std::vector<std::string_view>& layout_names();
// Every name that a layout may show, beside words.…
const std::vector<std::string_view>& layout_value_names();

LayoutValue page_values(const model::Site& site, const PageTree& tree, const Words& words, model::PageId page,
                        std::string body);

}  // namespace shirube::render::html
