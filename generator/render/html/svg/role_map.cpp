#include "render/html/svg/role_map.h"

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/layer_diagram.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "render/html/svg/text_size.h"

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

// For a phone: each node that leads somewhere, and below it, with an arrow each, where it leads to.
class TargetList {
 public:
  explicit TargetList(const RoleMap& map) : sheet_(sheet_for(DrawnFor::phone)) {
    double top = 1;
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
      std::vector<Line> targets;
      for (const RoleMap::Step& step : map.steps) {
        if (step.from == i)
          targets.push_back({wrapped(map.nodes[step.to].label, sheet_.width - indent - 2, size(), 3)});
      }
      if (targets.empty()) continue;
      Line head{wrapped(map.nodes[i].label, sheet_.width - 2 - 2 * padding, size(), 3)};
      head.area = {1, top, sheet_.width - 1, top + lines_height(head.text, size()) + 2 * padding};
      top = head.area.bottom + padding;
      for (Line& target : targets) {
        target.area = {indent, top, sheet_.width - 1, top + lines_height(target.text, size())};
        top = target.area.bottom + 6;
      }
      top += padding;
      groups_.push_back({std::move(head), std::move(targets)});
    }
    height_ = top;
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    for (const Group& group : groups_) {
      const Area& box = group.head.area;
      pen.rect("box", box, 6);
      draw_label(pen, "box-label", group.head.text, {box.left + padding, box.top + padding, box.right, box.bottom},
                 Anchor::start, size());
      for (const Line& target : group.targets) {
        const double y = target.area.top + size() * 0.65;
        pen.path("arrow", move_to({stem, box.bottom}) + line_to({stem, y}) + line_to({indent - 6, y}));
        pen.tip("arrow-head", {stem, y}, {indent - 6, y});
        draw_label(pen, "label", target.text, target.area, Anchor::start, size());
      }
    }
  }

 private:
  static constexpr double padding = 8;
  static constexpr double stem = 14;
  static constexpr double indent = 40;

  struct Line {
    std::vector<std::string> text;
    Area area = {};
  };
  struct Group {
    Line head;
    std::vector<Line> targets;
  };
  double size() const { return sheet_.text; }

  Sheet sheet_;
  double height_ = 0;
  std::vector<Group> groups_;
};

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
  Writer writer;
  const auto draw_plan = [&](const auto& plan) {
    open_drawing(writer,
                 {place.id, map.title, sentence(map, words), "chart-drawing role-map", plan.width(), plan.height()});
    Pen pen(writer);
    plan.draw(pen);
    writer.close();
  };
  if (place.drawn_for == DrawnFor::phone) {
    draw_plan(TargetList(map));
  } else {
    const LayerDiagram diagram = diagram_of(map);
    draw_plan(LayerPlan(diagram, place.drawn_for));
  }
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
