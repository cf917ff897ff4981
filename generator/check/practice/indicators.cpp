#include <algorithm>
#include <set>
#include <string>

#include "check/practice/practice.h"
#include "expression/formula_name.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using model::Indicator;

bool is_id_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// Ids as they are in records, directives and templates, and in formulas: all as formulas write them.
void add_words(std::string_view text, std::set<std::string>& words) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_id_sign(text[end])) ++end;
    if (end > i) {
      words.insert(expression::name_in_formulas(text.substr(i, end - i)));
    }
    i = std::max(end, i + 1);
  }
}

bool measured_before(const model::Site& site, const std::string& id) {
  return std::any_of(site.records.pilots.begin(), site.records.pilots.end(), [&](const model::Pilot& pilot) {
    const auto is_it = [&](const auto& one) { return one.id.value == id; };
    const auto is_about_it = [&](const auto& one) { return one.indicator.value == id; };
    return std::any_of(pilot.indicators.begin(), pilot.indicators.end(), is_it) ||
           std::any_of(pilot.observations.begin(), pilot.observations.end(), is_about_it) ||
           (pilot.survey && std::any_of(pilot.survey->items.begin(), pilot.survey->items.end(), is_about_it));
  });
}

}  // namespace

void check_indicator_practice(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  if (site.records.indicators.empty()) return;
  std::set<std::string> used;
  for (const model::Passage& passage : site.passages) {
    const bool is_own_id =
        std::any_of(site.records.indicators.begin(), site.records.indicators.end(),
                    [&](const Indicator& indicator) { return indicator.head.id.range == passage.range; });
    if (!is_own_id) add_words(passage.text, used);
  }
  for (const Indicator& indicator : site.records.indicators) {
    const auto& id = indicator.head.id;
    if (!used.contains(expression::name_in_formulas(id.value))) sink.report(Kind::indicator_orphan, id.range, {indicator.label});
    if (!indicator.target || indicator.baseline) continue;
    const model::Target& target = *indicator.target;
    if (target.kind == model::TargetKind::absolute || measured_before(site, id.value)) continue;
    sink.report(Kind::indicator_baseline, target.value.range, {indicator.label});
  }
}

}  // namespace shirube::check
