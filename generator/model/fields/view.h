// The options of directives.
#pragma once

#include <array>

#include "model/fields/strategy.h"
#include "model/view.h"

namespace shirube::model {

inline constexpr std::int64_t deepest_tree = 9;

template <>
struct FieldsOf<ObjectiveTreeView> {
  static constexpr auto all = std::tuple{
      field("root", &ObjectiveTreeView::root, {.spelling = Spelling::id, .family = "objectives", .text = {"いちばん上の目標。書かなければ、上位の目標が無いもの全部", "the objective at the top; all that have none above if left out"}, .example = "company-growth"}),
      field("depth", &ObjectiveTreeView::depth, {.least = 1, .most = deepest_tree, .text = {"何段まで示すか。書かなければ9段", "how many levels are shown; 9 if left out"}, .example = "3"}),
  };
};
template <>
struct FieldsOf<ObjectiveTableView> {
  static constexpr auto all = std::tuple{
      field("level", &ObjectiveTableView::level, {.text = {"この段の目標だけ。書かなければ全部の段", "objectives of this level alone; of all levels if left out"}, .example = "company"}),
      field("parent", &ObjectiveTableView::parent, {.spelling = Spelling::id, .family = "objectives", .text = {"この目標のすぐ下だけ", "objectives right below this one alone"}, .example = "company-growth"}),
  };
};
template <>
struct FieldsOf<IndicatorTableView> {
  static constexpr auto all = std::tuple{
      field("layer", &IndicatorTableView::layer, {.text = {"この層の指標だけ。書かなければ全部の層", "indicators of this layer alone; of all layers if left out"}, .example = "behaviour"}),
      field("ids", &IndicatorTableView::ids, {.spelling = Spelling::id, .family = "indicators", .text = {"示す指標。書かなければ全部", "the indicators that are shown; all if left out"}, .example = "[reuse]"}),
  };
};

template <>
struct FieldsOf<PhaseTableView> {
  static constexpr auto all = std::tuple{
      field("plan", &PhaseTableView::plan, {.need = Need::essential, .spelling = Spelling::id, .family = "plan", .text = {"計画", "the plan"}, .example = "first-month"}),
      field("gantt", &PhaseTableView::gantt, {.text = {"false なら、日程の図を描かない", "`false`: without a drawing of its days"}, .example = "false"}),
  };
};
template <>
struct FieldsOf<PhaseView> {
  static constexpr auto all = std::tuple{
      field("plan", &PhaseView::plan, {.need = Need::essential, .spelling = Spelling::id, .family = "plan", .text = {"計画", "the plan"}, .example = "first-month"}),
      field("phase", &PhaseView::phase, {.need = Need::essential, .spelling = Spelling::id, .text = {"計画の中のフェーズの名前", "the id of one of its phases"}, .example = "a"}),
  };
};
template <>
struct FieldsOf<ChecklistView> {
  static constexpr auto all = std::tuple{
      field("id", &ChecklistView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "checklists", .text = {"点検表", "the checklist"}, .example = "handover"}),
  };
};
template <>
struct FieldsOf<FormView> {
  static constexpr auto all = std::tuple{
      field("id", &FormView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "forms", .text = {"様式", "the form"}, .example = "application"}),
  };
};
template <>
struct FieldsOf<FiguresView> {
  static constexpr auto all = std::tuple{
      field("ids", &FiguresView::ids, {.need = Need::essential, .spelling = Spelling::id, .family = "figures", .text = {"示す数字", "the figures that are shown"}, .example = "[sales]"}),
  };
};
template <>
struct FieldsOf<RiskTableView> {
  static constexpr auto all = std::tuple{
      field("plan", &RiskTableView::plan, {.need = Need::essential, .spelling = Spelling::id, .family = "plan", .text = {"計画", "the plan"}, .example = "first-month"}),
      field("grid", &RiskTableView::grid, {.text = {"false なら、起こりやすさと影響の図を描かない", "`false`: without a drawing of probability and impact"}, .example = "false"}),
  };
};

