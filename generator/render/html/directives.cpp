#include "render/html/directives.h"

#include <type_traits>
#include <vector>

#include "render/html/href.h"
#include "render/html/view_place.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

const model::Phase& find_phase(const model::Plan& plan, const std::string& id) {
  for (const model::Phase& phase : plan.phases) {
    if (phase.id.value == id) return phase;
  }
  return plan.phases.front();
}

}  // namespace

PageLink Directives::page_link(model::PageId page, std::string_view fragment) const {
  const model::Page& target = site_.site().page(page);
  return {addresses_.page(page, fragment), tree_.title(page), target.parsed.front_matter.description};
}

std::string Directives::html(const model::Directive& directive) {
  const model::Site& site = site_.site();
  const model::Records& records = site.records;
  const ViewContext context{words_, addresses_.id("view-" + std::to_string(++shown_)),
                            model::parse_day(site.config.plan_start),
                            [this](const std::string& path) { return addresses_.file(path); }};
  const auto see = [&](const std::string& path) -> std::optional<PageLink> {
    const std::size_t hash = path.find('#');
    const auto page = tree_.find(path.substr(path.starts_with('/') ? 1 : 0, hash));
    if (!page) return std::nullopt;
    return page_link(*page, hash == std::string::npos ? std::string() : path.substr(hash + 1));
  };
  return std::visit(
      [&](const auto& view) -> std::string {
        using View = std::decay_t<decltype(view)>;
        if constexpr (std::is_same_v<View, model::ObjectiveTreeView>) {
          return objective_tree(view, records, context);
        } else if constexpr (std::is_same_v<View, model::ObjectiveTableView>) {
          return objective_table(view, records, context);
        } else if constexpr (std::is_same_v<View, model::IndicatorTableView>) {
          return indicator_table(view, records, context);
        } else if constexpr (std::is_same_v<View, model::PhaseTableView>) {
          return phase_table(view, records.plans[site_.plan(view.plan.value)], context);
        } else if constexpr (std::is_same_v<View, model::PhaseView>) {
          return phase_detail(find_phase(records.plans[site_.plan(view.plan.value)], view.phase.value), context);
        } else if constexpr (std::is_same_v<View, model::ChecklistView>) {
          return checklist(records.checklists[site_.checklist(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::FormView>) {
          return form(records.forms[site_.form(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::FiguresView>) {
          return figures(
              view, records, [this](std::size_t index) { return site_.figure_value(index); }, context);
        } else if constexpr (std::is_same_v<View, model::RiskTableView>) {
          return risk_table(view, records, context);
        } else if constexpr (std::is_same_v<View, model::DownloadsView>) {
          return downloads(
              view, site.workbooks, [this](const std::string& path) { return addresses_.file(path); }, context);
        } else if constexpr (std::is_same_v<View, model::WorkbookView>) {
          return workbook(site.workbooks[site_.workbook(view.id.value)], tree_.preview(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::GlossaryView>) {
          return glossary(records.terms, see, context);
        } else if constexpr (std::is_same_v<View, model::ChildrenView>) {
          std::vector<PageLink> links;
          for (const model::PageId child : site.page(page_).children) {
            links.push_back(page_link(child, {}));
          }
          return children(links, context);
        } else if constexpr (std::is_same_v<View, model::PilotView>) {
          return pilot(records.pilots[site_.pilot(view.id.value)], records, context);
        } else if constexpr (std::is_same_v<View, model::MeasurementView>) {
          const std::size_t index = site_.pilot(view.id.value);
          return measurement(view, records.pilots[index], site_.pilot_result(index), records, context);
        } else if constexpr (std::is_same_v<View, model::GateView>) {
          const model::Gate& shown = records.gates[site_.gate(view.id.value)];
          const std::size_t index = site_.pilot(view.pilot ? view.pilot->value : shown.pilot.value);
          return gate(shown, records.pilots[index], model::evaluate_gate(shown, site_.pilot_result(index), records),
                      records, context);
        } else if constexpr (std::is_same_v<View, model::LogicChainView>) {
          return logic_chain(records.chains[site_.chain(view.id.value)], records, see, context);
        } else if constexpr (std::is_same_v<View, model::BridgeView>) {
          return bridge(records.bridges[site_.bridge(view.id.value)], records, context);
        } else if constexpr (std::is_same_v<View, model::KpiTreeView>) {
          return kpi_tree(records.kpi_trees[site_.kpi_tree(view.id.value)], records, context);
        } else if constexpr (std::is_same_v<View, model::CalculationView>) {
          const std::size_t index = site_.calculation(view.id.value);
          const auto result_of = [&](std::optional<std::size_t> scenario) -> const model::CalculationResult& {
            return site_.calculation_result(index, scenario);
          };
          return calculation(view, records.calculations[index], result_of, context);
        } else if constexpr (std::is_same_v<View, model::CalculationChartView>) {
          return calculation_chart(view, records.calculations[site_.calculation(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::ExitModelsView>) {
          return exit_models(view, records, context);
        } else if constexpr (std::is_same_v<View, model::CareerPathsView>) {
          return career_paths(
              records,
              [this](const std::string& path) -> std::optional<PageLink> {
                const auto place = find_view(site_.site(), [&](const model::ParsedPage&, const model::View& shown) {
                  return shows_path(shown, path);
                });
                return place ? std::optional(page_link(place->page, {})) : std::nullopt;
              },
              context);
        } else if constexpr (std::is_same_v<View, model::CareerPathView>) {
          return career_path(records.career_paths[site_.career_path(view.id.value)], records, context);
        } else if constexpr (std::is_same_v<View, model::CrosswalkView>) {
          return crosswalk(records, context);
        } else if constexpr (std::is_same_v<View, model::AssetsView>) {
          return assets(view, records, context);
        } else if constexpr (std::is_same_v<View, model::FunnelView>) {
          return funnel(records.funnels[site_.funnel(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::RolesView>) {
          return roles(records, context);
        } else if constexpr (std::is_same_v<View, model::ProposalsView>) {
          return proposals(view, records, context);
        } else if constexpr (std::is_same_v<View, model::CycleView>) {
          return cycle(records.cycles[site_.cycle(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::ReviewsView>) {
          return reviews(records.reviews, context);
        } else if constexpr (std::is_same_v<View, model::InterviewView>) {
          return interview(records.interviews[site_.interview(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::BusinessFormsView>) {
          return business_forms(records.business_forms, context);
        } else if constexpr (std::is_same_v<View, model::ContrastView>) {
          return contrast(records.contrasts[site_.contrast(view.id.value)], context);
        } else if constexpr (std::is_same_v<View, model::LeftOutView>) {
          return {};
        } else {
          static_assert(std::is_same_v<View, model::CardsView>);
          const std::vector<model::Resolution>& targets = site_.card_links(page_);
          std::vector<std::string> hrefs;
          for (std::size_t i = 0; i < view.cards.size() && cards_ < targets.size(); ++i) {
            hrefs.push_back(addresses_.href(targets[cards_++]));
          }
          return cards(view, hrefs, context);
        }
      },
      directive.view);
}

}  // namespace shirube::render::html
