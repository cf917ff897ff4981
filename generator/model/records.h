// What the YAML below content/ says, as typed records. Immutable after parse; references are ids with their place, and
// check/ proves that each is found.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "expression/ast.h"
#include "model/calculation.h"
#include "model/career.h"
#include "model/gate.h"
#include "model/guide.h"
#include "model/indicator.h"
#include "model/logic.h"
#include "model/mbo_example.h"
#include "model/pilot.h"
#include "model/record.h"
#include "model/unit.h"
#include "model/wording.h"

namespace shirube::model {

// `figures:` a number of the strategy: given, or computed from other figures by their ids (`.` and `-` written `_`).
struct Figure {
  RecordHead head;
  std::string label;
  Unit unit;
  SourceRange unit_range;  // nowhere if none is written
  int decimals = -1;  // as written, else as many as the value was typed with; -1: check::run settles a computed one
  std::optional<Located<double>> value;           // in its unit
  std::optional<expression::Expression> formula;  // calculates percents as ratios
  std::string note;
};

// `for:` whom something is meant for. Each part that is empty lets everybody in; of the others each has to fit.
struct Addressees {
  std::vector<std::string> organisations;  // with all that is below
  std::vector<std::string> jobs;
  std::vector<std::string> grades;
};

enum class ObjectiveLevel { company, organisation, section, individual };
struct Measure {
  std::string text;                               // what is measured, in words
  std::optional<Located<std::string>> indicator;  // or by the dictionary
  std::optional<Quantity> target;
  std::string deadline;
  SourceRange range;
};
// `objectives:` a node of the cascade.
struct Objective {
  RecordHead head;
  std::string title;
  ObjectiveLevel level = ObjectiveLevel::company;  // what requires least: no echo in check/
  std::string category;  // one of Records::categories, or empty above the section level
  std::string owner;     // a role, never a person's name
  std::optional<Located<std::string>> parent;
  Addressees addressees;                      // also of everything below
  std::vector<Located<std::string>> figures;  // figures that this objective is about
  std::vector<Measure> measures;
  std::string clearance;    // who agrees before something leaves the company; may be empty
  std::optional<AiUse> ai;  // how generative AI is used for it
  std::string note;
};

struct PlanItem {
  Located<std::string> id;
  std::string title;
  std::string note;
};
struct PlanTask {
  Located<std::string> id;
  std::string title;
  std::optional<Located<std::int64_t>> week;  // of the plan, 1-based
};
struct PlanIndicator {
  Located<std::string> id;
  std::string label;
  std::string target;  // in words, placeholders as <name>
};
struct Phase {
  Located<std::string> id;
  std::string title;
  Located<std::int64_t> first_day;
  Located<std::int64_t> last_day;
  std::vector<std::string> purposes;
  std::vector<PlanItem> deliverables;
  std::vector<PlanTask> tasks;
  std::vector<PlanIndicator> indicators;
  std::vector<std::string> communication;
  SourceRange range;
};
// `plan:` days are counted from 1 to `days`; phases follow each other without gap or overlap.
struct Plan {
  RecordHead head;
  std::string title;
  Located<std::int64_t> days;
  std::vector<std::string> scope;
  std::vector<Phase> phases;
};

// `checklists:`
struct Checklist {
  RecordHead head;
  std::string title;
  std::string note;
  std::vector<PlanItem> items;
};

// `forms:` a sheet of paper as data.
struct Form {
  struct Field {
    Located<std::string> id;
    std::string label;
    std::string hint;
    std::int64_t lines = 1;  // how many lines there are to fill in
    std::string fixed;       // text that is there already; such a field is not filled in
  };
  RecordHead head;
  std::string title;
  std::string note;
  std::vector<Field> fields;
};

// `risks:` probability and impact are 1 to 5, or not yet assessed.
struct Risk {
  RecordHead head;
  Located<std::string> plan;
  std::string title;
  std::string sign;  // by what it is noticed
  std::string response;
  std::string owner;
  std::optional<Located<std::int64_t>> probability;
  std::optional<Located<std::int64_t>> impact;
};

// `terms:` the glossary.
struct Term {
  RecordHead head;
  Located<std::string> name;
  std::string reading;  // hiragana
  std::string definition;
  std::vector<Located<std::string>> aliases;
  std::vector<Located<std::string>> avoid;
  std::optional<Located<std::string>> see;  // a page, as in a Markdown link from the content folder
};

// Its constructors and destructor are in records.cpp: some forty kinds of record need not be compiled into every file
// that holds a site.
struct Records {
  Records();
  Records(Records&& other) noexcept;
  Records& operator=(Records&& other) noexcept;
  ~Records();

  std::vector<Located<std::string>> categories;  // `categories:` of objectives, in order
  std::vector<Figure> figures;
  std::vector<Objective> objectives;
  std::vector<Indicator> indicators;
  std::vector<Plan> plans;
  std::string plan_start;  // the first day of plans, YYYY-MM-DD, as site.yaml says; empty: not decided
  std::vector<Checklist> checklists;
  std::vector<Form> forms;
  std::vector<Risk> risks;
  std::vector<Term> terms;
  std::vector<Pilot> pilots;
  std::vector<Story> stories;
  std::vector<Gate> gates;
  std::vector<Chain> chains;
  std::vector<Bridge> bridges;
  std::vector<KpiTree> kpi_trees;
  std::vector<Calculation> calculations;
  std::vector<ExitModel> exit_models;
  std::vector<CareerPath> career_paths;
  std::vector<CrosswalkRow> crosswalk;
  std::vector<Asset> assets;
  std::vector<Funnel> funnels;
  std::vector<WorkRole> roles;
  std::vector<Proposal> proposals;
  std::vector<Cycle> cycles;
  std::vector<Review> reviews;
  std::vector<Interview> interviews;
  std::vector<BusinessForm> business_forms;
  std::vector<Contrast> contrasts;
  std::vector<WordingRule> wording;
  std::vector<CoverageEntry> coverage;
  std::vector<Approval> approvals;
  // Every record of every family as family/id, with its whole text.
  std::map<std::string, SourceRange> names;
  std::vector<std::string> guarded;  // those that are published with an approval only
};

}  // namespace shirube::model
