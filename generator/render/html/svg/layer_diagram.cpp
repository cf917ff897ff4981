#include "render/html/svg/layer_diagram.h"

#include <algorithm>
#include <set>

#include "render/html/svg/label_space.h"
#include "render/html/svg/plot.h"

namespace shirube::render::html {
namespace {

constexpr double page_width = 720;
constexpr double padding = 10;
constexpr double box_gap = 14;
constexpr double lane_size = 12;
constexpr double least_box_width = 96;
constexpr double key_sample = 34;

// 0 if no arrow has one.
double widest_badge(const LayerDiagram& diagram, double size) {
  double widest = 0;
  for (const LayerDiagram::Arrow& arrow : diagram.arrows) {
    if (!arrow.badge.empty()) widest = std::max(widest, text_width(arrow.badge, size) + 12);
  }
  return widest;
}

std::size_t layer_of(const LayerDiagram& diagram, std::size_t node) {
  return diagram.nodes[node].layer;
}

std::size_t lanes_in(const LayerDiagram& diagram, std::size_t layer) {
  return static_cast<std::size_t>(
      std::count_if(diagram.arrows.begin(), diagram.arrows.end(), [&](const LayerDiagram::Arrow& arrow) {
        return layer_of(diagram, arrow.from) < layer && layer < layer_of(diagram, arrow.to);
      }));
}

std::vector<std::size_t> nodes_in(const LayerDiagram& diagram, std::size_t layer) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    if (diagram.nodes[i].layer == layer) found.push_back(i);
  }
  return found;
}

Point between(Point a, Point b, double part) {
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

Point on_curve(const std::vector<Point>& curve, double part) {
  const auto pieces = static_cast<double>((curve.size() - 1) / 3);
  const auto piece = std::min(static_cast<std::size_t>(part * pieces), (curve.size() - 1) / 3 - 1);
  const double t = part * pieces - static_cast<double>(piece);
  const Point* p = &curve[piece * 3];
  const Point a = between(p[0], p[1], t);
  const Point b = between(p[1], p[2], t);
  const Point c = between(p[2], p[3], t);
  return between(between(a, b, t), between(b, c, t), t);
}

}  // namespace

bool is_layered(const LayerDiagram& diagram) {
  for (const LayerDiagram::Node& node : diagram.nodes) {
    if (node.layer >= diagram.layers.size()) return false;
  }
  std::set<std::pair<std::size_t, std::size_t>> joined;
  for (const LayerDiagram::Arrow& arrow : diagram.arrows) {
    if (arrow.from >= diagram.nodes.size() || arrow.to >= diagram.nodes.size()) return false;
    if (layer_of(diagram, arrow.from) >= layer_of(diagram, arrow.to)) return false;
    if (!joined.insert({arrow.from, arrow.to}).second) return false;
  }
  return true;
}

LayerPlan::LayerPlan(const LayerDiagram& diagram, DrawnFor drawn_for)
    : diagram_(diagram), rows_(drawn_for == DrawnFor::phone), size_(sheet_for(drawn_for).text) {
  boxes_.resize(diagram.nodes.size());
  texts_.resize(diagram.nodes.size());
  lanes_.resize(diagram.arrows.size());
  if (rows_) {
    place_rows();
  } else {
    place_columns();
  }
}

LayerPlan::Text LayerPlan::text_of(const LayerDiagram::Node& node, double width) const {
  Text text;
  text.label = wrapped(node.label, width - 2 * padding, size_, 6);
  text.detail = wrapped(node.detail, width - 2 * padding, size_ - 1, 6);
  text.height = 2 * padding + lines_height(text.label, size_) - size_ * 0.25;
  if (!text.detail.empty()) text.height += 3 + lines_height(text.detail, size_ - 1);
  return text;
}

