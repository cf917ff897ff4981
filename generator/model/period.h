// A term of the year that sheets are issued for: an item of `terms:` with days.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/record.h"

namespace shirube::model {

struct Period {
  RecordHead head;
  std::string title;
  Located<std::string> first;  // YYYY-MM-DD
  Located<std::string> last;
};

// What only `shirube issue` needs of a site.
struct IssueSettings {
  std::map<std::string, std::string>
      people_columns;  // a heading of the people file (its matching key): the field's key
  std::vector<Period> periods;
};

}  // namespace shirube::model
