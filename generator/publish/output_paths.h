// Questions about the paths of an OutputSet, which is sorted.
#pragma once

#include <string_view>

#include "render/output.h"

namespace shirube::publish {

bool makes(const render::OutputSet& outputs, std::string_view path);
// An output has this path, or would be a file where this path needs a folder; the manifest counts as one.
bool makes_or_blocks(const render::OutputSet& outputs, std::string_view path);
bool makes_below(const render::OutputSet& outputs, std::string_view folder);

}  // namespace shirube::publish
