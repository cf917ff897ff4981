// What each directive shows, as HTML. Every function is pure: records and a little context in, HTML out. The ids that a
// view names are known to exist.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/calculation.h"
#include "model/calendar.h"
#include "model/gate_result.h"
#include "model/pilot_result.h"
#include "model/records.h"
#include "model/view.h"
#include "model/workbook.h"
#include "render/html/words.h"
#include "render/workbook_preview.h"

namespace shirube::render::html {

struct ViewContext {
  const Words& words;
  std::string id;  // unique in the page; a view derives the ids of its parts from it
  std::optional<model::Day> plan_start = std::nullopt;  // the first day of plans, if it is decided
  // The address of a file of the edition; empty where it does not come along. Without it the file's own path.
  std::function<std::string(const std::string& path)> file = {};
};

// A link to a page as its readers see it.
struct PageLink {
  std::string href;
  std::string title;
  std::string description;
};

// Up to 120 objectives are drawn; the nested list says the same and is there always.
std::string objective_tree(const model::ObjectiveTreeView& view, const model::Records& records,
                           const ViewContext& context);
std::string objective_table(const model::ObjectiveTableView& view, const model::Records& records,
                            const ViewContext& context);
std::string indicator_table(const model::IndicatorTableView& view, const model::Records& records,
                            const ViewContext& context);
std::string phase_table(const model::PhaseTableView& view, const model::Plan& plan, const ViewContext& context);
// The bars of the phases over the plan's weeks.
std::string phase_gantt(const model::Plan& plan, const ViewContext& context);
std::string phase_detail(const model::Phase& phase, const ViewContext& context);
std::string checklist(const model::Checklist& list, const ViewContext& context);
std::string form(const model::Form& form, const ViewContext& context);
std::string figures(const model::FiguresView& view, const model::Records& records,
                    const std::function<double(std::size_t)>& value, const ViewContext& context);
std::string risk_table(const model::RiskTableView& view, const model::Records& records, const ViewContext& context);
// `address` gives the address of a file of the output folder.
std::string downloads(const model::DownloadsView& view, const std::vector<model::WorkbookDefinition>& workbooks,
                      const std::function<std::string(const std::string&)>& address, const ViewContext& context);
// The description of the workbook is its page's. `preview` may be null.
std::string workbook(const model::WorkbookDefinition& workbook, const WorkbookPreview* preview,
                     const ViewContext& context);
// `see` gives the page that a term's `see:` names.
std::string glossary(const std::vector<model::Term>& terms,
                     const std::function<std::optional<PageLink>(const std::string&)>& see, const ViewContext& context);
std::string children(const std::vector<PageLink>& pages, const ViewContext& context);
// `hrefs` has one address a card.
std::string cards(const model::CardsView& view, const std::vector<std::string>& hrefs, const ViewContext& context);

std::string pilot(const model::Pilot& pilot, const model::Records& records, const ViewContext& context);
// Values of the group; lines of single people only where the pilot is fictional.
std::string measurement(const model::MeasurementView& view, const model::Pilot& pilot, const model::PilotResult& result,
                        const model::Records& records, const ViewContext& context);
std::string gate(const model::Gate& gate, const model::Pilot& pilot, const model::GateResult& result,
                 const model::Records& records, const ViewContext& context);
// `see` gives the page that an arrow's evidence names.
std::string logic_chain(const model::Chain& chain, const model::Records& records,
                        const std::function<std::optional<PageLink>(const std::string&)>& see,
                        const ViewContext& context);
std::string bridge(const model::Bridge& bridge, const model::Records& records, const ViewContext& context);
std::string kpi_tree(const model::KpiTree& tree, const model::Records& records, const ViewContext& context);

std::string exit_models(const model::ExitModelsView& view, const model::Records& records, const ViewContext& context);
// `see` gives the page of a path.
std::string career_paths(const model::Records& records,
                         const std::function<std::optional<PageLink>(const std::string&)>& see,
                         const ViewContext& context);
std::string career_path(const model::CareerPath& path, const model::Records& records, const ViewContext& context);
std::string crosswalk(const model::Records& records, const ViewContext& context);
std::string assets(const model::AssetsView& view, const model::Records& records, const ViewContext& context);
std::string funnel(const model::Funnel& funnel, const ViewContext& context);
std::string roles(const model::Records& records, const ViewContext& context);
std::string cycle(const model::Cycle& cycle, const ViewContext& context);
std::string reviews(const std::vector<model::Review>& reviews, const ViewContext& context);
std::string interview(const model::Interview& interview, const ViewContext& context);
std::string business_forms(const std::vector<model::BusinessForm>& forms, const ViewContext& context);
std::string contrast(const model::Contrast& contrast, const ViewContext& context);
std::string proposals(const model::ProposalsView& view, const model::Records& records, const ViewContext& context);

// `result_of` gives what comes out of the inputs of the record, or of a scenario.
std::string calculation(
    const model::CalculationView& view, const model::Calculation& calculation,
    const std::function<const model::CalculationResult&(std::optional<std::size_t> scenario)>& result_of,
    const ViewContext& context);
std::string calculation_chart(const model::CalculationChartView& view, const model::Calculation& calculation,
                              const ViewContext& context);

}  // namespace shirube::render::html
