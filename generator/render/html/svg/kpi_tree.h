// Indicators in their layers, from what people think to what the company earns, and what is said to move what.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct KpiTree {
  struct Node {
    std::size_t layer = 0;
    std::string label;   // 前日売上把握率
    std::string detail;  // %・高いほど良い; may be empty
  };
  // A connection by arithmetic is drawn as a line, an assumed one as a dashed line.
  enum class Kind { formula, assumption };
  struct Edge {
    std::size_t from = 0;  // into the nodes; of an earlier layer than `to`
    std::size_t to = 0;
    Kind kind = Kind::assumption;
  };

  std::string title;
  std::vector<std::string> layers;  // 心理, 行動（先行KPI）, 業務, 成果
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

std::string refusal(const KpiTree& tree, const Words& words);
std::string draw(const KpiTree& tree, const ChartPlace& place, const Words& words);
std::string sentence(const KpiTree& tree, const Words& words);
std::string table(const KpiTree& tree, const Words& words);

}  // namespace shirube::render::html
