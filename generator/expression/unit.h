// Units as authors write them, and what becomes of them in a calculation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shirube::expression {

// A known symbol (円 千円 百万円 億円 % pt 倍 回 件 名 人 分 時間 日 週 ヶ月 月 年 …), or symbols joined by `/` and `・`, read
// from left to right: 円/人/月, 人・日, 1/月. Two spellings of one unit (ヶ月 and 月) differ here; see Dimension.
struct Unit {
  std::string symbol;  // empty: a plain number
  friend bool operator==(const Unit&, const Unit&) = default;
};

// Nothing if a part of `text` is not a known symbol.
std::optional<Unit> parse_unit(std::string_view text);
const std::vector<std::string_view>& unit_symbols();

// In a formula a value in % or pt is a ratio, as in a cell: 6.25 % is 0.0625. Any other is the number as it is.
double number_in_formulas(double value, const Unit& unit);
// The other way: 0.0625 is shown as 6.25 %.
double number_in_unit(double number, const Unit& unit);

// A number that no unit of a thing remains in. A percent is a ratio too, and a point a difference of two percents.
enum class Ratio { plain, count, percent, point, times };

// What a unit is for the algebra. 円 ÷ 円/月 is 月, which ヶ月 spells as well; 千円 and 円 are two, for nothing is
// converted within a formula. % × 円 is 円.
struct Dimension {
  std::vector<std::pair<std::string_view, int>> factors;  // symbol and power, sorted, no power 0
  Ratio ratio = Ratio::plain;                             // of meaning only without factors

  bool is_ratio() const { return factors.empty(); }
  friend bool operator==(const Dimension&, const Dimension&) = default;
};

// `unit` is a known one.
Dimension dimension(const Unit& unit);
Dimension product(const Dimension& left, const Dimension& right);
Dimension quotient(const Dimension& left, const Dimension& right);
Dimension power(const Dimension& base, int exponent);
// Nothing if it does not come out even: the square root of 円 is not a unit.
std::optional<Dimension> square_root(const Dimension& base);

// 円/人/月, 1/月, %; empty for a plain number and a count.
std::string spelling(const Dimension& dimension);
// 人, 回, 件 …: what a COUNT may be declared to count.
bool is_counter(const Dimension& dimension);
// What to multiply a value in `from` by to have it in `to`: 1000 from 千円/月 to 円/月. Nothing between different
// things.
std::optional<double> conversion(const Dimension& from, const Dimension& to);

}  // namespace shirube::expression
