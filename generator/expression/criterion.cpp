#include "expression/criterion.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "expression/conversion.h"
#include "expression/decimal.h"
#include "source/unicode.h"

namespace shirube::expression {

namespace {

struct Sign {
  char32_t value;
  enum { exact, one, many } kind;
};

std::vector<Sign> compile(std::string_view pattern) {
  const std::vector<char32_t> points = source::code_points(pattern);
  std::vector<Sign> signs;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t next = i + 1 < points.size() ? points[i + 1] : 0;
    if (points[i] == '~' && (next == '*' || next == '?' || next == '~')) {
      signs.push_back({next, Sign::exact});
      ++i;
    } else if (points[i] == '*') {
      signs.push_back({0, Sign::many});
    } else {
      signs.push_back({points[i], points[i] == '?' ? Sign::one : Sign::exact});
    }
  }
  return signs;
}

}  // namespace

bool matches_pattern(std::string_view text, std::string_view pattern) {
  const std::vector<char32_t> points = source::code_points(source::fold_case(text));
  const std::vector<Sign> signs = compile(source::fold_case(pattern));
  std::size_t at = 0;
  std::size_t sign = 0;
  std::optional<std::pair<std::size_t, std::size_t>> retry;  // after the last `*`; an earlier one never helps
  while (at < points.size()) {
    if (sign < signs.size() && signs[sign].kind == Sign::many) {
      retry = {at, ++sign};
    } else if (sign < signs.size() && (signs[sign].kind == Sign::one || signs[sign].value == points[at])) {
      ++at;
      ++sign;
    } else if (retry) {
      at = ++retry->first;
      sign = retry->second;
    } else {
      return false;
    }
  }
  while (sign < signs.size() && signs[sign].kind == Sign::many) ++sign;
  return sign == signs.size();
}

Criterion::Criterion(const Value& value) : operand_(value) {
  if (value.get<Blank>() != nullptr) operand_ = 0.0;
  const std::string* text = value.get<std::string>();
  if (text == nullptr) return;
  static constexpr std::array<std::pair<std::string_view, Relation>, 6> signs = {{{"<>", Relation::not_equal},
                                                                                  {"<=", Relation::less_equal},
                                                                                  {">=", Relation::greater_equal},
                                                                                  {"=", Relation::equal},
                                                                                  {"<", Relation::less},
                                                                                  {">", Relation::greater}}};
  std::string_view rest = *text;
  for (const auto& [sign, relation] : signs) {
    if (!rest.starts_with(sign)) continue;
    relation_ = relation;
    operator_written_ = true;
    rest.remove_prefix(sign.size());
    break;
  }
  if (const std::optional<double> number = text_to_number(rest)) {
    operand_ = *number;
  } else if (compare_texts(rest, "TRUE") == 0 || compare_texts(rest, "FALSE") == 0) {
    operand_ = compare_texts(rest, "TRUE") == 0;
  } else {
    operand_ = std::string(rest);
  }
}

bool Criterion::matches(const Value& cell) const {
  if (const std::string* wanted = operand_.get<std::string>()) {
    const std::string* text = cell.get<std::string>();
    if (wanted->empty())
      return cell.get<Blank>() != nullptr || (!operator_written_ && text != nullptr && text->empty());
    return text != nullptr && matches_pattern(*text, *wanted);
  }
  if (const double* wanted = operand_.get<double>()) {
    if (const double* number = cell.get<double>()) return nearly_equal(*number, *wanted);
    const std::string* text = cell.get<std::string>();
    const std::optional<double> spelled = text != nullptr ? text_to_number(*text) : std::nullopt;
    return spelled && nearly_equal(*spelled, *wanted);
  }
  return cell == operand_;
}

bool Criterion::takes(const Value& cell) const {
  if (relation_ == Relation::equal) return matches(cell);
  if (relation_ == Relation::not_equal) return !matches(cell);
  if (cell.state().index() != operand_.state().index()) return false;  // an order is among values of one type
  const int order = compare(cell, operand_);
  switch (relation_) {
    case Relation::less:
      return order < 0;
    case Relation::less_equal:
      return order <= 0;
    case Relation::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

}  // namespace shirube::expression
