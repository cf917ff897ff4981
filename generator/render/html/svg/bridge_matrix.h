// Rows that lead from a value through behaviour and operation to sales and the pilot's target.
#pragma once

#include <string>
#include <vector>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct BridgeMatrix {
  std::string title;
  std::vector<std::string> columns;  // 理念・価値観, 行動指標, 業務KPI, 売上接続ロジック, パイロット目標
  std::vector<std::vector<std::string>> rows;  // one text for each column; the last is the target
};

std::string refusal(const BridgeMatrix& matrix, const Words& words);
std::string draw(const BridgeMatrix& matrix, const ChartPlace& place, const Words& words);
std::string sentence(const BridgeMatrix& matrix, const Words& words);
std::string table(const BridgeMatrix& matrix, const Words& words);

}  // namespace shirube::render::html
