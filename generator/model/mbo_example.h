// A goal as somebody could write it on an MBO sheet, to show what a path or a proposal requires.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace shirube::model {

// How generative AI is used for a goal: it suggests, people try, verify and feed back. A step that is not named is
// empty; check/ requires all four.
struct AiUse {
  std::string hypothesis;
  std::string trial;
  std::string verification;
  std::string feedback;
  SourceRange range;
};

struct MboExample {
  Located<std::string> id;
  std::string title;
  std::string measures;   // in words
  std::string quality;    // what the numbers do not say; may be empty
  std::string clearance;  // who agrees before something leaves the company; may be empty
  std::optional<AiUse> ai;
};

}  // namespace shirube::model
