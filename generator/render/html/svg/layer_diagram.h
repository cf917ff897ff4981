// Boxes in layers and the arrows between them: side by side from left to right on a page, one below the other on a
// phone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/svg/pen.h"

namespace shirube::render::html {

struct LayerDiagram {
  struct Node {
    std::size_t layer = 0;
    std::string label;
    std::string detail;  // may be empty
  };
  struct Arrow {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string look;   // CSS class
    std::string badge;  // on the arrow; may be empty
  };
  struct Key {
    std::string look;
    std::string text;
  };
  std::vector<std::string> layers;
  std::vector<Node> nodes;
  std::vector<Arrow> arrows;
  std::vector<Key> keys;  // samples of arrows below the diagram
};

// Whether all places exist, every arrow leads to a later layer and no two join the same nodes.
bool is_layered(const LayerDiagram& diagram);

// Where everything is drawn. Arrows that pass over layers get a lane of their own beside the boxes there.
class LayerPlan {
 public:
  // The diagram is layered and has a node; it outlives the plan.
  LayerPlan(const LayerDiagram& diagram, DrawnFor drawn_for);

  double width() const { return width_; }
  double height() const { return height_; }
  const std::vector<Area>& boxes() const { return boxes_; }  // one per node
  void draw(Pen& pen) const;

 private:
  struct Text {
    std::vector<std::string> label;
    std::vector<std::string> detail;
    double height = 0;
  };
  void place_columns();
  void place_rows();
  void place_keys(double top);
  Text text_of(const LayerDiagram::Node& node, double width) const;
  std::vector<Point> route(std::size_t arrow) const;  // a start, then three points for each Bézier piece
  void draw_arrows(Pen& pen) const;
  void draw_boxes(Pen& pen) const;

  const LayerDiagram& diagram_;
  bool rows_;
  double size_;
  double width_ = 0;
  double height_ = 0;
  std::vector<Text> texts_;
  std::vector<Area> boxes_;
  std::vector<Area> bands_;               // one per layer: where its boxes are
  std::vector<Point> heads_;              // one per layer: where its name begins, or is centred
  std::vector<std::vector<Area>> lanes_;  // one list an arrow: the layers that it passes over
  std::vector<Point> keys_;               // one per key
};

}  // namespace shirube::render::html