template <>
struct FieldsOf<DownloadsView> {
  static constexpr auto all = std::tuple{
      field("ids", &DownloadsView::ids, {.spelling = Spelling::id, .family = "workbooks", .text = {"並べるワークブック。書かなければ全部", "the workbooks that are listed; all if left out"}, .example = "[mbo-sheet]"}),
  };
};
template <>
struct FieldsOf<WorkbookView> {
  static constexpr auto all = std::tuple{
      field("id", &WorkbookView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "workbooks", .text = {"ワークブック", "the workbook"}, .example = "mbo-sheet"}),
  };
};
template <>
struct FieldsOf<GlossaryView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<ChildrenView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<CardsView::Card> {
  static constexpr auto all = std::tuple{
      field("title", &CardsView::Card::title, {.need = Need::essential, .text = {"題", "its title"}, .example = "はじめに"}),
      field("text", &CardsView::Card::text, {.text = {"一文の説明", "one sentence about it"}, .example = "ここから読む"}),
      field("link", &CardsView::Card::link, {.need = Need::essential, .spelling = Spelling::word, .text = {"行き先。Markdown のリンクと同じ書き方", "where it leads, written as in a Markdown link"}, .example = "index.md"}),
  };
};
template <>
struct FieldsOf<CardsView> {
  static constexpr std::string_view hook = "at least one card";
  static constexpr auto all = std::tuple{
      field("cards", &CardsView::cards, {.need = Need::essential, .text = {"カード", "the cards"}, .example = "[{title: はじめに, text: ここから読む, link: index.md}]"}),
  };
};

template <>
struct FieldsOf<PilotView> {
  static constexpr auto all = std::tuple{
      field("id", &PilotView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "pilots", .text = {"試行", "the pilot"}, .example = "first-pilot"}),
  };
};
template <>
struct FieldsOf<MeasurementView> {
  static constexpr auto all = std::tuple{
      field("id", &MeasurementView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "pilots", .text = {"試行", "the pilot"}, .example = "first-pilot"}),
      field("indicators", &MeasurementView::indicators, {.spelling = Spelling::id, .family = "indicators", .text = {"示す指標。書かなければ全部", "the indicators that are shown; all if left out"}, .example = "[reuse]"}),
      field("charts", &MeasurementView::charts, {.text = {"false なら、図を描かない", "`false`: without charts"}, .example = "false"}),
  };
};
template <>
struct FieldsOf<GateView> {
  static constexpr auto all = std::tuple{
      field("id", &GateView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "gates", .text = {"判定", "the gate"}, .example = "first-gate"}),
      field("pilot", &GateView::pilot, {.spelling = Spelling::id, .family = "pilots", .text = {"この試行の結果で判定する。書かなければ、判定に書いてある試行", "the pilot whose results are judged; the gate's own if left out"}, .example = "first-pilot"}),
  };
};
template <>
struct FieldsOf<LogicChainView> {
  static constexpr auto all = std::tuple{
      field("id", &LogicChainView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "chains", .text = {"筋道", "the chain"}, .example = "writing-saves-time"}),
  };
};
template <>
struct FieldsOf<BridgeView> {
  static constexpr auto all = std::tuple{
      field("id", &BridgeView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "bridges", .text = {"橋渡し", "the bridge"}, .example = "values"}),
  };
};
template <>
struct FieldsOf<KpiTreeView> {
  static constexpr auto all = std::tuple{
      field("id", &KpiTreeView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "kpi_trees", .text = {"指標の木", "the tree of indicators"}, .example = "tree"}),
  };
};