void LayerPlan::place_columns() {
  const auto layers = static_cast<double>(diagram_.layers.size());
  const double gap = std::max(48.0, widest_badge(diagram_, size_ - 1) + 22);
  const double column = std::max((page_width - gap * (layers - 1)) / layers, least_box_width);
  double head_lines = 1;
  for (const std::string& name : diagram_.layers) {
    head_lines = std::max(head_lines, static_cast<double>(wrapped(name, column, size_, 2).size()));
  }
  const double head = head_lines * size_ * 1.35 + 14;
  std::vector<double> heights;
  double tallest = 0;
  for (std::size_t layer = 0; layer < diagram_.layers.size(); ++layer) {
    double height = -box_gap;
    for (const std::size_t node : nodes_in(diagram_, layer)) {
      texts_[node] = text_of(diagram_.nodes[node], column);
      height += texts_[node].height + box_gap;
    }
    height += static_cast<double>(lanes_in(diagram_, layer)) * (lane_size + box_gap);
    heights.push_back(height);
    tallest = std::max(tallest, height);
  }
  for (std::size_t layer = 0; layer < diagram_.layers.size(); ++layer) {
    const double left = (column + gap) * static_cast<double>(layer) + 1;
    double top = head + (tallest - heights[layer]) / 2;
    for (const std::size_t node : nodes_in(diagram_, layer)) {
      boxes_[node] = {left, top, left + column, top + texts_[node].height};
      top += texts_[node].height + box_gap;
    }
    for (std::size_t i = 0; i < diagram_.arrows.size(); ++i) {
      const LayerDiagram::Arrow& arrow = diagram_.arrows[i];
      if (layer_of(diagram_, arrow.from) >= layer || layer_of(diagram_, arrow.to) <= layer) continue;
      lanes_[i].push_back({left, top, left + column, top + lane_size});
      top += lane_size + box_gap;
    }
    heads_.push_back({left, size_});
    bands_.push_back({left, head, left + column, head + tallest});
  }
  width_ = (column + gap) * layers - gap + 2;
  place_keys(head + tallest + 22);
}

void LayerPlan::place_rows() {
  const double gap = widest_badge(diagram_, size_ - 1) > 0 ? 62 : 36;
  const double head = size_ * 1.9;
  std::size_t most = 1;
  for (std::size_t layer = 0; layer < diagram_.layers.size(); ++layer) {
    most = std::max(most, nodes_in(diagram_, layer).size());
  }
  const auto across = static_cast<double>(most);
  width_ = std::max(340.0, across * least_box_width + (across - 1) * box_gap / 2 + 2);
  double top = 0;
  for (std::size_t layer = 0; layer < diagram_.layers.size(); ++layer) {
    const std::vector<std::size_t> nodes = nodes_in(diagram_, layer);
    const auto lanes = static_cast<double>(lanes_in(diagram_, layer));
    const auto number = static_cast<double>(std::max<std::size_t>(nodes.size(), 1));
    const double room = width_ - 2 - lanes * (lane_size + box_gap / 2);
    const double box = (room - (number - 1) * box_gap / 2) / number;
    double height = 0;
    for (const std::size_t node : nodes) {
      texts_[node] = text_of(diagram_.nodes[node], box);
      height = std::max(height, texts_[node].height);
    }
    heads_.push_back({1, top + size_});
    const double band = top + head;
    double left = 1;
    for (const std::size_t node : nodes) {
      boxes_[node] = {left, band, left + box, band + height};
      left += box + box_gap / 2;
    }
    if (nodes.empty()) left += box + box_gap / 2;
    for (std::size_t i = 0; i < diagram_.arrows.size(); ++i) {
      const LayerDiagram::Arrow& arrow = diagram_.arrows[i];
      if (layer_of(diagram_, arrow.from) >= layer || layer_of(diagram_, arrow.to) <= layer) continue;
      lanes_[i].push_back({left, band, left + lane_size, band + height});
      left += lane_size + box_gap / 2;
    }
    bands_.push_back({1, band, width_ - 1, band + height});
    top = band + height + gap;
  }
  place_keys(top - gap + 20);
}

void LayerPlan::place_keys(double top) {
  Point at{0, top};
  for (const LayerDiagram::Key& key : diagram_.keys) {
    const double needed = key_sample + 8 + text_width(key.text, size_);
    if (at.x > 0 && at.x + needed > width_) at = {0, at.y + size_ * 1.7};
    keys_.push_back(at);
    at.x += needed + 20;
    width_ = std::max(width_, needed);
  }
  height_ = diagram_.keys.empty() ? top - 18 : at.y + size_ * 1.5;
}

std::vector<Point> LayerPlan::route(std::size_t place) const {
  const LayerDiagram::Arrow& arrow = diagram_.arrows[place];
  const auto leave = [&](const Area& area) {
    return rows_ ? Point{area.centre().x, area.bottom} : Point{area.right, area.centre().y};
  };
  const auto enter = [&](const Area& area) {
    return rows_ ? Point{area.centre().x, area.top} : Point{area.left, area.centre().y};
  };
  std::vector<Point> points = {leave(boxes_[arrow.from])};
  const auto bend_to = [&](Point end) {
    const Point start = points.back();
    const double middle = rows_ ? (start.y + end.y) / 2 : (start.x + end.x) / 2;
    points.push_back(rows_ ? Point{start.x, middle} : Point{middle, start.y});
    points.push_back(rows_ ? Point{end.x, middle} : Point{middle, end.y});
    points.push_back(end);
  };
  for (const Area& lane : lanes_[place]) {
    bend_to(enter(lane));
    bend_to(leave(lane));
  }
  bend_to(enter(boxes_[arrow.to]));
  return points;
}

