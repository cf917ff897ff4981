// What a layout is given for a page. The names are the contract with the authors of themes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"
#include "render/html/page_tree.h"
#include "render/html/theme.h"

namespace shirube::render::html {

// The layouts that a theme must have.
const std::vector<std::string_view>& layout_names();
// Every name that a layout may show, beside words.…
const std::vector<std::string_view>& layout_value_names();

// What every layout is given, for a file of the site that is not a page of the content.
LayoutValue file_values(const model::Site& site, const PageTree& tree, const Words& words, const std::string& from,
                        const std::string& title);

// `last_changed`: YYYY-MM-DD, empty if it is not known.
LayoutValue page_values(const model::CheckedSite& site, const PageTree& tree, const Words& words, model::PageId page,
                        std::string body, const std::string& last_changed);

}  // namespace shirube::render::html
