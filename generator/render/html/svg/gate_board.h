// The criteria of a decision, which of them are met, and the verdict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct GateBoard {
  enum class State { met, not_met, undecidable };
  struct Criterion {
    std::string label;  // 前日売上把握率
    State state = State::undecidable;
    std::string measured;   // +32pt; empty if nothing is
    std::string threshold;  // +30pt以上
    std::string note;       // why it cannot be decided, or evidence; may be empty
  };

  std::string title;
  std::string rule;  // 3項目のうち2項目以上を満たせば続行
  std::vector<Criterion> criteria;
  std::vector<std::string> verdicts;   // 続行, 拡張, ピボット, 中止
  std::optional<std::size_t> verdict;  // into the verdicts; nothing while it cannot be decided
};

std::string refusal(const GateBoard& board, const Words& words);
std::string draw(const GateBoard& board, const ChartPlace& place, const Words& words);
std::string sentence(const GateBoard& board, const Words& words);
std::string table(const GateBoard& board, const Words& words);

}  // namespace shirube::render::html
