// The people that workbooks are issued to, from CSV as Excel and personnel systems write it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/person.h"
#include "source/source_set.h"

namespace shirube::parse {

struct PeopleList {
  std::vector<model::Person> people;
  std::vector<std::string> refused;  // numbers of rows that were left out, as they are written
};

// `bytes` are UTF-8 with or without a BOM, or CP932. The columns come in any order, by their English or Japanese names
// or those that `headings` maps to fields (IssueConfig::columns); id and name have to be there, columns that
// nothing is taken from are one note. A row that is wrong is reported with its line and left out; nothing if the table
// itself is unusable. `path` is for messages.
std::optional<PeopleList> read_people(const std::string& path, std::string bytes,
                                      const std::map<std::string, std::string>& headings, source::SourceSet& sources,
                                      diagnostic::Sink& sink);

}  // namespace shirube::parse
