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
          return phase_table(view, site_.record<model::Plan>(view.plan.value), context);
        } else if constexpr (std::is_same_v<View, model::PhaseView>) {
          return phase_detail(find_phase(site_.record<model::Plan>(view.plan.value), view.phase.value), context);
        } else if constexpr (std::is_same_v<View, model::ChecklistView>) {
          return checklist(site_.record<model::Checklist>(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::FormView>) {
          return form(site_.record<model::Form>(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::FiguresView>) {
          return figures(
              view, records, [this](std::size_t index) { return site_.figure_value(index); }, context);
        } else if constexpr (std::is_same_v<View, model::RiskTableView>) {
          return risk_table(view, records, context);
        } else if constexpr (std::is_same_v<View, model::DownloadsView>) {
          return downloads(
              view, site.workbooks, [this](const std::string& path) { return addresses_.file(path); }, context);
        } else if constexpr (std::is_same_v<View, model::WorkbookView>) {
          return workbook(site.workbooks[site_.position<model::WorkbookDefinition>(view.id.value)], tree_.preview(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::GlossaryView>) {
          return glossary(records.terms, see, context);
        } else if constexpr (std::is_same_v<View, model::ChildrenView>) {
          std::vector<PageLink> links;
          for (const model::PageId child : site.page(page_).children) {
            links.push_back(page_link(child, {}));
          }
          return children(links, context);
        } else if constexpr (std::is_same_v<View, model::PilotView>) {
          return pilot(site_.record<model::Pilot>(view.id.value), records, context);
        } else if constexpr (std::is_same_v<View, model::MeasurementView>) {
          const std::size_t index = site_.position<model::Pilot>(view.id.value);
          return measurement(view, records.pilots[index], site_.pilot_result(index), records, context);
        } else if constexpr (std::is_same_v<View, model::GateView>) {
          const model::Gate& shown = site_.record<model::Gate>(view.id.value);
          const std::size_t index = site_.position<model::Pilot>(view.pilot ? view.pilot->value : shown.pilot.value);
          return gate(shown, records.pilots[index], model::evaluate_gate(shown, site_.pilot_result(index), records),
                      records, context);
        } else if constexpr (std::is_same_v<View, model::LogicChainView>) {
          return logic_chain(site_.record<model::Chain>(view.id.value), records, see, context);
        } else if constexpr (std::is_same_v<View, model::BridgeView>) {
          return bridge(site_.record<model::Bridge>(view.id.value), records, context);
        } else if constexpr (std::is_same_v<View, model::KpiTreeView>) {
          return kpi_tree(site_.record<model::KpiTree>(view.id.value), records, context);
        } else if constexpr (std::is_same_v<View, model::CalculationView>) {
          const std::size_t index = site_.position<model::Calculation>(view.id.value);
          const auto result_of = [&](std::optional<std::size_t> scenario) -> const model::CalculationResult& {
            return site_.calculation_result(index, scenario);
          };
          return calculation(view, records.calculations[index], result_of, context);
        } else if constexpr (std::is_same_v<View, model::CalculationChartView>) {
          return calculation_chart(view, site_.record<model::Calculation>(view.id.value), context);
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
          return career_path(site_.record<model::CareerPath>(view.id.value), records, context);
        } else if constexpr (std::is_same_v<View, model::CrosswalkView>) {
          return crosswalk(records, context);
        } else if constexpr (std::is_same_v<View, model::AssetsView>) {
          return assets(view, records, context);
        } else if constexpr (std::is_same_v<View, model::FunnelView>) {
          return funnel(site_.record<model::Funnel>(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::RolesView>) {
          return roles(records, context);
        } else if constexpr (std::is_same_v<View, model::ProposalsView>) {
          return proposals(view, records, context);
        } else if constexpr (std::is_same_v<View, model::CycleView>) {
          return cycle(site_.record<model::Cycle>(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::ReviewsView>) {
          return reviews(records.reviews, context);
        } else if constexpr (std::is_same_v<View, model::InterviewView>) {
          return interview(site_.record<model::Interview>(view.id.value), context);
        } else if constexpr (std::is_same_v<View, model::BusinessFormsView>) {
          return business_forms(records.business_forms, context);
        } else if constexpr (std::is_same_v<View, model::ContrastView>) {
          return contrast(site_.record<model::Contrast>(view.id.value), context);
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
