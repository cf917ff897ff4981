// Line ends between two Japanese characters, which are shown as nothing.
#pragma once

#include "model/document.h"

namespace shirube::parse {

// Sets SoftBreak::joins. Looks through the borders of emphasis, links and strikethrough.
void join_lines(model::Inlines& inlines);

}  // namespace shirube::parse
