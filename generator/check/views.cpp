#include <algorithm>

#include "check/rules.h"
#include "check/walk.h"
#include "diagnostic/suggestion.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;

void report_unknown(const source::Located<std::string>& id, const char* family, const IdIndex& known, Sink& sink) {
  sink.report(Kind::unknown_record, id.range, {id.value, family}).suggest(diagnostic::near_miss(id.value, ids(known)));
}

namespace {

struct ViewRule {
  const model::Site& site;
  const Index& index;
  Sink& sink;

  void need(const source::Located<std::string>& id, const char* family, const IdIndex& known) const {
    if (!known.contains(id.value)) report_unknown(id, family, known, sink);
  }

  void operator()(const model::ObjectiveTreeView& view) const {
    if (view.root) need(*view.root, "objectives", index.objectives);
  }
  void operator()(const model::ObjectiveTableView& view) const {
    if (view.parent) need(*view.parent, "objectives", index.objectives);
  }
  void operator()(const model::IndicatorTableView& view) const {
    for (const auto& id : view.ids) need(id, "indicators", index.indicators);
  }
  void operator()(const model::PhaseTableView& view) const { need(view.plan, "plan", index.plans); }
  void operator()(const model::PhaseView& view) const {
    need(view.plan, "plan", index.plans);
    const auto plan = index.plans.find(view.plan.value);
    if (plan == index.plans.end()) return;
    IdIndex phases;
    const auto& all = site.records.plans[plan->second].phases;
    for (std::size_t i = 0; i < all.size(); ++i) phases.emplace(all[i].id.value, i);
    need(view.phase, "phases", phases);
  }
  void operator()(const model::ChecklistView& view) const { need(view.id, "checklists", index.checklists); }
  void operator()(const model::FormView& view) const { need(view.id, "forms", index.forms); }
  void operator()(const model::FiguresView& view) const {
    for (const auto& id : view.ids) need(id, "figures", index.figures);
  }
  void operator()(const model::RiskTableView& view) const { need(view.plan, "plan", index.plans); }
  void operator()(const model::DownloadsView& view) const {
    for (const auto& id : view.ids) need(id, "workbooks", index.workbooks);
  }
  void operator()(const model::WorkbookView& view) const { need(view.id, "workbooks", index.workbooks); }
  void operator()(const model::GlossaryView&) const {}
  void operator()(const model::ChildrenView&) const {}
  void operator()(const model::PilotView& view) const { need(view.id, "pilots", index.pilots); }
  void operator()(const model::MeasurementView& view) const {
    need(view.id, "pilots", index.pilots);
    for (const auto& id : view.indicators) need(id, "indicators", index.indicators);
  }
  void operator()(const model::GateView& view) const {
    need(view.id, "gates", index.gates);
    if (view.pilot) need(*view.pilot, "pilots", index.pilots);
  }
  void operator()(const model::LogicChainView& view) const { need(view.id, "chains", index.chains); }
  void operator()(const model::BridgeView& view) const { need(view.id, "bridges", index.bridges); }
  void operator()(const model::KpiTreeView& view) const { need(view.id, "kpi_trees", index.kpi_trees); }
  void operator()(const model::CalculationView& view) const { need(view.id, "calculations", index.calculations); }
  void operator()(const model::CalculationChartView& view) const {
    using Chart = model::CalculationChartView::Chart;
    need(view.id, "calculations", index.calculations);
    const auto found = index.calculations.find(view.id.value);
    if (found == index.calculations.end()) return;
    const model::Calculation& calculation = site.records.calculations[found->second];
    const auto missing = [&](bool there, const char* key) {
      if (!there) sink.report(Kind::calculation_no_chart, view.chart.range, {view.id.value, key});
    };
    switch (view.chart.value) {
      case Chart::break_even:
        return missing(calculation.break_even.has_value() && !calculation.scenarios.empty(), "break_even");
      case Chart::tornado:
        return missing(calculation.tornado.has_value(), "tornado");
      case Chart::grid:
        return missing(calculation.grid.has_value(), "grid");
      case Chart::series:
        return missing(calculation.series.has_value(), "series");
    }
  }
  void operator()(const model::ExitModelsView& view) const {
    for (const auto& id : view.ids) need(id, "exit_models", index.exit_models);
  }
  void operator()(const model::CareerPathsView&) const {}
  void operator()(const model::CareerPathView& view) const { need(view.id, "career_paths", index.career_paths); }
  void operator()(const model::CrosswalkView&) const {}
  void operator()(const model::AssetsView& view) const {
    for (const auto& id : view.ids) need(id, "assets", index.career_assets);
  }
  void operator()(const model::FunnelView& view) const { need(view.id, "funnels", index.funnels); }
  void operator()(const model::RolesView&) const {}
  void operator()(const model::ProposalsView& view) const {
    for (const auto& id : view.ids) need(id, "proposals", index.proposals);
  }
  void operator()(const model::CardsView&) const {}  // its links are resolved with the other references
};

}  // namespace

void check_views(const model::Site& site, const Index& index, Sink& sink) {
  for (const model::Page& page : site.pages) {
    for_each_directive(page.parsed.document, [&](const model::Directive& directive) {
      std::visit(ViewRule{site, index, sink}, directive.view);
    });
  }
}

}  // namespace shirube::check
