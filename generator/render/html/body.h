// A document as HTML. For plain GFM the output is that of the specification's examples, but for heading ids.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/page.h"

namespace shirube::render::html {

// What is said beside an author's own words. The theme has them in the language of the site.
struct BodyWords {
  std::array<std::string, 5> alerts = {"Note", "Tip", "Important", "Warning", "Caution"};  // as in model::AlertKind
  std::string permalink = "Link to this heading";
  std::string table = "Table";
  std::string footnotes = "Footnotes";
  std::string back_to_text = "Back to the text";
};

// What the page around a document knows: where references lead, and how a directive looks. Every function may be
// empty: then links are written as they are, roles as their text, and directives as a marked box with their name.
struct BodyContext {
  // The href (or src) of a link or image.
  std::function<std::string(model::ReferenceId)> href;
  // HTML for a role.
  std::function<std::string(const model::Role&)> role;
  // HTML for a directive.
  std::function<std::string(const model::Directive&)> directive;
  // How large an image is drawn, where that is known.
  std::function<std::optional<model::PictureSize>(model::ReferenceId)> picture_size;
  // The id that a part of the document gets; else it is the part's own.
  std::function<std::string(std::string_view)> id;
  // In a site, headings carry a permalink and tables a frame that scrolls; in `shirube render` they do not.
  bool in_site = false;
  // What folds is open: in an edition for paper.
  bool open_details = false;
  BodyWords words = {};
};

std::string render_body(const model::Document& document, const BodyContext& context);
std::string render_inlines(const model::Inlines& inlines, const BodyContext& context);

}  // namespace shirube::render::html
