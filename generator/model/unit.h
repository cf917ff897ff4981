// Units as authors write them, and numbers that carry one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/range.h"

namespace shirube::model {

// A known symbol (円 千円 万円 % pt 倍 回 件 名 人 分 時間 日 週 ヶ月 年 点 行 枚), or a quotient of them (回/人/週).
// Equal symbols, equal units; conversion is not attempted here.
struct Unit {
  std::string symbol;  // empty: a plain number
  friend bool operator==(const Unit&, const Unit&) = default;
};

// Nothing if a part of `text` is no known symbol.
std::optional<Unit> parse_unit(std::string_view text);
const std::vector<std::string_view>& unit_symbols();

struct Quantity {
  double value = 0;
  Unit unit;
  source::SourceRange range;
};

// Digits grouped by threes, at most `decimals` decimals (trailing zeros kept), negative numbers with △; then the unit.
std::string show(double value, int decimals);
std::string show(const Quantity& quantity, int decimals);
// As many decimals as the number needs, at most 6.
std::string show(const Quantity& quantity);

}  // namespace shirube::model
