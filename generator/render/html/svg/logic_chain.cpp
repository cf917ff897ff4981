#include "render/html/svg/logic_chain.h"

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/layer_diagram.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

using State = LogicChain::State;

constexpr State all_states[] = {State::hypothesis, State::verified, State::refuted};

std::string_view state_word(State state) {
  switch (state) {
    case State::verified:
      return "arrow-verified";
    case State::refuted:
      return "arrow-refuted";
    default:
      return "arrow-hypothesis";
  }
}

std::string look(State state) {
  switch (state) {
    case State::verified:
      return "is-verified";
    case State::refuted:
      return "is-refuted";
    default:
      return "is-hypothesis";
  }
}

std::size_t count(const LogicChain& chain, State state) {
  std::size_t number = 0;
  for (const LogicChain::Arrow& arrow : chain.arrows) number += arrow.state == state ? 1 : 0;
  return number;
}

LayerDiagram diagram_of(const LogicChain& chain, const Words& words) {
  LayerDiagram diagram;
  diagram.layers = chain.stages;
  for (const LogicChain::Node& node : chain.nodes) diagram.nodes.push_back({node.stage, node.label, node.detail});
  for (const LogicChain::Arrow& arrow : chain.arrows) {
    diagram.arrows.push_back({arrow.from, arrow.to, look(arrow.state), words[state_word(arrow.state)]});
  }
  for (const State state : all_states) {
    diagram.keys.push_back(
        {look(state), words.with("arrow-count", {words[state_word(state)], std::to_string(count(chain, state))})});
  }
  return diagram;
}

bool exists(const LogicChain& chain, const LogicChain::Arrow& arrow) {
  return arrow.from < chain.nodes.size() && arrow.to < chain.nodes.size();
}

}  // namespace

std::string refusal(const LogicChain& chain, const Words& words) {
  Refusal objection(words);
  objection.needs_some(chain.nodes.size()).allows(chain.nodes.size(), most_rows);
  objection.allows(chain.arrows.size(), most_points).allows(chain.stages.size(), most_layers);
  objection.fits(is_layered(diagram_of(chain, words)));
  return std::move(objection).take();
}

std::string draw(const LogicChain& chain, const ChartPlace& place, const Words& words) {
  const LayerDiagram diagram = diagram_of(chain, words);
  const LayerPlan plan(diagram, place.drawn_for);
  Writer writer;
  open_drawing(writer, {place.id, chain.title, sentence(chain, words), "chart-drawing logic-chain", plan.width(),
                        plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const LogicChain& chain, const Words& words) {
  std::string text = words.with(
      "chain-sentence", {std::to_string(chain.stages.size()), std::to_string(chain.arrows.size()),
                         std::to_string(count(chain, State::hypothesis)), std::to_string(count(chain, State::verified)),
                         std::to_string(count(chain, State::refuted))});
  for (const LogicChain::Arrow& arrow : chain.arrows) {
    if (!exists(chain, arrow)) continue;
    text += words.with("kpi-edge",
                       {chain.nodes[arrow.from].label, chain.nodes[arrow.to].label, words[state_word(arrow.state)]});
  }
  return text;
}

std::string table(const LogicChain& chain, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const LogicChain::Arrow& arrow : chain.arrows) {
    if (!exists(chain, arrow)) continue;
    rows.push_back(
        {chain.nodes[arrow.from].label, chain.nodes[arrow.to].label, words[state_word(arrow.state)], arrow.evidence});
  }
  return chart_table(chain.title,
                     {{words["chain-from"]}, {words["chain-to"]}, {words["chain-state"]}, {words["chain-evidence"]}},
                     rows);
}

}  // namespace shirube::render::html
