// A page's words as its readers see them, without mark-up: what blocks, roles and directives show.
#pragma once

#include <string>

#include "model/site.h"
#include "render/html/page_tree.h"

namespace shirube::render::search {

struct TextScope {
  const model::CheckedSite& site;
  const html::PageTree& tree;
  model::PageId page;
};

// Texts are parted by one blank. Nothing of `block` is left out but code of directives' options and raw HTML.
void append_text(std::string& out, const model::Block& block, const TextScope& scope);
void append_text(std::string& out, const model::Inlines& inlines, const TextScope& scope);

// The records that a directive shows. Views that only repeat other pages (children, cards, downloads, drawings) say
// nothing; the glossary neither: each of its terms is an entry of its own.
void append_view_text(std::string& out, const model::View& view, const model::CheckedSite& site);

// With a blank between, unless one of the two is empty.
void append_part(std::string& out, std::string_view part);

}  // namespace shirube::render::search
