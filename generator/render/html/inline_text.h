// Text without mark-up as a reader sees it: a role says what it shows, not how it is written.
#pragma once

#include <string>

#include "model/site.h"
#include "render/html/page_tree.h"

namespace shirube::render::html {

struct TextScope {
  const model::CheckedSite& site;
  const PageTree& tree;
  model::PageId page;
};

std::string inline_text(const model::Inlines& inlines, const TextScope& scope);

}  // namespace shirube::render::html
