// Looks for shapes that would cost too much, before cmark-gfm sees the text. One pass, no memory.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "parse/markdown/page_text.h"

namespace shirube::parse {

// Reports each limit that is exceeded, once, with the number seen. False if there was one.
bool within_limits(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink);

}  // namespace shirube::parse
