#include "check/figures.h"

#include <algorithm>
#include <optional>

#include "diagnostic/suggestion.h"
#include "expression/evaluate.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;

// In formulas an id is written with `_` for `-`, which would be a minus there.
std::string name_in_formulas(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

}  // namespace

std::vector<double> compute_figures(const model::Records& records, const Index& index, diagnostic::Sink& sink) {
  const std::size_t count = records.figures.size();
  IdIndex by_name;
  for (const auto& [id, position] : index.figures) by_name.emplace(name_in_formulas(id), position);

  std::vector<std::optional<double>> values(count);
  std::vector<bool> faulty(count, false);
  std::vector<std::vector<std::size_t>> needs(count);
  for (std::size_t i = 0; i < count; ++i) {
    const model::Figure& figure = records.figures[i];
    if (figure.value) values[i] = figure.value->value;
    if (!figure.formula) continue;
    for (const auto& name : expression::names(*figure.formula)) {
      const auto found = by_name.find(name.value);
      if (found != by_name.end()) {
        needs[i].push_back(found->second);
        continue;
      }
      faulty[i] = true;
      sink.report(Kind::unknown_figure, name.range, {name.value})
          .suggest(diagnostic::near_miss(name.value, ids(by_name)));
    }
  }

  // As long as a round finds a figure whose needs are all known. A circle never becomes ready.
  bool progress = true;
  while (progress) {
    progress = false;
    for (std::size_t i = 0; i < count; ++i) {
      const model::Figure& figure = records.figures[i];
      if (values[i] || faulty[i] || !figure.formula) continue;
      if (std::any_of(needs[i].begin(), needs[i].end(), [&](std::size_t n) { return faulty[n]; })) {
        faulty[i] = true;  // its need was reported
        progress = true;
        continue;
      }
      if (!std::all_of(needs[i].begin(), needs[i].end(), [&](std::size_t n) { return values[n].has_value(); }))
        continue;
      const expression::Value result = expression::evaluate(
          *figure.formula, [&](const std::string& name) { return expression::Value(*values[by_name.at(name)]); });
      progress = true;
      if (const double* number = result.get<double>()) {
        values[i] = *number;
      } else {
        faulty[i] = true;
        const expression::Error* error = result.get<expression::Error>();
        sink.report(Kind::figure_not_a_number, figure.formula->range(),
                    {figure.head.id.value, error != nullptr ? expression::spelling(*error) : "text"});
      }
    }
  }
  std::vector<double> result(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (values[i]) {
      result[i] = *values[i];
    } else if (!faulty[i] && records.figures[i].formula) {
      sink.report(Kind::figure_circle, records.figures[i].formula->range(), {records.figures[i].head.id.value});
    }
  }
  return result;
}

}  // namespace shirube::check
