// From an idea to a result in stages; every arrow says whether it is assumed, verified or refuted.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct LogicChain {
  struct Node {
    std::size_t stage = 0;
    std::string label;   // 前日売上把握率の上昇
    std::string detail;  // may be empty
  };
  enum class State { hypothesis, verified, refuted };
  struct Arrow {
    std::size_t from = 0;  // into the nodes; of an earlier stage than `to`
    std::size_t to = 0;
    State state = State::hypothesis;
    std::string evidence;  // in words; may be empty
  };

  std::string title;
  std::vector<std::string> stages;  // 理念, マインド変容, 行動変容（先行KPI）, 成果
  std::vector<Node> nodes;
  std::vector<Arrow> arrows;
};

std::string refusal(const LogicChain& chain, const Words& words);
std::string draw(const LogicChain& chain, const ChartPlace& place, const Words& words);
std::string sentence(const LogicChain& chain, const Words& words);
std::string table(const LogicChain& chain, const Words& words);

}  // namespace shirube::render::html
