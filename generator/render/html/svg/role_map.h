// What leads to what, layer by layer; on a phone a list.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct RoleMap {
  struct Node {
    std::size_t layer = 0;
    std::string label;
  };
  struct Step {
    std::size_t from = 0;  // into the nodes; of an earlier layer than `to`
    std::size_t to = 0;
  };
  std::string title;
  std::vector<std::string> layers;  // 役割, パス
  std::vector<Node> nodes;
  std::vector<Step> steps;
};

std::string refusal(const RoleMap& map, const Words& words);
std::string draw(const RoleMap& map, const ChartPlace& place, const Words& words);
std::string sentence(const RoleMap& map, const Words& words);
std::string table(const RoleMap& map, const Words& words);

}  // namespace shirube::render::html
