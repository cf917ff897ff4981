// A decision by criteria that were fixed before the results were known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "expression/ast.h"
#include "model/indicator.h"

namespace shirube::model {

// One number against one threshold. Either an indicator of the pilot, or a formula over its results: names are
// `indicator.property` (before, after, change, ratio, progress, people) and `stories.complete`.
struct Condition {
  std::string label;
  std::optional<Located<std::string>> indicator;
  std::optional<expression::Expression> formula;
  std::string formula_text;            // as it was written
  std::string baseline;                // what is compared with: 直近3か月の平均
  // For formulas always absolute. Of a figure it has no place until the figure is read.
  Target threshold;
  std::optional<Located<std::string>> figure;  // whose value the threshold is
  std::optional<Direction> direction;  // for indicators the dictionary's, if not given
  std::optional<Located<std::int64_t>> least_people;
  std::string evidence;
  SourceRange range;
};

enum class Combination { all, any };
struct Criterion {
  Located<std::string> id;
  std::string label;
  std::string note;
  Combination combination = Combination::all;
  std::vector<Condition> conditions;
  bool counts = true;  // false: no part of the k of n; verdicts name it under `also`
};

enum class Verdict { expand, proceed, pivot, stop };
// Holds when at least so many of the counting criteria are met, and each of `also`.
struct VerdictRule {
  Verdict verdict = Verdict::stop;
  std::int64_t least_met = 0;
  std::vector<Located<std::string>> also;  // criteria
  std::string next;                        // what is done then
  SourceRange range;
};

// `gates:` verdicts are tried in their order; the first that holds is the verdict.
struct Gate {
  RecordHead head;
  std::string title;
  std::string note;
  Located<std::string> pilot;
  std::optional<Located<std::string>> frozen_at;    // YYYY-MM-DD
  std::optional<Located<std::string>> fingerprint;  // of what was frozen
  std::vector<Criterion> criteria;
  std::vector<VerdictRule> verdicts;
};

}  // namespace shirube::model
