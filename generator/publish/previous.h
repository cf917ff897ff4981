// The versioned files of the previous edition, which pages that readers have open still request.
#pragma once

#include <vector>

#include "publish/edition.h"
#include "publish/foreign.h"
#include "render/output.h"

namespace shirube::publish {

// Those of `last` that go into the next edition beside `outputs`, as they are in the folder: its own versioned files,
// or, if none of them changes, those that it had kept already. Sorted by path.
std::vector<ManifestFile> find_previous(const Edition& last, const Foreign& foreign, const render::OutputSet& outputs);

}  // namespace shirube::publish
