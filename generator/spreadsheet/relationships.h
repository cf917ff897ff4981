// Which part belongs to which: the .rels files of the container.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "source/result.h"
#include "spreadsheet/container.h"

namespace shirube::spreadsheet {

struct Relationship {
  std::string type;  // the last word of the type's address: worksheet, sharedStrings …
  std::string part;  // from the root of the container; empty if it leads outside
};

// By their ids; none if `part` ("" is the container itself) has no relationships.
source::Result<std::map<std::string, Relationship>> read_relationships(Container& container, std::string_view part,
                                                                       const ReadLimits& limits);
// The first part of that type; empty if there is none.
std::string find_part(const std::map<std::string, Relationship>& relationships, std::string_view type);

}  // namespace shirube::spreadsheet
