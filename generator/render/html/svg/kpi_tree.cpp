#include "render/html/svg/kpi_tree.h"

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/layer_diagram.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

std::string_view kind_word(KpiTree::Kind kind) {
  return kind == KpiTree::Kind::formula ? "edge-formula" : "edge-assumption";
}

LayerDiagram diagram_of(const KpiTree& tree, const Words& words) {
  LayerDiagram diagram;
  diagram.layers = tree.layers;
  for (const KpiTree::Node& node : tree.nodes) diagram.nodes.push_back({node.layer, node.label, node.detail});
  bool has_kind[2] = {false, false};
  for (const KpiTree::Edge& edge : tree.edges) {
    const bool formula = edge.kind == KpiTree::Kind::formula;
    has_kind[formula ? 0 : 1] = true;
    diagram.arrows.push_back({edge.from, edge.to, formula ? "is-formula" : "is-assumption", {}});
  }
  if (has_kind[0]) diagram.keys.push_back({"is-formula", words["edge-formula"]});
  if (has_kind[1]) diagram.keys.push_back({"is-assumption", words["edge-assumption"]});
  return diagram;
}

bool exists(const KpiTree& tree, const KpiTree::Edge& edge) {
  return edge.from < tree.nodes.size() && edge.to < tree.nodes.size();
}

}  // namespace

std::string refusal(const KpiTree& tree, const Words& words) {
  Refusal objection(words);
  objection.needs_some(tree.nodes.size()).allows(tree.nodes.size(), most_rows).allows(tree.edges.size(), most_points);
  objection.allows(tree.layers.size(), most_layers).fits(is_layered(diagram_of(tree, words)));
  return std::move(objection).take();
}

std::string draw(const KpiTree& tree, const ChartPlace& place, const Words& words) {
  const LayerDiagram diagram = diagram_of(tree, words);
  const LayerPlan plan(diagram, place.drawn_for);
  Writer writer;
  open_drawing(writer,
               {place.id, tree.title, sentence(tree, words), "chart-drawing kpi-tree", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const KpiTree& tree, const Words& words) {
  std::string text =
      words.with("kpi-sentence", {std::to_string(tree.layers.size()), std::to_string(tree.nodes.size())});
  for (std::size_t layer = 0; layer < tree.layers.size(); ++layer) {
    std::string labels;
    for (const KpiTree::Node& node : tree.nodes) {
      if (node.layer == layer) labels += (labels.empty() ? "" : words["list-separator"]) + node.label;
    }
    if (!labels.empty()) text += words.with("kpi-layer", {tree.layers[layer], labels});
  }
  for (const KpiTree::Edge& edge : tree.edges) {
    if (!exists(tree, edge)) continue;
    text +=
        words.with("kpi-edge", {tree.nodes[edge.from].label, tree.nodes[edge.to].label, words[kind_word(edge.kind)]});
  }
  return text;
}

std::string table(const KpiTree& tree, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const KpiTree::Node& node = tree.nodes[i];
    std::string moves;
    for (const KpiTree::Edge& edge : tree.edges) {
      if (edge.from != i || !exists(tree, edge)) continue;
      moves += (moves.empty() ? "" : words["list-separator"]) +
               words.with("chart-axis", {tree.nodes[edge.to].label, words[kind_word(edge.kind)]});
    }
    rows.push_back(
        {node.label, node.layer < tree.layers.size() ? tree.layers[node.layer] : std::string(), node.detail, moves});
  }
  return chart_table(
      tree.title,
      {{words["indicator"]}, {words["kpi-layer-head"]}, {words["unit-and-direction"]}, {words["kpi-moves"]}}, rows);
}

}  // namespace shirube::render::html
