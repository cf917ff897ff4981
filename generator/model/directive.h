// The directives of pages: the one list of them. What needs all of them goes through for_each_known_directive.
#pragma once

#include <string_view>
#include <tuple>
#include <variant>

#include "model/bilingual.h"
#include "model/view.h"

namespace shirube::model {

template <class OneView>
struct KnownDirective {
  using View = OneView;
  std::string_view name;  // between the braces
  Bilingual text;         // what it shows
};

inline constexpr auto known_directives = std::tuple{
    KnownDirective<ObjectiveTreeView>{"objective-tree", {"目標の木。会社から個人まで", "the cascade of objectives as a tree"}},
    KnownDirective<ObjectiveTableView>{"objective-table", {"目標の表。分類・目標・測り方・責任者", "objectives as a table: category, objective, measures, owner"}},
    KnownDirective<IndicatorTableView>{"indicator-table", {"指標の表。層ごと", "indicators as tables, one a layer"}},
    KnownDirective<PhaseTableView>{"phase-table", {"計画のフェーズの表と、日程の図", "the phases of a plan as a table, with a drawing of its days"}},
    KnownDirective<PhaseView>{"phase", {"一つのフェーズ。目的・残すもの・すること・測るもの・伝えること", "one phase: purposes, deliverables, tasks, indicators, communication"}},
    KnownDirective<ChecklistView>{"checklist", {"点検表。つけた印はブラウザーが覚える", "boxes to tick, which the browser remembers"}},
    KnownDirective<FormView>{"form", {"紙の様式。写して使う、または一枚に印刷する", "a form as text to copy, and to print on one sheet"}},
    KnownDirective<FiguresView>{"figures", {"戦略の数字のカード", "figures of the strategy as cards"}},
    KnownDirective<RiskTableView>{"risk-table", {"計画のリスクの表と、起こりやすさと影響の図", "the risks of a plan, with a drawing of probability and impact"}},
    KnownDirective<DownloadsView>{"downloads", {"ワークブックのダウンロードの一覧", "workbooks to download"}},
    KnownDirective<GlossaryView>{"glossary", {"用語集。読みの順。サイトに一つ", "all terms in the order of their readings; once in a site"}},
    KnownDirective<ChildrenView>{"children", {"このページの下のページと、その説明", "the pages below this one, with their descriptions"}},
    KnownDirective<CardsView>{"cards", {"入り口のカード。題・一文・ページへのリンク", "entrances: each a title, a sentence and a link to a page"}},
    KnownDirective<PilotView>{"pilot", {"試行の測り方。人・週・指標・設問", "how a pilot is measured: people, weeks, indicators, questions"}},
    KnownDirective<MeasurementView>{"measurement", {"測った結果。一人ひとりの値は見せない", "what was measured, never the values of one person"}},
    KnownDirective<GateView>{"gate", {"条件と、その結果と、判定", "criteria, what became of them, and the verdict"}},
    KnownDirective<LogicChainView>{"logic-chain", {"考えから成果までの筋道。矢印ごとの確からしさ", "from an idea to the result, each arrow with its certainty"}},
    KnownDirective<BridgeView>{"bridge", {"価値観から売上への橋渡し", "from values to sales, row by row"}},
    KnownDirective<KpiTreeView>{"kpi-tree", {"指標の木。層ごと", "indicators in their layers"}},
    KnownDirective<CalculationView>{"calculation", {"試算。前提を変えて試せる", "a calculation to try out"}},
    KnownDirective<CalculationChartView>{"calculation-chart", {"試算の図", "a chart of a calculation"}},
    KnownDirective<ExitModelsView>{"exit-models", {"出口モデルのカード", "exit models as cards"}},
    KnownDirective<CareerPathsView>{"career-paths", {"キャリアの道と段の一覧", "all career paths and their levels"}},
    KnownDirective<CareerPathView>{"career-path", {"一つの道。段・決めてよいこと・支え・示せるもの・目標の例・ほかの道", "one path: levels, authority, support, evidence, goals, other paths"}},
    KnownDirective<CrosswalkView>{"crosswalk", {"道と出口の対応表", "which path leads to which exit model"}},
    KnownDirective<AssetsView>{"assets", {"道の途中でたまるもの", "what accumulates along a path"}},
    KnownDirective<FunnelView>{"funnel", {"段階ごとに減っていく数", "stages, each a part of the one before"}},
    KnownDirective<RolesView>{"roles", {"役割と、つながる道", "roles and the paths that they lead to"}},
    KnownDirective<ProposalsView>{"proposals", {"提案と、目標の例", "proposals with their goals"}},
    KnownDirective<CycleView>{"cycle", {"まわり続ける流れ", "steps that begin again after the last"}},
    KnownDirective<ReviewsView>{"reviews", {"一年の見直し", "the reviews of a year"}},
    KnownDirective<InterviewView>{"interview", {"面談の時間の使い方", "how the minutes of a talk are used"}},
    KnownDirective<BusinessFormsView>{"business-forms", {"事業の形と、その先", "forms of business, and what they grow from"}},
    KnownDirective<ContrastView>{"contrast", {"これまでとこれから", "what it was and what it becomes"}},
    KnownDirective<WorkbookView>{"workbook", {"一つのワークブック。説明・各シートの絵・欄・ダウンロード", "one workbook: what it is for, a picture of each sheet, its fields, the download"}},
};
// All views but LeftOutView, which nobody writes.
static_assert(std::tuple_size_v<decltype(known_directives)> + 1 == std::variant_size_v<View>);

// `visit(directive)` for each KnownDirective above, in this order.
template <class Visit>
constexpr void for_each_known_directive(const Visit& visit) {
  std::apply([&](const auto&... directive) { (visit(directive), ...); }, known_directives);
}

}  // namespace shirube::model
