// What an SVG file of an author may not contain: whoever opens it opens it as a page of the handbook.
#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::check {

// Reports scripts, event attributes, embedded pages, and whatever is fetched from outside of the drawing. What cannot be
// read for sure counts as such.
void check_drawing_source(std::string_view text, source::FileId file, diagnostic::Sink& sink);

}  // namespace shirube::check
