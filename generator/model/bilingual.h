// A text of the program's own reference.
#pragma once

#include <string_view>

namespace shirube::model {

struct Bilingual {
  std::string_view ja;
  std::string_view en;
};

}  // namespace shirube::model