template <>
struct ChoicesOf<CalculationView::Part> {
  static constexpr auto all = std::to_array<Choice<CalculationView::Part>>({
      {"inputs", CalculationView::Part::inputs, {"前提の入力", "the inputs to try out"}},
      {"results", CalculationView::Part::results, {"結果", "the results"}},
      {"scenarios", CalculationView::Part::scenarios, {"場合の比較", "the scenarios side by side"}},
      {"formulas", CalculationView::Part::formulas, {"計算式", "the formulas"}},
      {"checks", CalculationView::Part::checks, {"確認", "the checks"}},
  });
};
template <>
struct FieldsOf<CalculationView> {
  static constexpr std::string_view hook = "its parts in their order, all of them if none is named";
  static constexpr auto all = std::tuple{
      field("id", &CalculationView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "calculations", .text = {"試算", "the calculation"}, .example = "hours"}),
      field("parts", &CalculationView::parts, {.text = {"示す部分。書かなければ全部", "the parts that are shown; all if left out"}, .example = "[inputs, results]"}),
  };
};
template <>
struct ChoicesOf<CalculationChartView::Chart> {
  static constexpr auto all = std::to_array<Choice<CalculationChartView::Chart>>({
      {"break-even", CalculationChartView::Chart::break_even, {"前提を動かしたとき、結果がどこで届くか（break_even）", "where one input makes the result reach what is needed (`break_even`)"}},
      {"tornado", CalculationChartView::Chart::tornado, {"どの前提が結果を大きく動かすか（tornado）", "which input moves the result most (`tornado`)"}},
      {"grid", CalculationChartView::Chart::grid, {"前提を二つ動かした表（grid）", "two inputs changed together (`grid`)"}},
      {"series", CalculationChartView::Chart::series, {"動く数についての推移（series）", "the columns over a running number (`series`)"}},
  });
};
template <>
struct FieldsOf<CalculationChartView> {
  static constexpr auto all = std::tuple{
      field("id", &CalculationChartView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "calculations", .text = {"試算", "the calculation"}, .example = "hours"}),
      field("chart", &CalculationChartView::chart, {.need = Need::essential, .text = {"図。試算に、その図の欄があること", "the chart; the calculation has the field that it draws"}, .example = "series"}),
  };
};

template <>
struct FieldsOf<ExitModelsView> {
  static constexpr auto all = std::tuple{
      field("ids", &ExitModelsView::ids, {.spelling = Spelling::id, .family = "exit_models", .text = {"示す出口。書かなければ全部", "the exit models that are shown; all if left out"}, .example = "[advisor]"}),
  };
};
template <>
struct FieldsOf<CareerPathsView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<CareerPathView> {
  static constexpr auto all = std::tuple{
      field("id", &CareerPathView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "career_paths", .text = {"道", "the path"}, .example = "engineer"}),
  };
};
template <>
struct FieldsOf<CrosswalkView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<AssetsView> {
  static constexpr auto all = std::tuple{
      field("ids", &AssetsView::ids, {.spelling = Spelling::id, .family = "assets", .text = {"示すもの。書かなければ全部", "what is shown; all if left out"}, .example = "[template]"}),
  };
};
template <>
struct FieldsOf<FunnelView> {
  static constexpr auto all = std::tuple{
      field("id", &FunnelView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "funnels", .text = {"段階ごとの数", "the funnel"}, .example = "writing"}),
  };
};
template <>
struct FieldsOf<RolesView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<ProposalsView> {
  static constexpr auto all = std::tuple{
      field("ids", &ProposalsView::ids, {.spelling = Spelling::id, .family = "proposals", .text = {"示す提案。書かなければ全部", "the proposals that are shown; all if left out"}, .example = "[review]"}),
  };
};

template <>
struct FieldsOf<CycleView> {
  static constexpr auto all = std::tuple{
      field("id", &CycleView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "cycles", .text = {"流れ", "the cycle"}, .example = "improvement"}),
  };
};
template <>
struct FieldsOf<ReviewsView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<InterviewView> {
  static constexpr auto all = std::tuple{
      field("id", &InterviewView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "interviews", .text = {"面談", "the talk"}, .example = "year-end"}),
  };
};
template <>
struct FieldsOf<BusinessFormsView> {
  static constexpr auto all = std::tuple{};
};
template <>
struct FieldsOf<ContrastView> {
  static constexpr auto all = std::tuple{
      field("id", &ContrastView::id, {.need = Need::essential, .spelling = Spelling::id, .family = "contrasts", .text = {"対比", "the contrast"}, .example = "telling"}),
  };
};

}  // namespace shirube::model
