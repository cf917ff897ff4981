#include "render/html/svg/role_map.h"

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/layer_diagram.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

LayerDiagram diagram_of(const RoleMap& map) {
  LayerDiagram diagram;
  diagram.layers = map.layers;
  for (const RoleMap::Node& node : map.nodes) diagram.nodes.push_back({node.layer, node.label, {}});
  for (const RoleMap::Step& step : map.steps) diagram.arrows.push_back({step.from, step.to, "is-formula", {}});
  return diagram;
}

bool exists(const RoleMap& map, const RoleMap::Step& step) {
  return step.from < map.nodes.size() && step.to < map.nodes.size();
}

// Where a node leads to, in words.
std::string targets(const RoleMap& map, std::size_t from, const Words& words) {
  std::string all;
  for (const RoleMap::Step& step : map.steps) {
    if (step.from != from || !exists(map, step)) continue;
    all += (all.empty() ? "" : words["list-separator"]) + map.nodes[step.to].label;
  }
  return all;
}

}  // namespace

std::string refusal(const RoleMap& map, const Words& words) {
  Refusal objection(words);
  objection.needs_some(map.nodes.size()).allows(map.nodes.size(), most_rows).allows(map.steps.size(), most_points);
  objection.allows(map.layers.size(), most_layers).fits(is_layered(diagram_of(map)));
  return std::move(objection).take();
}

std::string draw(const RoleMap& map, const ChartPlace& place, const Words& words) {
  const LayerDiagram diagram = diagram_of(map);
  const LayerPlan plan(diagram, place.drawn_for);
  Writer writer;
  open_drawing(writer,
               {place.id, map.title, sentence(map, words), "chart-drawing role-map", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const RoleMap& map, const Words& words) {
  std::string text = words.with("role-map-sentence", {std::to_string(map.nodes.size())});
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    const std::string to = targets(map, i, words);
    if (!to.empty()) text += words.with("role-map-step", {map.nodes[i].label, to});
  }
  return text;
}

std::string table(const RoleMap& map, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    const std::string to = targets(map, i, words);
    if (!to.empty()) rows.push_back({map.nodes[i].label, to});
  }
  return chart_table(map.title, {{words["chain-from"]}, {words["chain-to"]}}, rows);
}

}  // namespace shirube::render::html
