// A ZIP to hand over, of files that are compressed already.
#pragma once

#include <string>
#include <vector>

#include "source/result.h"

namespace shirube::spreadsheet {

struct ArchiveFile {
  std::string name;  // in the archive, UTF-8
  std::string path;  // on disk; empty: `text` is the file
  std::string text;
};

// The same files in the same order give the same bytes: no time, no owner. Files are read one after the other, so
// memory does not grow with their number. On failure nothing is left at `path`.
source::Result<void> write_archive(const std::string& path, const std::vector<ArchiveFile>& files);

}  // namespace shirube::spreadsheet
