// Takes away an edition that is no longer, or was never, the published one. Nothing foreign is lost with it.
#pragma once

#include <string>
#include <vector>

#include "publish/place.h"
#include "source/result.h"

namespace shirube::publish {

// Removes the last edition, which is at `name` below the place's parent, after another one took its place. Only files
// go that either manifest names or that are in the published folder too; what somebody added while we were swapping
// moves into the published folder, and its paths are returned.
source::Result<std::vector<std::string>> retire(const Place& place, const std::string& name);

}  // namespace shirube::publish
