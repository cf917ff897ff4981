// What a directive requests: the records to show and how. One struct per directive; the closed set makes every back end
// say what it does with each.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "source/range.h"

namespace shirube::model {

using source::Located;

enum class ObjectiveLevel;  // model/records.h
enum class Layer;           // model/indicator.h

// ```{objective-tree}``` the cascade below `root` (all roots if none is given), down to `depth` levels.
struct ObjectiveTreeView {
  std::optional<Located<std::string>> root;
  int depth = 9;
};
// ```{objective-table}``` category | objective | measures, for one level of the cascade.
struct ObjectiveTableView {
  std::optional<Located<ObjectiveLevel>> level;
  std::optional<Located<std::string>> parent;
};
// ```{indicator-table}``` all indicators, or those of one layer, or those named.
struct IndicatorTableView {
  std::optional<Located<Layer>> layer;
  std::vector<Located<std::string>> ids;
};
// ```{phase-table}``` the plan's phases as a table, with a Gantt drawing above unless `gantt: false`.
struct PhaseTableView {
  Located<std::string> plan;
  bool gantt = true;
};
// ```{phase}``` one phase: purpose, deliverables, tasks, indicators, communication.
struct PhaseView {
  Located<std::string> plan;
  Located<std::string> phase;
};
// ```{checklist}``` boxes to tick; the browser remembers them.
struct ChecklistView {
  Located<std::string> id;
};
// ```{form}``` a form as text to copy, and to print on one sheet.
struct FormView {
  Located<std::string> id;
};
// ```{figures}``` figures of the strategy as cards.
struct FiguresView {
  std::vector<Located<std::string>> ids;
};
// ```{risk-table}``` the risks of a plan.
struct RiskTableView {
  Located<std::string> plan;
  bool grid = true;  // probability × impact drawn above
};
// ```{downloads}``` the workbooks, all or those named.
struct DownloadsView {
  std::vector<Located<std::string>> ids;
};
// ```{workbook}``` one workbook: what it is for, a picture of each sheet, its fields, the download.
struct WorkbookView {
  Located<std::string> id;
};
// ```{glossary}``` all terms in the order of their readings.
struct GlossaryView {};
// ```{children}``` the pages below this one, with their descriptions.
struct ChildrenView {};
// ```{cards}``` entrances: each a title, a sentence and a link to a page.
struct CardsView {
  struct Card {
    Located<std::string> title;
    Located<std::string> text;
    Located<std::string> link;  // as in a Markdown link
  };
  std::vector<Card> cards;
};

// ```{pilot}``` how a pilot is measured: people, weeks, indicators, questions.
struct PilotView {
  Located<std::string> id;
};
// ```{measurement}``` what was measured: values of the group, and what so few people allow to say.
struct MeasurementView {
  Located<std::string> id;
  std::vector<Located<std::string>> indicators;  // empty: all
  bool charts = true;
};
// ```{gate}``` the criteria, what became of them, the verdict and how near it is to another one.
struct GateView {
  Located<std::string> id;
  std::optional<Located<std::string>> pilot;  // judged by its results instead of those of the gate's own
};
// ```{logic-chain}``` from an idea to the result, each arrow with its state.
struct LogicChainView {
  Located<std::string> id;
};
// ```{bridge}``` from values to sales, row by row.
struct BridgeView {
  Located<std::string> id;
};
// ```{kpi-tree}``` indicators in their layers.
struct KpiTreeView {
  Located<std::string> id;
};

// ```{calculation}``` a calculation to try out, or only some parts of it.
struct CalculationView {
  enum class Part { inputs, results, scenarios, formulas, checks };
  Located<std::string> id;
  std::vector<Part> parts;  // in the order of Part
};
// ```{calculation-chart}``` what a calculation says about its own sensitivity.
struct CalculationChartView {
  enum class Chart { break_even, tornado, grid, series };
  Located<std::string> id;
  Located<Chart> chart;
};

// ```{exit-models}``` exit models as cards, all or those named.
struct ExitModelsView {
  std::vector<Located<std::string>> ids;
};
// ```{career-paths}``` the paths and their levels.
struct CareerPathsView {};
// ```{career-path}``` one path: levels, authority, support, evidence, goals, other paths.
struct CareerPathView {
  Located<std::string> id;
};
// ```{crosswalk}``` which path leads to which exit model.
struct CrosswalkView {};
// ```{assets}``` what accumulates, all or those named.
struct AssetsView {
  std::vector<Located<std::string>> ids;
};
// ```{funnel}``` stages, each a part of the one before.
struct FunnelView {
  Located<std::string> id;
};
// ```{roles}``` roles and the paths that they lead to.
struct RolesView {};
// ```{proposals}``` proposals with their goals, all or those named.
struct ProposalsView {
  std::vector<Located<std::string>> ids;
};

// ```{cycle}``` steps that begin again after the last.
struct CycleView {
  Located<std::string> id;
};
// ```{reviews}``` the reviews of a year.
struct ReviewsView {};
// ```{interview}``` how the minutes of a talk are used.
struct InterviewView {
  Located<std::string> id;
};
// ```{business-forms}``` forms of business, and what they grow from.
struct BusinessFormsView {};
// ```{contrast}``` what it was and what it becomes.
struct ContrastView {
  Located<std::string> id;
};
// A directive whose record waits for approval: nothing is shown.
struct LeftOutView {};

using View = std::variant<ObjectiveTreeView, ObjectiveTableView, IndicatorTableView, PhaseTableView, PhaseView,
                          ChecklistView, FormView, FiguresView, RiskTableView, DownloadsView, GlossaryView,
                          ChildrenView, CardsView, PilotView, MeasurementView, GateView, LogicChainView, BridgeView,
                          KpiTreeView, CalculationView, CalculationChartView, ExitModelsView, CareerPathsView,
                          CareerPathView, CrosswalkView, AssetsView, FunnelView, RolesView, ProposalsView, CycleView,
                          ReviewsView, InterviewView, BusinessFormsView, ContrastView, WorkbookView, LeftOutView>;

// What a visitor says nothing of is listed, so that a new view is not passed over in silence.
template <class OneView, class... Views>
concept OneOf = (std::same_as<OneView, Views> || ...);

}  // namespace shirube::model
