#include "render/html/svg/layered_layout.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr double points_per_inch = 72;

struct CloseContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

// The library takes char* where it only reads.
char* text(std::string& value) {
  return value.data();
}

void set(void* object, const char* name, std::string value) {
  std::string key = name;
  std::string fallback;
  agsafeset(object, text(key), text(value), text(fallback));
}

std::string inches(double points) {
  return source::format("{:.4f}", points / points_per_inch);
}

std::vector<Point> curve(Agedge_t* edge, double height) {
  std::vector<Point> points;
  const splines* lines = ED_spl(edge);
  if (lines == nullptr) return points;
  for (std::size_t i = 0; i < static_cast<std::size_t>(lines->size); ++i) {
    const bezier& piece = lines->list[i];
    for (std::size_t j = 0; j < static_cast<std::size_t>(piece.size); ++j) {
      points.push_back({piece.list[j].x, height - piece.list[j].y});
    }
  }
  return points;
}

// Takes away the room left of the first box.
void trim_left(LayeredLayout& layout, const std::vector<Box>& boxes) {
  double left = layout.width;
  for (std::size_t i = 0; i < boxes.size(); ++i) left = std::min(left, layout.centres[i].x - boxes[i].width / 2);
  layout.width -= left;
  for (Point& centre : layout.centres) centre.x -= left;
  for (auto& curve : layout.curves) {
    for (Point& point : curve) point.x -= left;
  }
}

}  // namespace

LayeredLayout layered_layout(const std::vector<Box>& boxes, const std::vector<Connection>& connections,
                             double layer_gap, double box_gap) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);

  const std::unique_ptr<GVC_t, CloseContext> context(gvContext());
  std::string name = "layout";
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agopen(text(name), Agstrictdirected, nullptr));
  set(graph.get(), "rankdir", "LR");
  set(graph.get(), "ranksep", inches(layer_gap));
  set(graph.get(), "nodesep", inches(box_gap));
  set(graph.get(), "ordering", "out");

  std::vector<Agnode_t*> nodes;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    std::string node_name = source::format("n{}", i);
    Agnode_t* node = agnode(graph.get(), text(node_name), 1);
    // Without a label the library looks for no font.
    set(node, "label", "");
    set(node, "shape", "box");
    set(node, "fixedsize", "true");
    set(node, "width", inches(boxes[i].width));
    set(node, "height", inches(boxes[i].height));
    nodes.push_back(node);
  }
  std::vector<Agedge_t*> edges;
  for (const Connection& connection : connections) {
    std::string edge_name;
    Agedge_t* edge = agedge(graph.get(), nodes[connection.from], nodes[connection.to], text(edge_name), 1);
    set(edge, "headport", "w");
    set(edge, "tailport", "e");
    set(edge, "arrowhead", "none");
    edges.push_back(edge);
  }

  // Boxes that nothing leads to would be in any order; a point before them keeps theirs.
  std::vector<bool> led_to(boxes.size(), false);
  for (const Connection& connection : connections) led_to[connection.to] = true;
  std::string start_name = "start";
  Agnode_t* start = nullptr;
  if (std::count(led_to.begin(), led_to.end(), false) > 1) {
    start = agnode(graph.get(), text(start_name), 1);
    set(start, "label", "");
    set(start, "shape", "point");
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      std::string edge_name;
      if (!led_to[i]) agedge(graph.get(), start, nodes[i], text(edge_name), 1);
    }
  }

  LayeredLayout layout;
  if (gvLayout(context.get(), graph.get(), "dot") != 0) return layout;
  const boxf& bounds = GD_bb(graph.get());
  layout.width = bounds.UR.x;
  layout.height = bounds.UR.y;
  for (Agnode_t* node : nodes) layout.centres.push_back({ND_coord(node).x, layout.height - ND_coord(node).y});
  for (Agedge_t* edge : edges) layout.curves.push_back(curve(edge, layout.height));
  gvFreeLayout(context.get(), graph.get());
  if (start != nullptr) trim_left(layout, boxes);
  return layout;
}

}  // namespace shirube::render::html
