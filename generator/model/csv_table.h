// A CSV file as it was read: texts with their places, no meaning yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/range.h"

namespace shirube::model {

struct CsvRow {
  std::vector<source::Located<std::string>> cells;  // as many as the header has
  source::SourceRange range;
};
struct CsvTable {
  std::vector<source::Located<std::string>> header;
  std::vector<CsvRow> rows;  // without those that hold nothing at all
};

// A file that records read numbers from. It is never published.
struct DataFile {
  std::string path;               // from the content folder
  std::optional<CsvTable> table;  // nothing if it could not be read, which was reported
};

}  // namespace shirube::model
