#include "render/html/directives.h"

#include <functional>
#include <variant>
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

std::optional<PageLink> Directives::see(const std::string& path) const {
  const std::size_t hash = path.find('#');
  const auto page = tree_.find(path.substr(path.starts_with('/') ? 1 : 0, hash));
  if (!page) return std::nullopt;
  return page_link(*page, hash == std::string::npos ? std::string() : path.substr(hash + 1));
}

struct Directives::Faces {
  Directives& page;
  const ViewContext& context;

  const model::Site& site() const { return page.site_.site(); }
  const model::Records& records() const { return site().records; }
  template <class Record>
  const Record& record(const model::Located<std::string>& id) const {
    return page.site_.record<Record>(id.value);
  }
  template <class Record>
  std::size_t position(const model::Located<std::string>& id) const {
    return page.site_.position<Record>(id.value);
  }
  std::function<std::optional<PageLink>(const std::string&)> see() const {
    return [this](const std::string& path) { return page.see(path); };
  }

  std::string operator()(const model::ObjectiveTreeView& view) const { return objective_tree(view, records(), context); }
  std::string operator()(const model::ObjectiveTableView& view) const { return objective_table(view, records(), context); }
  std::string operator()(const model::IndicatorTableView& view) const { return indicator_table(view, records(), context); }
  std::string operator()(const model::PhaseTableView& view) const {
    return phase_table(view, record<model::Plan>(view.plan), context);
  }
  std::string operator()(const model::PhaseView& view) const {
    return phase_detail(find_phase(record<model::Plan>(view.plan), view.phase.value), context);
  }
  std::string operator()(const model::ChecklistView& view) const {
    return checklist(record<model::Checklist>(view.id), context);
  }
  std::string operator()(const model::FormView& view) const { return form(record<model::Form>(view.id), context); }
  std::string operator()(const model::FiguresView& view) const {
    const auto value = [this](std::size_t index) { return page.site_.figure_value(index); };
    return figures(view, records(), value, context);
  }
  std::string operator()(const model::RiskTableView& view) const { return risk_table(view, records(), context); }
  std::string operator()(const model::DownloadsView& view) const {
    const auto href = [this](const std::string& path) { return page.addresses_.file(path); };
    return downloads(view, site().workbooks, href, context);
  }
  std::string operator()(const model::WorkbookView& view) const {
    const std::size_t index = position<model::WorkbookDefinition>(view.id);
    return workbook(site().workbooks[index], page.tree_.preview(view.id.value), context);
  }
  std::string operator()(const model::GlossaryView&) const { return glossary(records().terms, see(), context); }
  std::string operator()(const model::ChildrenView&) const {
    std::vector<PageLink> links;
    for (const model::PageId child : site().page(page.page_).children) links.push_back(page.page_link(child, {}));
    return children(links, context);
  }
  std::string operator()(const model::CardsView& view) const {
    const std::vector<model::Resolution>& targets = page.site_.card_links(page.page_);
    std::vector<std::string> hrefs;
    for (std::size_t i = 0; i < view.cards.size() && page.cards_ < targets.size(); ++i) {
      hrefs.push_back(page.addresses_.href(targets[page.cards_++]));
    }
    return cards(view, hrefs, context);
  }

  std::string operator()(const model::PilotView& view) const {
    return pilot(record<model::Pilot>(view.id), records(), context);
  }
  std::string operator()(const model::MeasurementView& view) const {
    const std::size_t index = position<model::Pilot>(view.id);
    return measurement(view, records().pilots[index], page.site_.pilot_result(index), records(), context);
  }
  std::string operator()(const model::GateView& view) const {
    const model::Gate& shown = record<model::Gate>(view.id);
    const std::size_t index = position<model::Pilot>(view.pilot ? *view.pilot : shown.pilot);
    const auto result = model::evaluate_gate(shown, page.site_.pilot_result(index), records());
    return gate(shown, records().pilots[index], result, records(), context);
  }
  std::string operator()(const model::LogicChainView& view) const {
    return logic_chain(record<model::Chain>(view.id), records(), see(), context);
  }
  std::string operator()(const model::BridgeView& view) const {
    return bridge(record<model::Bridge>(view.id), records(), context);
  }
  std::string operator()(const model::KpiTreeView& view) const {
    return kpi_tree(record<model::KpiTree>(view.id), records(), context);
  }
  std::string operator()(const model::CalculationView& view) const {
    const std::size_t index = position<model::Calculation>(view.id);
    const auto result_of = [&](std::optional<std::size_t> scenario) -> const model::CalculationResult& {
      return page.site_.calculation_result(index, scenario);
    };
    return calculation(view, records().calculations[index], result_of, context);
  }
  std::string operator()(const model::CalculationChartView& view) const {
    return calculation_chart(view, record<model::Calculation>(view.id), context);
  }

  std::string operator()(const model::ExitModelsView& view) const { return exit_models(view, records(), context); }
  std::string operator()(const model::CareerPathsView&) const {
    const auto page_of = [this](const std::string& path) -> std::optional<PageLink> {
      const auto shows = [&](const model::ParsedPage&, const model::View& shown) { return shows_path(shown, path); };
      const auto place = find_view(site(), shows);
      return place ? std::optional(page.page_link(place->page, {})) : std::nullopt;
    };
    return career_paths(records(), page_of, context);
  }
  std::string operator()(const model::CareerPathView& view) const {
    return career_path(record<model::CareerPath>(view.id), records(), context);
  }
  std::string operator()(const model::CrosswalkView&) const { return crosswalk(records(), context); }
  std::string operator()(const model::AssetsView& view) const { return assets(view, records(), context); }
  std::string operator()(const model::FunnelView& view) const { return funnel(record<model::Funnel>(view.id), context); }
  std::string operator()(const model::RolesView&) const { return roles(records(), context); }
  std::string operator()(const model::ProposalsView& view) const { return proposals(view, records(), context); }

  std::string operator()(const model::CycleView& view) const { return cycle(record<model::Cycle>(view.id), context); }
  std::string operator()(const model::ReviewsView&) const { return reviews(records().reviews, context); }
  std::string operator()(const model::InterviewView& view) const {
    return interview(record<model::Interview>(view.id), context);
  }
  std::string operator()(const model::BusinessFormsView&) const {
    return business_forms(records().business_forms, context);
  }
  std::string operator()(const model::ContrastView& view) const {
    return contrast(record<model::Contrast>(view.id), context);
  }
  std::string operator()(const model::LeftOutView&) const { return {}; }
};

std::string Directives::html(const model::Directive& directive) {
  const ViewContext context{words_, addresses_.id("view-" + std::to_string(++shown_)),
                            model::parse_day(site_.site().config.plan_start),
                            [this](const std::string& path) { return addresses_.file(path); }};
  return std::visit(Faces{*this, context}, directive.view);
}

}  // namespace shirube::render::html
