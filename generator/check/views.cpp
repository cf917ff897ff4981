#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "check/rules.h"
#include "check/walk.h"
#include "diagnostic/suggestion.h"
#include "model/family.h"
#include "model/view_names.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;

void report_unknown(const source::Located<std::string>& id, const std::string& family, const IdIndex& known, Sink& sink) {
  sink.report(Kind::unknown_record, id.range, {id.value, family}).suggest([&] { return diagnostic::near_miss(id.value, ids(known)); });
}

namespace {

struct ViewRule {
  const model::Site& site;
  const Index& index;
  Sink& sink;

  void need(const source::Located<std::string>& id, const std::string& family, const IdIndex& known) const {
    if (!known.contains(id.value)) report_unknown(id, family, known, sink);
  }

  void operator()(const model::PhaseView& view) const {
    const auto plan = index.known<model::Plan>().find(view.plan.value);
    if (plan == index.known<model::Plan>().end()) return;
    IdIndex phases;
    const auto& all = site.records.plans[plan->second].phases;
    for (std::size_t i = 0; i < all.size(); ++i) phases.emplace(all[i].id.value, i);
    need(view.phase, "phases", phases);
  }
  void operator()(const model::CalculationChartView& view) const {
    using Chart = model::CalculationChartView::Chart;
    const auto found = index.known<model::Calculation>().find(view.id.value);
    if (found == index.known<model::Calculation>().end()) return;
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
  // What has nothing but names; the links of cards are resolved with the other references.
  template <model::OneOf<model::ObjectiveTreeView, model::ObjectiveTableView, model::IndicatorTableView, model::PhaseTableView,
                         model::ChecklistView, model::FormView, model::FiguresView, model::RiskTableView, model::DownloadsView,
                         model::GlossaryView, model::ChildrenView, model::CardsView, model::PilotView, model::MeasurementView,
                         model::GateView, model::LogicChainView, model::BridgeView, model::KpiTreeView, model::CalculationView,
                         model::ExitModelsView, model::CareerPathsView, model::CareerPathView, model::CrosswalkView,
                         model::AssetsView, model::FunnelView, model::RolesView, model::ProposalsView, model::CycleView,
                         model::ReviewsView, model::InterviewView, model::BusinessFormsView, model::ContrastView,
                         model::WorkbookView, model::LeftOutView>
                OnlyNames>
  void operator()(const OnlyNames&) const {}
};

}  // namespace

void check_views(const model::Site& site, const Index& index, Sink& sink) {
  for (const model::Page& page : site.pages) {
    for_each_directive(page.parsed.document, [&](const model::Directive& directive) {
      const ViewRule rule{site, index, sink};
      const auto one = [&](std::string_view family, const source::Located<std::string>& id) {
        const std::string name(family);
        rule.need(id, name, index.records.at(name));
      };
      model::for_each_name(directive.view, one, [&](std::string_view family, const auto& ids) {
        for (const auto& id : ids) one(family, id);
      });
      std::visit(rule, directive.view);
    });
  }
}

}  // namespace shirube::check
