#include "model/field_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/number_text.h"

namespace shirube::model {

namespace {

constexpr std::size_t most_digits = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Leading zeros, and those at the end of a whole number, are not significant digits.
std::size_t significant_digits(std::string_view whole) {
  while (whole.starts_with('0')) whole.remove_prefix(1);
  while (whole.ends_with('0')) whole.remove_suffix(1);
  return whole.size();
}

// `text` begins with a number, sign? digits (. digits)?; it is taken off.
std::optional<double> take_number(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto digits = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end;
  };
  std::size_t end = digits(0);
  if (end == 0 || significant_digits(text.substr(0, end)) > most_digits) return std::nullopt;
  if (end < text.size() && text[end] == '.') {
    const std::size_t behind = digits(end + 1);
    if (behind == end + 1) return std::nullopt;
    end = behind;
  }
  double value = 0;
  if (std::from_chars(text.data(), text.data() + end, value, std::chars_format::fixed).ec != std::errc() ||
      !std::isfinite(value)) {
    return std::nullopt;
  }
  text.remove_prefix(end);
  return negative && value != 0 ? -value : value;
}

}  // namespace

CellKind cell_kind(const FieldDefinition& field, const Indicator* indicator) {
  if (!field.indicator_unit || indicator == nullptr) return {field.type, field.unit};
  // A measure in % is kept as a fraction, so that 40 and 40% mean the same to whoever types it.
  if (indicator->unit.symbol == "%") return {FieldType::percent, {}};
  return {field.type, indicator->unit};
}

std::optional<double> cell_number(const CellKind& kind, const Quantity& quantity) {
  using expression::Ratio;
  const expression::Dimension from = expression::dimension(quantity.unit);
  if (kind.type == FieldType::percent) {
    if (!from.is_ratio()) return std::nullopt;
    if (from.ratio == Ratio::percent) return quantity.value / 100;
    if (from.ratio == Ratio::times) return quantity.value;
    return std::nullopt;
  }
  if (kind.unit.symbol.empty() || kind.unit == quantity.unit) return quantity.value;
  const expression::Dimension to = expression::dimension(kind.unit);
  const auto factor = expression::conversion(from, to);
  const auto inverse = expression::conversion(to, from);
  if (!factor || !inverse) return std::nullopt;
  // Of 1000 and 0.001 one is exact.
  return *inverse > 1 ? quantity.value / *inverse : quantity.value * *factor;
}

std::optional<Quantity> typed_quantity(const CellKind& kind, std::string_view text) {
  const int decimals = decimals_of(text);
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty()) return Quantity{*number, kind.type == FieldType::percent ? Unit{"%"} : kind.unit, {}, decimals};
  const auto unit = parse_unit(text);
  return unit ? std::optional(Quantity{*number, *unit, {}, decimals}) : std::nullopt;
}

std::optional<double> typed_number(const CellKind& kind, std::string_view text) {
  const auto quantity = typed_quantity(kind, text);
  if (!quantity) return std::nullopt;
  const bool bare = kind.type != FieldType::percent && kind.unit.symbol.empty();
  return bare && !quantity->unit.symbol.empty() ? std::nullopt : cell_number(kind, *quantity);
}

double cell_limit(const FieldDefinition& field, FieldType cell_type, double limit) {
  return cell_type == FieldType::percent && field.type != FieldType::percent ? limit / 100 : limit;
}

}  // namespace shirube::model
