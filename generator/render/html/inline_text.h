// Text without mark-up as a reader sees it: a role says what it shows, not how it is written.
#pragma once

#include <string>
#include <string_view>

#include "model/site.h"
#include "render/html/page_tree.h"

namespace shirube::render::html {

struct TextScope {
  const model::CheckedSite& site;
  const PageTree& tree;
  model::PageId page;
};

std::string inline_text(const model::Inlines& inlines, const TextScope& scope);

// The title of a page that waits for approval, as a role names it; empty for any other.
std::string withheld_title(const model::Site& site, std::string_view argument);

}  // namespace shirube::render::html
