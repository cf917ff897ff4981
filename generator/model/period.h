// A term of the year that sheets are issued for: an item of `terms:` with days.
#pragma once

#include <string>

#include "model/record.h"

namespace shirube::model {

struct Period {
  RecordHead head;
  std::string title;
  Located<std::string> first;  // YYYY-MM-DD
  Located<std::string> last;
};

}  // namespace shirube::model
