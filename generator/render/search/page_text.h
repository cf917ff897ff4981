// A page's words as its readers see them, without mark-up: what blocks, roles and directives show.
#pragma once

#include <string>

#include "model/site.h"
#include "render/html/inline_text.h"

namespace shirube::render::search {

using html::TextScope;

// Texts are separated by one space. Nothing of `block` is left out but code of directives' options and raw HTML.
void append_text(std::string& out, const model::Block& block, const TextScope& scope);
void append_text(std::string& out, const model::Inlines& inlines, const TextScope& scope);

// The records that a directive shows. Views that only repeat other pages (children, cards, downloads, drawings) say
// nothing; the glossary neither: each of its terms is an entry of its own.
void append_view_text(std::string& out, const model::View& view, const model::CheckedSite& site);

// How the words of a page are read, from its ruby.
void append_readings(std::string& out, const model::ParsedPage& page);

// With a space between, unless one of the two is empty.
void append_part(std::string& out, std::string_view part);

}  // namespace shirube::render::search
