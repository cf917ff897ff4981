#include <algorithm>
#include <array>

#include "model/fields/measurement.h"
#include "model/workbook_source.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Located;
using model::TargetKind;

// Words that make a number, or the lack of one, a matter of taste.
constexpr std::array<std::string_view, 13> vague_words = {"相当", "程度", "約",   "およそ", "前後", "くらい", "ぐらい",
                                                          "傾向", "ほぼ", "上振", "以上",   "以下", "about"};

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// `20〜30 pt`: two numbers with a sign of a range between them. Gives both.
std::optional<std::pair<std::string, std::string>> range_ends(const std::string& plain) {
  for (const std::string_view sign : {"〜", "~", "–", "—", "から", "-", "…", ".."}) {
    const std::size_t at = plain.find(sign, 1);
    if (at == std::string::npos) continue;
    std::string first = plain.substr(0, at);
    const std::string second = plain.substr(at + sign.size());
    if (!has_digit(first) || !has_digit(second)) continue;
    // The unit follows the second number and belongs to both.
    if (std::string_view("0123456789").find(first.back()) != std::string_view::npos) {
      first += second.substr(second.find_last_of("0123456789") + 1);
    }
    return std::pair(first, second);
  }
  return std::nullopt;
}

// True if the text is not a threshold at all; then the reason has been reported.
bool is_vague(const YamlNode& node, diagnostic::Sink& sink) {
  if (node.kind != YamlNode::Kind::scalar) return false;
  const std::string plain = source::to_nfkc(node.text.substr(0, 200));
  if (const auto ends = range_ends(plain)) {
    sink.report(Kind::gate_range_threshold, node.range, {node.text, ends->first, ends->second});
    return true;
  }
  const bool vague = std::any_of(vague_words.begin(), vague_words.end(),
                                 [&](std::string_view word) { return plain.find(word) != std::string::npos; });
  if (has_digit(plain) && !vague) return false;
  sink.report(Kind::gate_vague_threshold, node.range, {node.text});
  return true;
}

TargetKind kind_of(const model::Unit& unit) {
  return unit.symbol == "倍" ? TargetKind::ratio : unit.symbol == "pt" ? TargetKind::difference : TargetKind::absolute;
}

// `20 pt`, `1.5 倍`, `3 件`: the unit determines the kind. Or a mapping, as targets are written.
std::optional<model::Target> read_threshold(FieldReader& fields) {
  const YamlNode* node = fields.node("threshold");
  if (node == nullptr) {
    fields.missing("threshold");
    return std::nullopt;
  }
  if (node->kind == YamlNode::Kind::mapping) {
    const YamlNode* value = node->find("value");
    if (value != nullptr && is_vague(*value, fields.sink())) return std::nullopt;
    model::Target target;
    FieldReader inner(*node, "threshold", fields.sink());
    return read_struct(inner, target) ? std::optional(target) : std::nullopt;
  }
  if (!fields.required_word("threshold") || is_vague(*node, fields.sink())) return std::nullopt;
  const auto value = fields.quantity("threshold");
  if (!value) return std::nullopt;
  return model::Target{kind_of(value->unit), *value, std::nullopt};
}

// {figure: agreed-uplift}: the one number that other places use as well.
std::optional<Located<std::string>> read_figure(FieldReader& fields) {
  const YamlNode* node = fields.node("threshold");
  if (node == nullptr || node->kind != YamlNode::Kind::mapping || node->find("figure") == nullptr) return std::nullopt;
  FieldReader inner(*node, "threshold", fields.sink());
  auto figure = inner.id("figure");
  inner.finish();
  return figure;
}

// A change over what? Without its base line it cannot be checked by anybody.
bool lacks_baseline(const model::Condition& condition) {
  return !condition.formula && condition.threshold.kind != TargetKind::absolute && condition.baseline.empty();
}

}  // namespace

bool settle(FieldReader& fields, model::Condition& condition, bool usable) {
  condition.indicator = fields.id("indicator");
  const bool has_formula = fields.has("expression");
  if (const auto text = fields.word("expression")) {
    condition.formula = read_formula(*fields.node("expression"), fields.sink());
    condition.formula_text = text->value;
  }
  condition.baseline = fields.plain_text("baseline");
  condition.figure = read_figure(fields);
  const auto threshold = condition.figure ? std::optional(model::Target{}) : read_threshold(fields);
  condition.direction =
      fields.choice<model::Direction>("direction", {{"up", model::Direction::up}, {"down", model::Direction::down}});
  condition.least_people = fields.integer("least_people", 1, model::most_people);
  condition.evidence = fields.required_plain_text("evidence");
  if (!fields.is_mapping()) return false;
  if (has_formula == fields.has("indicator")) {
    fields.sink().report(Kind::gate_one_measure, {condition.range.file, condition.range.begin, condition.range.begin});
    return false;
  }
  if (has_formula && !fields.has("direction")) fields.missing("direction");
  if (!threshold || (!condition.indicator && !condition.formula)) return false;
  condition.threshold = *threshold;
  if (condition.formula) {
    condition.threshold.kind = TargetKind::absolute;
    return usable && condition.direction;
  }
  if (lacks_baseline(condition)) {
    fields.sink().report(Kind::gate_no_baseline, threshold->value.range, {model::show(threshold->value)});
    return false;
  }
  return usable;
}

bool settle(FieldReader& fields, model::Criterion& criterion, bool usable) {
  const bool all = fields.has("all");
  if (all || fields.has("any")) {
    criterion.combination = all ? model::Combination::all : model::Combination::any;
    const FieldFacts several{.key = all ? "all" : "any", .whole = true};
    usable = read_value(fields, several, criterion.conditions) && usable;
  } else {
    model::Condition condition;
    condition.range = fields.range();
    usable = settle(fields, condition, usable) && usable;
    criterion.conditions.push_back(std::move(condition));
  }
  if (!usable || !criterion.conditions.empty()) return usable;
  const source::SourceRange range = fields.range();
  fields.sink().report(Kind::gate_one_measure, {range.file, range.begin, range.begin});
  return false;
}

void settle_thresholds(model::Records& records, diagnostic::Sink& sink) {
  for (model::Gate& gate : records.gates) {
    for (model::Criterion& criterion : gate.criteria) {
      for (model::Condition& condition : criterion.conditions) {
        if (!condition.figure || condition.threshold.value.range) continue;
        const model::Figure* figure = model::find_record(records.figures, condition.figure->value);
        if (figure == nullptr || !figure->value) continue;
        condition.threshold.value = {figure->value->value, figure->unit, condition.figure->range,
                                     std::max(figure->decimals, 0)};
        if (!condition.formula) condition.threshold.kind = kind_of(figure->unit);
        if (!lacks_baseline(condition)) continue;
        sink.report(Kind::gate_no_baseline, condition.figure->range, {model::show(condition.threshold.value)});
      }
    }
  }
}

bool settle(FieldReader& fields, model::Gate& gate, bool usable) {
  if (gate.criteria.size() > model::most_criteria) {
    fields.sink().report(Kind::gate_many_criteria, gate.criteria[model::most_criteria].id.range,
                         {std::to_string(gate.criteria.size()), std::to_string(model::most_criteria)});
    return false;
  }
  return usable && !gate.criteria.empty() && !gate.verdicts.empty();
}

}  // namespace shirube::parse
