// The people that workbooks are issued to, from CSV as Excel and personnel systems write it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/person.h"
#include "source/source_set.h"

namespace shirube::parse {

// `bytes` are UTF-8 with or without a BOM, or CP932. The columns stand in any order, by their English or Japanese
// names; id and name have to be there. A row that is wrong is reported with its line and left out; nothing if the table
// itself is unusable. `path` is for messages.
std::optional<std::vector<model::Person>> read_people(const std::string& path, std::string bytes,
                                                      source::SourceSet& sources, diagnostic::Sink& sink);

}  // namespace shirube::parse