void LayerPlan::draw_arrows(Pen& pen) const {
  LabelSpace space({0, 0, width_, height_});
  for (const Area& box : boxes_) space.occupy(grown(box, 2));
  for (std::size_t layer = 0; layer < heads_.size(); ++layer) {
    if (rows_) space.occupy(text_area(diagram_.layers[layer], size_, heads_[layer], Anchor::start));
  }
  std::vector<std::vector<Point>> routes;
  for (std::size_t i = 0; i < diagram_.arrows.size(); ++i) {
    routes.push_back(route(i));
    const std::vector<Point>& points = routes.back();
    std::string commands = move_to(points.front());
    for (std::size_t j = 1; j + 2 < points.size(); j += 3) {
      commands += curve_to(points[j], points[j + 1], points[j + 2]);
    }
    const Point tip = points.back();
    pen.path("arrow " + diagram_.arrows[i].look, commands);
    // The way arrives straight from above, or straight from the left.
    pen.tip("arrow-head " + diagram_.arrows[i].look, rows_ ? Point{tip.x, tip.y - 1} : Point{tip.x - 1, tip.y}, tip);
  }
  for (std::size_t i = 0; i < routes.size(); ++i) {
    const std::string& badge = diagram_.arrows[i].badge;
    if (badge.empty()) continue;
    const double half_width = text_width(badge, size_ - 1) / 2 + 6;
    const double half_height = size_ * 0.8;
    std::vector<Area> candidates;
    for (const double away : {0.0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.24, -0.24, 0.3, -0.3, 0.36, -0.36}) {
      const Point at = on_curve(routes[i], 0.5 + away);
      candidates.push_back({at.x - half_width, at.y - half_height, at.x + half_width, at.y + half_height});
    }
    const auto place = space.place(candidates);
    if (!place) continue;
    const Area area = candidates[*place];
    pen.rect("arrow-badge " + diagram_.arrows[i].look, area, half_height);
    pen.text("badge-text " + diagram_.arrows[i].look, {area.centre().x, area.centre().y + (size_ - 1) * 0.35},
             Anchor::middle, size_ - 1, badge);
  }
}

void LayerPlan::draw_boxes(Pen& pen) const {
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    const Area& box = boxes_[i];
    const Text& text = texts_[i];
    pen.rect("box", box, 6);
    const double room = box.height() - text.height;
    const double top = box.top + padding - size_ * 0.12 + room / 2;
    const Area label{box.left + padding, top, box.right - padding, box.bottom};
    draw_label(pen, "box-label", text.label, label, Anchor::start, size_);
    const double below = top + lines_height(text.label, size_) + 3;
    draw_label(pen, "box-detail", text.detail, {label.left, below, label.right, below}, Anchor::start, size_ - 1);
  }
}

void LayerPlan::draw(Pen& pen) const {
  draw_arrows(pen);
  draw_boxes(pen);
  for (std::size_t layer = 0; layer < heads_.size(); ++layer) {
    const std::string& name = diagram_.layers[layer];
    const double room = rows_ ? width_ : bands_[layer].width();
    const auto lines = wrapped(name, room, size_, rows_ ? 1 : 2);
    Point at = heads_[layer];
    for (const std::string& line : lines) {
      if (rows_) {
        const Area area = text_area(line, size_, at, Anchor::start);
        pen.rect("paper", {0, area.top, area.right + 3, area.bottom + 1});
      }
      pen.text("layer-name", at, Anchor::start, size_, line);
      at.y += size_ * 1.35;
    }
    if (!rows_) {
      const double y = bands_[layer].top - 8;
      pen.line("rule strong", {bands_[layer].left, y}, {bands_[layer].right, y});
    }
  }
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const double y = keys_[i].y + size_ * 0.65;
    const Point start = {keys_[i].x, y};
    const Point end = {keys_[i].x + key_sample, y};
    pen.line("arrow " + diagram_.keys[i].look, start, end);
    pen.tip("arrow-head " + diagram_.keys[i].look, start, end);
    pen.text("label", {keys_[i].x + key_sample + 8, y + size_ * 0.35}, Anchor::start, size_, diagram_.keys[i].text);
  }
}

}  // namespace shirube::render::html
