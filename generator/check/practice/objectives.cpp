#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "check/practice/practice.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Objective;
using model::ObjectiveLevel;

// Words that end a sentence without saying what somebody would see.
constexpr std::array<std::string_view, 10> efforts = {"努力する", "努める", "徹底する", "推進する",   "心がける",
                                                      "意識する", "頑張る", "がんばる", "充実を図る", "拡充する"};
bool is_kana(char32_t c) {
  return c >= 0x3041 && c <= 0x309F;
}

// 本人と上長、オーナー・推進者: how many people that is.
std::size_t count_owners(std::string_view owner) {
  std::size_t count = 1;
  const std::vector<char32_t> signs = source::code_points(owner);
  for (std::size_t i = 1; i + 1 < signs.size(); ++i) {
    const char32_t c = signs[i];
    const bool separates = c == U'、' || c == U'，' || c == ',' || c == U'・' || c == '/' || c == U'／' || c == '&' ||
                           c == U'＆' || (c == U'と' && !is_kana(signs[i - 1]) && !is_kana(signs[i + 1]));
    if (separates) ++count;
  }
  return count;
}

bool is_effort(std::string_view text) {
  while (text.ends_with("。")) text.remove_suffix(std::string_view("。").size());
  return std::any_of(efforts.begin(), efforts.end(), [&](std::string_view word) { return text.ends_with(word); });
}

void check_measures(const Objective& objective, Sink& sink) {
  if (objective.measures.empty()) {
    sink.report(Kind::objective_unmeasured, objective.head.id.range, {objective.title});
    return;
  }
  bool only_numbers = true;
  for (const model::Measure& measure : objective.measures) {
    const source::SourceRange place = measure.range;
    const std::string& name = measure.indicator ? measure.indicator->value : measure.text;
    // An indicator brings a target of its own.
    if (!measure.target && !measure.indicator) {
      sink.report(Kind::measure_no_number, place, {name});
      only_numbers = false;
    }
    if (measure.deadline.empty()) sink.report(Kind::measure_no_deadline, place, {name});
  }
  if (only_numbers && objective.note.empty()) {
    sink.report(Kind::objective_only_numbers, objective.head.id.range, {objective.title});
  }
}

void check_reviews(const std::vector<model::Review>& reviews, Sink& sink) {
  constexpr std::int64_t least = 4;  // every quarter
  if (reviews.empty()) return;
  const auto most =
      std::max_element(reviews.begin(), reviews.end(),
                       [](const model::Review& a, const model::Review& b) { return a.times_a_year < b.times_a_year; });
  if (most->times_a_year >= least) return;
  sink.report(Kind::reviews_rare, most->head.id.range, {std::to_string(most->times_a_year), std::to_string(least)});
}

}  // namespace

void check_objective_practice(const model::Site& site, const Index&, Sink& sink) {
  const model::Records& records = site.records;
  check_reviews(records.reviews, sink);
  std::set<std::string> supported;
  std::set<std::string> covered;
  bool has_individual = false;
  for (const Objective& objective : records.objectives) {
    if (objective.parent) supported.insert(objective.parent->value);
    if (objective.level != ObjectiveLevel::individual) continue;
    has_individual = true;
    covered.insert(objective.category);
  }
  for (const Objective& objective : records.objectives) {
    const auto place = objective.head.id.range;
    if (const std::size_t owners = count_owners(objective.owner); owners > 1) {
      sink.report(Kind::objective_owners, place, {objective.title, std::to_string(owners), objective.owner});
    }
    if (is_effort(objective.title)) sink.report(Kind::objective_effort, place, {objective.title});
    for (const model::Measure& measure : objective.measures) {
      if (is_effort(measure.text)) sink.report(Kind::objective_effort, measure.range, {measure.text});
    }
    if (objective.level <= ObjectiveLevel::organisation && !supported.contains(objective.head.id.value)) {
      sink.report(Kind::objective_childless, place, {objective.title, objective.head.id.value});
    }
    if (objective.level != ObjectiveLevel::individual) continue;
    check_measures(objective, sink);
  }
  if (!has_individual) return;
  for (const auto& category : records.categories) {
    if (!covered.contains(category.value)) sink.report(Kind::category_uncovered, category.range, {category.value});
  }
}

}  // namespace shirube::check
