// How an idea is thought to lead to money: chains of steps, the bridge from values to sales, the tree of indicators.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/ast.h"
#include "model/record.h"

namespace shirube::model {

// Nothing that is a hypothesis is ever shown as a fact.
enum class Certainty { hypothesis, verified, refuted };

struct ChainStep {
  Located<std::string> id;
  std::string label;
  std::string note;
  std::optional<Located<std::string>> indicator;  // by which it is seen
};
struct ChainStage {
  Located<std::string> id;
  std::string label;
  std::vector<ChainStep> steps;
};
struct ChainArrow {
  Located<std::string> from;  // steps
  Located<std::string> to;
  Certainty certainty = Certainty::hypothesis;
  std::vector<Located<std::string>> indicators;  // by which it can be tested
  std::optional<Located<std::string>> evidence;  // a page or an address; required unless it is a hypothesis
  std::string note;
  SourceRange range;
};
// `chains:` stages follow each other; no arrow leads back.
struct Chain {
  RecordHead head;
  std::string title;
  std::string note;
  std::vector<ChainStage> stages;
  std::vector<ChainArrow> arrows;
};

// From a value over behaviour and operation to sales. The target is the leading indicator's own.
struct BridgeRow {
  std::string value;
  Located<std::string> leading;               // an indicator of behaviour
  std::string aspect;                         // what of the value it shows: 挑戦の量
  std::vector<Located<std::string>> results;  // indicators of operation or outcome
  std::string logic;
  SourceRange range;
};
// `bridges:`
struct Bridge {
  RecordHead head;
  std::string title;
  std::string note;
  std::vector<BridgeRow> rows;
};

// One indicator is thought to move another.
struct KpiLink {
  Located<std::string> from;
  Located<std::string> to;
};
// One indicator is computed from others.
struct KpiFormula {
  Located<std::string> indicator;
  std::optional<expression::Expression> formula;  // always there; over other indicators, `-` written `_`
};
// `kpi_trees:` from the state of mind up to the outcome.
struct KpiTree {
  RecordHead head;
  std::string title;
  std::vector<KpiFormula> formulas;
  std::vector<KpiLink> links;
};

}  // namespace shirube::model
