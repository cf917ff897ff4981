// Where experience leads: exit models, the paths to them, what accumulates on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/mbo_example.h"
#include "model/record.h"

namespace shirube::model {

// What exit models and paths have in common; check/ requires all four.
struct CareerBacking {
  std::vector<std::string> authority;  // what one may decide
  std::vector<std::string> support;    // what the company gives
  std::vector<std::string> evidence;   // what one can show
  std::vector<MboExample> examples;
};

// `exit_models:`
struct ExitModel {
  RecordHead head;
  std::string name;
  std::string summary;
  CareerBacking backing;
  std::string safeguard;  // what must not become of it; may be empty
};

struct Expectation {
  Located<std::string> id;
  std::string text;
  std::vector<std::string> examples;  // that somebody else can observe
};
struct CareerLevel {
  Located<std::string> id;
  std::string label;
  std::string scope;
  std::vector<Expectation> expectations;
};
struct CareerTransition {
  Located<std::string> to;  // another path
  std::string when;
  std::string evidence;  // what one takes along
};
// `career_paths:`
struct CareerPath {
  RecordHead head;
  std::string name;
  std::string summary;
  std::string fit;  // for whom
  CareerBacking backing;
  std::vector<CareerLevel> levels;  // from the first to the widest
  std::vector<CareerTransition> transitions;
  std::string safeguard;
};

// `crosswalk:` a path leads to an exit model. Pairs that are not listed do not.
enum class CrosswalkStrength { main, possible };
struct CrosswalkRow {
  Located<std::string> path;
  Located<std::string> model;
  CrosswalkStrength strength = CrosswalkStrength::possible;
  SourceRange range;
};

// `assets:` what accumulates along a path, and how it is shown.
struct Asset {
  RecordHead head;
  std::string name;
  std::string use;  // what it is good for later
  std::vector<std::string> shown;
  std::string safeguard;
};

// `funnels:` from what is visible to what is public. Each stage holds a part of the one before.
struct Funnel {
  struct Stage {
    Located<std::string> id;
    std::string label;
    std::string note;
    std::optional<Located<std::int64_t>> count;
  };
  RecordHead head;
  std::string title;
  std::string note;
  std::string unit;  // of the counts; may be empty
  std::vector<Stage> stages;
};

// `roles:` work that keeps its value beside generative AI, and where it leads.
struct WorkRole {
  RecordHead head;
  std::string name;
  std::string summary;
  std::vector<std::string> deliverables;
  std::vector<Located<std::string>> models;  // exit models near to it
  std::vector<Located<std::string>> paths;
};

// `proposals:` a change that somebody proposes.
struct Proposal {
  RecordHead head;
  std::string title;
  std::string problem;
  std::string idea;
  std::vector<std::string> ways;  // how it can be done
  std::string effect;
  std::string safeguard;
  std::vector<MboExample> examples;
};

}  // namespace shirube::model
