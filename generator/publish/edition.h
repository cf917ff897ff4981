// The edition that is in the output folder now.
#pragma once

#include <string>

#include "publish/manifest.h"
#include "publish/place.h"
#include "publish/tree.h"
#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::publish {

struct Edition {
  source::Descriptor folder;  // none: there is no folder yet
  std::string manifest_text;  // empty: the folder is empty, or there is none
  Manifest manifest;
  Tree tree;

  bool exists() const { return !manifest_text.empty(); }
};

// Refuses what is not a folder, and a folder that is not empty and not ours.
source::Result<Edition> read_edition(const Place& place);

}  // namespace shirube::publish
