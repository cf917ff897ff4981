#include "check/run.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "check/figures.h"
#include "check/index.h"
#include "check/pilot_data.h"
#include "check/practice/practice.h"
#include "check/published_files.h"
#include "check/references.h"
#include "check/rules.h"
#include "check/walk.h"
#include "model/shown_text.h"
#include "model/usual_format.h"

namespace shirube::model {

class CheckedSiteBuilder {
 public:
  static CheckedSite build(Site site, check::Index index, std::vector<std::vector<Resolution>> resolutions,
                           std::vector<std::vector<Resolution>> card_links, std::vector<double> figure_values,
                           std::vector<PilotResult> pilot_results) {
    CheckedSite checked;
    checked.pilot_results_ = std::move(pilot_results);
    checked.resolutions_ = std::move(resolutions);
    checked.card_links_ = std::move(card_links);
    checked.figure_values_ = std::move(figure_values);
    for (const Calculation& calculation : site.records.calculations) {
      auto& results = checked.calculation_results_.emplace_back();
      results.push_back(evaluate_calculation(calculation, {}));
      for (const Scenario& scenario : calculation.scenarios) {
        results.push_back(evaluate_calculation(calculation, scenario_inputs(calculation, scenario)));
      }
    }
    for (std::uint32_t i = 0; i < site.pages.size() && !checked.glossary_page_; ++i) {
      check::for_each_directive(site.pages[i].parsed.document, [&](const Directive& directive) {
        if (std::holds_alternative<GlossaryView>(directive.view)) checked.glossary_page_ = PageId{i};
      });
    }
    checked.index_ = std::move(index.records);
    // Renderers never hold a row about a person.
    site.data.clear();
    site.passages.clear();
    for (std::size_t i = 0; i < site.records.calculations.size(); ++i) {
      settle_formats(site.records.calculations[i], checked.calculation_results_[i]);
    }
    for (std::size_t i = 0; i < site.records.figures.size(); ++i) {
      Figure& figure = site.records.figures[i];
      if (figure.decimals < 0) figure.decimals = telling_decimals(checked.figure_values_[i]);
    }
    checked.site_ = std::move(site);
    settle_titles(checked);
    return checked;
  }

 private:
  // Headings, and titles that are taken from them, say what their roles show. Twice, for a title may name another page.
  static void settle_titles(CheckedSite& checked) {
    for (int round = 0; round < 2; ++round) {
      for (std::uint32_t i = 0; i < checked.site_.pages.size(); ++i) {
        ParsedPage& page = checked.site_.pages[i].parsed;
        std::unordered_map<std::string, const Inlines*> headings;
        check::for_each_heading(page.document,
                                [&](const Heading& heading) { headings.emplace(heading.id, &heading.children); });
        for (HeadingEntry& entry : page.headings) {
          const auto found = headings.find(entry.id);
          if (found == headings.end()) continue;
          entry.text = shown_text(checked, PageId{i}, *found->second);
          if (page.front_matter.title.range == entry.range) page.front_matter.title.value = entry.text;
        }
      }
    }
  }
};

}  // namespace shirube::model

namespace shirube::check {

namespace {

using Rule = void (*)(const model::Site&, const Index&, diagnostic::Sink&);

constexpr std::array rules = {
    Rule{check_formula_names},
    Rule{check_record_references},
    Rule{check_objectives},
    Rule{check_indicators},
    Rule{check_plans},
    Rule{check_pilots},
    Rule{check_gates},
    Rule{check_chains},
    Rule{check_bridges},
    Rule{check_kpi_trees},
    Rule{check_views},
    Rule{check_glossary},
    Rule{check_workbooks},
    Rule{check_template_versions},
    Rule{check_calculations},
    Rule{check_typed_results},
    Rule{check_wording},
    Rule{check_coverage},
    Rule{check_objective_practice},
    Rule{check_indicator_practice},
    Rule{check_plan_practice},
    Rule{check_procedures},
    Rule{check_style},
    Rule{check_careers},
    Rule{check_guides},
    Rule{check_goals},
};

}  // namespace

std::optional<model::CheckedSite> run(model::Site site, diagnostic::Sink& sink) {
  Index index = make_index(site, sink);
  auto resolutions = resolve_references(site, index, sink);
  auto card_links = resolve_cards(site, index, sink);
  auto figure_values = compute_figures(site.records, index, sink);
  for (const Rule rule : rules) rule(site, index, sink);
  auto pilot_results = measure_pilots(site, index, sink);
  settle_files(site, {resolutions, card_links, {resolve_record_links(site, index)}}, sink);
  if (sink.has_errors()) return std::nullopt;
  return model::CheckedSiteBuilder::build(std::move(site), std::move(index), std::move(resolutions),
                                          std::move(card_links), std::move(figure_values), std::move(pilot_results));
}

}  // namespace shirube::check
