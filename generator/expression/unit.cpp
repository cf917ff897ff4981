#include "expression/unit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace shirube::expression {

namespace {

struct Symbol {
  std::string_view symbol;
  std::string_view base;  // the same thing, measured in which …
  double scale;           // … one of these is so many
  bool counter;
};

constexpr Symbol symbols[] = {
    {"円", "円", 1, false},
    {"千円", "円", 1e3, false},
    {"万円", "円", 1e4, false},
    {"百万円", "円", 1e6, false},
    {"億円", "円", 1e8, false},
    {"十億円", "円", 1e9, false},
    {"兆円", "円", 1e12, false},
    {"%", "%", 1, false},
    {"pt", "pt", 1, false},
    {"倍", "倍", 1, false},
    {"回", "回", 1, true},
    {"万回", "回", 1e4, true},
    {"件", "件", 1, true},
    {"千件", "件", 1e3, true},
    {"万件", "件", 1e4, true},
    {"名", "人", 1, true},
    {"人", "人", 1, true},
    {"千人", "人", 1e3, true},
    {"万人", "人", 1e4, true},
    {"秒", "分", 1.0 / 60, false},
    {"分", "分", 1, false},
    {"時間", "分", 60, false},
    {"日", "日", 1, true},
    {"週", "日", 7, true},
    {"ヶ月", "月", 1, true},
    {"月", "月", 1, true},
    {"年", "月", 12, true},
    {"点", "点", 1, true},
    {"行", "行", 1, true},
    {"枚", "枚", 1, true},
    {"本", "本", 1, true},
    {"社", "社", 1, true},
    {"台", "台", 1, true},
    {"個", "個", 1, true},
    {"組", "組", 1, true},
    {"ロット", "ロット", 1, true},
    {"工程", "工程", 1, true},
};

const Symbol* find_symbol(std::string_view symbol) {
  const auto* found =
      std::find_if(std::begin(symbols), std::end(symbols), [&](const Symbol& row) { return row.symbol == symbol; });
  return found == std::end(symbols) ? nullptr : found;
}

std::optional<Ratio> ratio_of(std::string_view symbol) {
  if (symbol == "%") return Ratio::percent;
  if (symbol == "pt") return Ratio::point;
  if (symbol == "倍") return Ratio::times;
  return std::nullopt;
}

// Calls `take(symbol, power)` for each part; false if one is unknown.
template <class Take>
bool split(std::string_view text, const Take& take) {
  constexpr std::string_view dot = "・";
  int sign = 1;
  for (bool first = true;; first = false) {
    const std::size_t slash = text.find('/');
    const std::size_t end = std::min(slash, text.find(dot));
    const std::string_view part = text.substr(0, end);
    const Symbol* symbol = find_symbol(part);
    if (symbol != nullptr) {
      take(*symbol, sign);
    } else if (!(first && part == "1" && end == slash && slash != std::string_view::npos)) {
      return false;
    }
    if (end == std::string_view::npos) return true;
    sign = end == slash ? -1 : 1;
    text.remove_prefix(end + (end == slash ? 1 : dot.size()));
  }
}

class Builder {
 public:
  void add(std::string_view symbol, int power) { powers_[symbol] += power; }
  void add(const Dimension& dimension, int power) {
    for (const auto& [symbol, own] : dimension.factors) powers_[symbol] += own * power;
  }
  Dimension finish(Ratio ratio) const {
    Dimension result;
    for (const auto& factor : powers_) {
      if (factor.second != 0) result.factors.emplace_back(factor);
    }
    if (result.factors.empty()) result.ratio = ratio;
    return result;
  }

