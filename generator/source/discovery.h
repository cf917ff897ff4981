// Finds the files below a folder, in an order that no file system and no locale can change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace shirube::source {

struct Discovery {
  std::vector<std::string> files;  // relative to the root, sorted by bytes; names starting with `.` or `_` left out
  std::vector<Failure> failures;   // what could not be listed, links that were not followed, names that
                                   // are not UTF-8 (the detail is then what they would be in CP932, if anything)
};

// Every file below `folder` whose name ends in one of `extensions` (with the dot; none given: every file).
// A folder that does not exist gives an empty Discovery.
Discovery discover(FileSystem& files, std::string_view folder, const std::vector<std::string>& extensions);

}  // namespace shirube::source
