// Reads a number as pages show it.
#pragma once

#include <optional>
#include <string_view>

#include "model/unit.h"

namespace shirube::model {

struct ShownNumber {
  double value = 0;
  Unit unit;             // empty: none
  double precision = 1;  // the smallest step of the digits that are written
};

// △237,500円, −47.5 %, 1.90ヶ月, 50万円, in any width. Nothing if the text is more than one number and its unit.
std::optional<ShownNumber> read_shown(std::string_view text);

}  // namespace shirube::model
