#include <algorithm>
#include <initializer_list>

#include "model/workbook_source.h"
#include "render/search/page_text.h"

namespace shirube::render::search {
namespace {

// A view that names no records shows all of them.
bool is_named(const std::vector<model::Located<std::string>>& ids, const model::RecordHead& head) {
  return ids.empty() || std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return id.value == head.id.value; });
}

struct ViewText {
  std::string& out;
  const model::CheckedSite& site;

  void add(std::initializer_list<std::string_view> parts) const {
    for (const std::string_view part : parts) append_part(out, part);
  }
  const model::Records& records() const { return site.site().records; }

  void objective(const model::Objective& objective) const {
    add({objective.title});
    for (const model::Measure& measure : objective.measures) add({measure.text});
    add({objective.note});
  }
  void operator()(const model::ObjectiveTableView& view) const {
    for (const model::Objective& each : records().objectives) {
      if (view.level && view.level->value != each.level) continue;
      if (view.parent && (!each.parent || each.parent->value != view.parent->value)) continue;
      objective(each);
    }
  }
  void operator()(const model::IndicatorTableView& view) const {
    for (const model::Indicator& each : records().indicators) {
      if (view.layer && view.layer->value != each.layer) continue;
      const auto named = [&](const model::Located<std::string>& id) { return id.value == each.head.id.value; };
      if (!view.ids.empty() && std::none_of(view.ids.begin(), view.ids.end(), named)) continue;
      add({each.label, each.definition, each.note});
    }
  }
  void phase(const model::Phase& phase) const {
    add({phase.title});
    for (const std::string& purpose : phase.purposes) add({purpose});
    for (const model::PlanItem& item : phase.deliverables) add({item.title, item.note});
    for (const model::PlanTask& task : phase.tasks) add({task.title});
    for (const model::PlanIndicator& indicator : phase.indicators) add({indicator.label, indicator.target});
    for (const std::string& text : phase.communication) add({text});
  }
  void operator()(const model::PhaseTableView& view) const {
    const model::Plan& plan = site.record<model::Plan>(view.plan.value);
    add({plan.title});
    for (const model::Phase& each : plan.phases) add({each.title});
  }
  void operator()(const model::PhaseView& view) const {
    for (const model::Phase& each : site.record<model::Plan>(view.plan.value).phases) {
      if (each.id.value == view.phase.value) phase(each);
    }
  }
  void operator()(const model::ChecklistView& view) const {
    const model::Checklist& list = site.record<model::Checklist>(view.id.value);
    add({list.title, list.note});
    for (const model::PlanItem& item : list.items) add({item.title, item.note});
  }
  void operator()(const model::FormView& view) const {
    const model::Form& form = site.record<model::Form>(view.id.value);
    add({form.title, form.note});
    for (const model::Form::Field& field : form.fields) add({field.label, field.hint, field.fixed});
  }
  void operator()(const model::FiguresView& view) const {
    for (const auto& id : view.ids) add({site.record<model::Figure>(id.value).label});
  }
  void operator()(const model::RiskTableView& view) const {
    for (const model::Risk& risk : records().risks) {
      if (risk.plan.value == view.plan.value) add({risk.title, risk.sign, risk.response});
    }
  }
  void operator()(const model::PilotView& view) const {
    const model::Pilot& pilot = site.record<model::Pilot>(view.id.value);
    add({pilot.title, pilot.note});
    if (!pilot.survey) return;
    for (const model::SurveyItem& item : pilot.survey->items) add({item.text});
  }
  void operator()(const model::GateView& view) const {
    const model::Gate& gate = site.record<model::Gate>(view.id.value);
    add({gate.title, gate.note});
    for (const model::Criterion& criterion : gate.criteria) add({criterion.label, criterion.note});
    for (const model::VerdictRule& rule : gate.verdicts) add({rule.next});
  }
  void operator()(const model::LogicChainView& view) const {
    const model::Chain& chain = site.record<model::Chain>(view.id.value);
    add({chain.title, chain.note});
    for (const model::ChainStage& stage : chain.stages) {
      add({stage.label});
      for (const model::ChainStep& step : stage.steps) add({step.label, step.note});
    }
  }
  void operator()(const model::BridgeView& view) const {
    const model::Bridge& bridge = site.record<model::Bridge>(view.id.value);
    add({bridge.title, bridge.note});
    for (const model::BridgeRow& row : bridge.rows) add({row.value, row.aspect, row.logic});
  }
  void operator()(const model::CalculationView& view) const {
    const model::Calculation& calculation = site.record<model::Calculation>(view.id.value);
    add({calculation.title, calculation.note});
    for (const model::CalculationInput& input : calculation.inputs) add({input.label, input.note});
    for (const model::CalculationFormula& formula : calculation.formulas) add({formula.label, formula.note});
    for (const model::Scenario& scenario : calculation.scenarios) add({scenario.label, scenario.note});
  }
  void backing(const model::CareerBacking& backing) const {
    for (const auto* list : {&backing.authority, &backing.support, &backing.evidence}) {
      for (const std::string& text : *list) add({text});
    }
  }
  void operator()(const model::CareerPathView& view) const {
    const model::CareerPath* path = model::find_record(records().career_paths, view.id.value);
    if (path == nullptr) return;
    add({path->name, path->summary, path->fit, path->safeguard});
    for (const model::CareerLevel& level : path->levels) {
      add({level.label, level.scope});
      for (const model::Expectation& expectation : level.expectations) add({expectation.text});
    }
    backing(path->backing);
  }
  void operator()(const model::CareerPathsView&) const {
    for (const model::CareerPath& path : records().career_paths) add({path.name, path.summary});
  }
  void operator()(const model::ExitModelsView& view) const {
    for (const model::ExitModel& each : records().exit_models) {
      if (!is_named(view.ids, each.head)) continue;
      add({each.name, each.summary, each.safeguard});
      backing(each.backing);
    }
  }
  void operator()(const model::AssetsView& view) const {
    for (const model::Asset& each : records().assets) {
      if (is_named(view.ids, each.head)) add({each.name, each.use, each.safeguard});
    }
  }
  void operator()(const model::RolesView&) const {
    for (const model::WorkRole& role : records().roles) {
      add({role.name, role.summary});
      for (const std::string& deliverable : role.deliverables) add({deliverable});
    }
  }
  void operator()(const model::ProposalsView& view) const {
    for (const model::Proposal& each : records().proposals) {
      if (!is_named(view.ids, each.head)) continue;
      add({each.title, each.problem, each.idea, each.effect});
      for (const std::string& way : each.ways) add({way});
    }
  }
  void operator()(const model::CycleView& view) const {
    const model::Cycle& cycle = site.record<model::Cycle>(view.id.value);
    add({cycle.title, cycle.note, cycle.before_title});
    for (const auto* steps : {&cycle.before, &cycle.steps}) {
      for (const model::Cycle::Step& step : *steps) add({step.label, step.note});
    }
  }
  void operator()(const model::ReviewsView&) const {
    for (const model::Review& review : records().reviews) {
      add({review.title, review.when, review.topics, review.kept});
    }
  }
  void operator()(const model::InterviewView& view) const {
    const model::Interview& interview = site.record<model::Interview>(view.id.value);
    add({interview.title});
    for (const model::Interview::Part& part : interview.parts) add({part.who, part.text});
    for (const std::string& question : interview.questions) add({question});
  }
  void operator()(const model::BusinessFormsView&) const {
    for (const model::BusinessForm& form : records().business_forms) {
      add({form.name, form.work, form.value, form.sign, form.first_step});
    }
  }
  void operator()(const model::ContrastView& view) const {
    const model::Contrast& contrast = site.record<model::Contrast>(view.id.value);
    add({contrast.title});
    for (const model::Contrast::Row& row : contrast.rows) add({row.before, row.after, row.way});
  }
  void operator()(const model::FunnelView& view) const {
    const auto& funnel = site.record<model::Funnel>(view.id.value);
    add({funnel.title, funnel.note});
    for (const model::Funnel::Stage& stage : funnel.stages) add({stage.label, stage.note});
  }
  void operator()(const model::KpiTreeView& view) const { add({site.record<model::KpiTree>(view.id.value).title}); }
  // What only repeats other pages or other directives.
  template <model::OneOf<model::ObjectiveTreeView, model::DownloadsView, model::GlossaryView, model::ChildrenView, model::CardsView,
                         model::MeasurementView, model::CalculationChartView, model::CrosswalkView, model::WorkbookView,
                         model::LeftOutView>
                OnlyRepeats>
  void operator()(const OnlyRepeats&) const {}
};

}  // namespace

void append_view_text(std::string& out, const model::View& view, const model::CheckedSite& site) {
  std::visit(ViewText{out, site}, view);
}

}  // namespace shirube::render::search
