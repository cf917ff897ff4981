// How the work of a year goes round, and what changes: cycles, reviews, interviews, forms of business, contrasts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/record.h"

namespace shirube::model {

// `cycles:` steps that begin again after the last; beside them the straight way that they replace, if there is one.
struct Cycle {
  struct Step {
    std::string label;
    std::string note;
  };
  RecordHead head;
  std::string title;
  std::string note;
  std::string before_title;  // with `before`
  std::vector<Step> before;  // may be empty
  std::vector<Step> steps;   // least_steps to most_steps

  static constexpr std::size_t least_steps = 3;
  static constexpr std::size_t most_steps = 8;
};

// `reviews:` when goals are reviewed, in the order of the year.
struct Review {
  RecordHead head;
  std::string title;
  std::string when;
  std::int64_t times_a_year = 1;
  std::string topics;
  std::string kept;  // what is written down
};

// `interviews:` the minutes of a talk; check/ adds them up.
struct Interview {
  struct Part {
    Located<std::int64_t> minutes;
    std::string who;
    std::string text;
  };
  RecordHead head;
  std::string title;
  Located<std::int64_t> minutes;
  std::vector<Part> parts;
  std::vector<std::string> questions;
};

// `business_forms:` what is sold and what is paid for.
struct BusinessForm {
  RecordHead head;
  std::string name;
  std::string work;
  std::string value;       // what the customer pays for
  std::string sign;        // by what one sees that it is near
  std::string first_step;  // towards it
  bool is_today = false;   // where the others start from
};

// `contrasts:` what it was, what it becomes, and how: rows under two or three names.
struct Contrast {
  struct Row {
    std::string before;
    std::string after;
    std::string way;  // empty if there is no third column
  };
  RecordHead head;
  std::string title;
  std::vector<std::string> columns;  // 2 or 3
  std::vector<Row> rows;
};

}  // namespace shirube::model
