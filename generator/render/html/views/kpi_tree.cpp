#include "render/html/svg/kpi_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "expression/formula_name.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/views/measured_words.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

constexpr std::array layers = {model::Layer::mindset, model::Layer::behaviour, model::Layer::operation,
                               model::Layer::outcome};

}  // namespace

std::string kpi_tree(const model::KpiTree& tree, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  KpiTree drawing;
  drawing.title = tree.title;
  for (const model::Layer layer : layers) drawing.layers.push_back(words["layer-" + std::string(layer_name(layer))]);
  std::map<std::string, std::size_t> node_of;  // by the indicator's name in formulas
  const auto is_used = [&](const std::string& name) {
    const bool linked = std::any_of(tree.links.begin(), tree.links.end(), [&](const model::KpiLink& link) {
      return expression::name_in_formulas(link.from.value) == name || expression::name_in_formulas(link.to.value) == name;
    });
    return linked || std::any_of(tree.formulas.begin(), tree.formulas.end(), [&](const model::KpiFormula& formula) {
             if (expression::name_in_formulas(formula.indicator.value) == name) return true;
             const auto used = expression::names(*formula.formula);
             return std::any_of(used.begin(), used.end(), [&](const auto& one) { return one.value == name; });
           });
  };
  for (const model::Indicator& indicator : records.indicators) {
    const std::string name = expression::name_in_formulas(indicator.head.id.value);
    if (!is_used(name)) continue;
    const auto layer =
        static_cast<std::size_t>(std::find(layers.begin(), layers.end(), indicator.layer) - layers.begin());
    const bool up = indicator.direction == model::Direction::up;
    node_of.emplace(name, drawing.nodes.size());
    drawing.nodes.push_back(
        {layer, indicator.label,
         words.with("indicator-detail", {indicator.unit.symbol, words[up ? "direction-up" : "direction-down"]})});
  }
  for (const model::KpiFormula& formula : tree.formulas) {
    for (const auto& name : expression::names(*formula.formula)) {
      drawing.edges.push_back(
          {node_of.at(name.value), node_of.at(expression::name_in_formulas(formula.indicator.value)), KpiTree::Kind::formula});
    }
  }
  for (const model::KpiLink& link : tree.links) {
    drawing.edges.push_back(
        {node_of.at(expression::name_in_formulas(link.from.value)), node_of.at(expression::name_in_formulas(link.to.value)), KpiTree::Kind::assumption});
  }
  return chart_figure(drawing, context.id, words);
}

}  // namespace shirube::render::html
