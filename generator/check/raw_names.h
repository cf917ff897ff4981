// The names of files that raw HTML may refer to. Nothing resolves what is there, so whatever looks like a name counts.
#pragma once

#include <string>
#include <unordered_set>

#include "model/site.h"

namespace shirube::check {

// Last parts of paths, percent-decoded, in NFC.
std::unordered_set<std::string> names_in_raw_html(const model::Site& site);

}  // namespace shirube::check
