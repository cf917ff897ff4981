// Looks for shapes that would cost too much, before cmark-gfm sees the text. One pass, no memory to speak of.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "parse/markdown/page_text.h"

namespace shirube::parse {

// Reports each limit that is exceeded, once, with the number seen. False if there was one. Measures from above: what the
// parser takes for one block is never taken for two here, whatever precedes it.
bool within_limits(const PageText& page, const model::Limits& limits, diagnostic::Sink& sink);

}  // namespace shirube::parse
