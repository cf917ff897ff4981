#include <algorithm>
#include <map>
#include <set>

#include "check/references.h"
#include "check/rules.h"
#include "diagnostic/suggestion.h"
#include "expression/formula_name.h"
#include "model/family.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Layer;
using Id = source::Located<std::string>;

namespace {

// null if there is none, which record_references.cpp reports.
const model::Indicator* find_indicator(const Id& id, const model::Records& records, const Index& index) {
  const auto found = index.known<model::Indicator>().find(id.value);
  return found == index.known<model::Indicator>().end() ? nullptr : &records.indicators[found->second];
}

const char* layer_word(Layer layer) {
  switch (layer) {
    case Layer::outcome:
      return "outcome";
    case Layer::operation:
      return "operation";
    case Layer::behaviour:
      return "behaviour";
    case Layer::mindset:
      return "mindset";
  }
  return "";
}

void check_chain(const model::Site& site, const model::Chain& chain, const Index& index, Sink& sink) {
  IdIndex stage_of;  // step to stage
  for (std::size_t stage = 0; stage < chain.stages.size(); ++stage) {
    for (const model::ChainStep& step : chain.stages[stage].steps) {
      stage_of.emplace(step.id.value, stage);
    }
  }
  std::set<std::string> touched;
  std::set<std::pair<std::string, std::string>> drawn;
  for (const model::ChainArrow& arrow : chain.arrows) {
    const auto from = stage_of.find(arrow.from.value);
    const auto to = stage_of.find(arrow.to.value);
    if (from == stage_of.end()) report_unknown(arrow.from, "steps", stage_of, sink);
    if (to == stage_of.end()) report_unknown(arrow.to, "steps", stage_of, sink);
    touched.insert(arrow.from.value);
    touched.insert(arrow.to.value);
    if (from != stage_of.end() && to != stage_of.end() && from->second >= to->second) {
      sink.report(Kind::chain_backwards, arrow.to.range,
                  {arrow.from.value, arrow.to.value, chain.stages[from->second].label, chain.stages[to->second].label});
    }
    if (!drawn.emplace(arrow.from.value, arrow.to.value).second) {
      sink.report(Kind::chain_arrow_twice, arrow.from.range, {arrow.from.value, arrow.to.value});
    }
    if (arrow.evidence && site.home) {
      const std::string& link = arrow.evidence->value;
      const bool elsewhere = link.starts_with("https://") || link.starts_with("http://");
      if (!elsewhere) {
        resolve_link(site, index, *site.home, link.starts_with('/') ? link : "/" + link, arrow.evidence->range, sink);
      }
    }
  }
  for (const model::ChainStage& stage : chain.stages) {
    for (const model::ChainStep& step : stage.steps) {
      if (!touched.contains(step.id.value)) sink.report(Kind::chain_orphan, step.id.range, {step.id.value});
    }
  }
}

void check_bridge(const model::Bridge& bridge, const model::Records& records, const Index& index, Sink& sink) {
  std::map<std::string, source::SourceRange> seen;
  for (const model::BridgeRow& row : bridge.rows) {
    const auto [first, is_new] = seen.emplace(row.leading.value, row.leading.range);
    if (!is_new) {
      sink.report(Kind::duplicate_id, row.leading.range, {row.leading.value, "leading"})
          .label(first->second, Kind::first_here);
    }
    if (const model::Indicator* leading = find_indicator(row.leading, records, index)) {
      if (leading->layer != Layer::behaviour) {
        sink.report(Kind::bridge_layer, row.leading.range,
                    {leading->label, "leading", "behaviour", layer_word(leading->layer)})
            .label(leading->head.id.range, Kind::defined_here);
      } else if (!leading->target) {
        sink.report(Kind::bridge_no_target, row.leading.range, {leading->label})
            .label(leading->head.id.range, Kind::defined_here);
      }
    }
    for (const Id& id : row.results) {
      const model::Indicator* result = find_indicator(id, records, index);
      if (result == nullptr || result->layer == Layer::operation || result->layer == Layer::outcome) continue;
      sink.report(Kind::bridge_layer, id.range,
                  {result->label, "results", "operation / outcome", layer_word(result->layer)})
          .label(result->head.id.range, Kind::defined_here);
    }
  }
}

// How near to money a layer is.
int height(Layer layer) {
  switch (layer) {
    case Layer::mindset:
      return 0;
    case Layer::behaviour:
      return 1;
    case Layer::operation:
      return 2;
    case Layer::outcome:
      return 3;
  }
  return 0;
}

struct TreeRule {
  const model::Records& records;
  const Index& index;
  Sink& sink;

  void check_step(const model::Indicator& from, const model::Indicator& to, source::SourceRange range) const {
    if (height(from.layer) < height(to.layer)) return;
    sink.report(Kind::kpi_tree_order, range, {from.label, layer_word(from.layer), to.label, layer_word(to.layer)});
  }

  const model::Indicator* by_name(const Id& name) const {
    IdIndex names;
    for (std::size_t i = 0; i < records.indicators.size(); ++i) {
      names.emplace(expression::name_in_formulas(records.indicators[i].head.id.value), i);
    }
    const auto found = names.find(name.value);
    if (found != names.end()) return &records.indicators[found->second];
    report_unknown(name, model::family_word<model::Indicator>, names, sink);
    return nullptr;
  }
};

}  // namespace

void check_chains(const model::Site& site, const Index& index, Sink& sink) {
  for (const model::Chain& chain : site.records.chains) check_chain(site, chain, index, sink);
}

void check_bridges(const model::Site& site, const Index& index, Sink& sink) {
  const model::Records& records = site.records;
  if (records.bridges.empty()) return;
  std::set<std::string> led;
  for (const model::Bridge& bridge : records.bridges) {
    check_bridge(bridge, records, index, sink);
    for (const model::BridgeRow& row : bridge.rows) led.insert(row.leading.value);
  }
  for (const model::Indicator& indicator : records.indicators) {
    if (indicator.layer != Layer::behaviour || led.contains(indicator.head.id.value)) continue;
    sink.report(Kind::bridge_orphan, indicator.head.id.range, {indicator.head.id.value, indicator.label});
  }
}

void check_kpi_trees(const model::Site& site, const Index& index, Sink& sink) {
  const TreeRule rule{site.records, index, sink};
  for (const model::KpiTree& tree : site.records.kpi_trees) {
    for (const model::KpiLink& link : tree.links) {
      const model::Indicator* from = find_indicator(link.from, site.records, index);
      const model::Indicator* to = find_indicator(link.to, site.records, index);
      if (from != nullptr && to != nullptr) rule.check_step(*from, *to, link.to.range);
    }
    for (const model::KpiFormula& formula : tree.formulas) {
      const model::Indicator* to = find_indicator(formula.indicator, site.records, index);
      for (const auto& name : expression::names(*formula.formula)) {
        const model::Indicator* from = rule.by_name(name);
        if (from != nullptr && to != nullptr) rule.check_step(*from, *to, name.range);
      }
    }
  }
}

}  // namespace shirube::check
