// A small trial as its author plans it: who is measured, with what, for how long. The numbers are in CSV files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace shirube::model {

// A column of the weekly data, and what a cell of it may hold. In the indicator's unit: 100 for 100 %.
struct PilotIndicator {
  Located<std::string> id;
  double least = 0;
  std::optional<double> most;
};

// A question that is asked before and after. `reversed`: agreeing lowers the indicator.
struct SurveyItem {
  Located<std::string> id;
  Located<std::string> indicator;
  std::string text;
  bool reversed = false;
};
struct Survey {
  std::int64_t least = 1;  // of the scale
  std::int64_t most = 5;
  std::string least_label;  // そう思わない
  std::string most_label;
  std::vector<SurveyItem> items;
  std::optional<Located<std::string>> data;  // a CSV file, from the content folder
};

// Numbers that belong to no single person: the books' sales before and after. In the indicator's unit.
struct Observation {
  Located<std::string> indicator;
  std::vector<double> before;
  std::vector<double> after;
  std::string evidence;
};

// `pilots:` people are anonymous codes. Weeks are numbered 1 to `weeks_during`; before the start 0, -1, -2 …
struct Pilot {
  RecordHead head;
  std::string title;
  std::string note;
  bool fictional = false;  // made-up numbers, as an example; shown as such
  std::vector<Located<std::string>> people;
  std::vector<Located<std::string>> comparison;  // people who do not take part; empty: nobody to compare with
  std::int64_t weeks_before = 1;
  std::int64_t weeks_during = 4;
  std::vector<PilotIndicator> indicators;
  std::optional<Located<std::string>> data;  // a CSV file, from the content folder
  std::optional<Survey> survey;
  std::vector<Observation> observations;
  std::int64_t smallest_group = 5;  // values of fewer people are not shown
};

// `stories:` a success that others can repeat; all five parts are written out.
struct Story {
  RecordHead head;
  Located<std::string> pilot;
  std::string title;
  std::string situation;
  std::string action;
  std::string result;
  std::string conditions;  // what others need to repeat it
  std::string evidence;
};

}  // namespace shirube::model
