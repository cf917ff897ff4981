// ~~text~~, found among the inlines of one parent.
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"

namespace shirube::parse {

// A run of two tildes that is a Text of its own at `index`.
struct TildeRun {
  std::size_t index = 0;
  bool can_open = false;
  bool can_close = false;
};

// Wraps what is between matching runs; the others stay text. Returns how deep the wrapped ones are nested.
int apply_strikethrough(model::Inlines& inlines, const std::vector<TildeRun>& runs);

}  // namespace shirube::parse