 private:
  std::map<std::string_view, int> powers_;
};

// A point of a percent, twice a percent …: what is more than a plain number remains, a point before all.
Ratio product_of(Ratio left, Ratio right) {
  if (left == right) return left == Ratio::point ? Ratio::plain : left;
  if (left == Ratio::count || right == Ratio::count) return Ratio::plain;
  for (const Ratio kind : {Ratio::point, Ratio::percent, Ratio::times}) {
    if (left == kind || right == kind) return kind;
  }
  return Ratio::plain;
}

// Divided by a bare number it remains what it was; anything else is a ratio of two things.
Ratio quotient_of(Ratio left, Ratio right) {
  const bool bare = right == Ratio::plain || right == Ratio::count || right == Ratio::times;
  return bare && left != right && left != Ratio::count ? left : Ratio::plain;
}

// In base units: the powers, and how many of them one is.
std::pair<Dimension, double> in_base_units(const Dimension& dimension) {
  Builder builder;
  double scale = 1;
  for (const auto& [symbol, power] : dimension.factors) {
    const Symbol* row = find_symbol(symbol);
    builder.add(row->base, power);
    scale *= std::pow(row->scale, power);
  }
  return {builder.finish(dimension.ratio), scale};
}

}  // namespace

const std::vector<std::string_view>& unit_symbols() {
  static const std::vector<std::string_view> list = [] {
    std::vector<std::string_view> all;
    for (const Symbol& row : symbols) all.push_back(row.symbol);
    return all;
  }();
  return list;
}

std::optional<Unit> parse_unit(std::string_view text) {
  if (!split(text, [](const Symbol&, int) {})) return std::nullopt;
  return Unit{std::string(text)};
}

double number_in_formulas(double value, const Unit& unit) {
  return unit.symbol == "%" || unit.symbol == "pt" ? value / 100 : value;
}

double number_in_unit(double number, const Unit& unit) {
  return unit.symbol == "%" || unit.symbol == "pt" ? number * 100 : number;
}

Dimension dimension(const Unit& unit) {
  if (const auto ratio = ratio_of(unit.symbol)) return {{}, *ratio};
  Builder builder;
  split(unit.symbol, [&](const Symbol& symbol, int power) {
    // A ratio next to a thing adds nothing to it.
    if (!ratio_of(symbol.symbol)) builder.add(symbol.scale == 1 ? symbol.base : symbol.symbol, power);
  });
  return builder.finish(Ratio::plain);
}

Dimension product(const Dimension& left, const Dimension& right) {
  Builder builder;
  builder.add(left, 1);
  builder.add(right, 1);
  const bool ratios = left.is_ratio() && right.is_ratio();
  return builder.finish(ratios ? product_of(left.ratio, right.ratio) : Ratio::plain);
}

Dimension quotient(const Dimension& left, const Dimension& right) {
  Builder builder;
  builder.add(left, 1);
  builder.add(right, -1);
  const bool ratios = left.is_ratio() && right.is_ratio();
  return builder.finish(ratios ? quotient_of(left.ratio, right.ratio) : Ratio::plain);
}

Dimension power(const Dimension& base, int exponent) {
  if (exponent == 1) return base;
  Builder builder;
  builder.add(base, exponent);
  return builder.finish(Ratio::plain);
}

std::optional<Dimension> square_root(const Dimension& base) {
  Builder builder;
  for (const auto& [symbol, power] : base.factors) {
    if (power % 2 != 0) return std::nullopt;
    builder.add(symbol, power / 2);
  }
  return builder.finish(Ratio::plain);
}

std::string spelling(const Dimension& dimension) {
  if (dimension.is_ratio()) {
    switch (dimension.ratio) {
      case Ratio::percent:
        return "%";
      case Ratio::point:
        return "pt";
      case Ratio::times:
        return "倍";
      default:
        return "";
    }
  }
  std::string above;
  std::string below;
  for (const auto& [symbol, power] : dimension.factors) {
    for (int i = 0; i < std::abs(power); ++i) {
      if (power > 0 && !above.empty()) above += "・";
      (power > 0 ? above : below.append("/")) += symbol;
    }
  }
  return (above.empty() ? "1" : above) + below;
}

bool is_counter(const Dimension& dimension) {
  return dimension.factors.size() == 1 && dimension.factors[0].second == 1 &&
         find_symbol(dimension.factors[0].first)->counter;
}

std::optional<double> conversion(const Dimension& from, const Dimension& to) {
  const auto [from_base, from_scale] = in_base_units(from);
  const auto [to_base, to_scale] = in_base_units(to);
  if (from_base != to_base) return std::nullopt;
  return from_scale / to_scale;
}

}  // namespace shirube::expression
