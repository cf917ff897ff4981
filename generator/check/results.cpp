#include "check/results.h"

#include "diagnostic/suggestion.h"

namespace shirube::check {

using diagnostic::Kind;
using model::Calculation;

namespace {

struct Parts {
  std::string calculation;
  std::string line;
  std::string scenario;
  bool in_scenario = false;
};

// Ids of calculations and of lines may have dots: the longest calculation that exists is meant.
Parts parts_of(const Index& index, const std::string& wanted) {
  const std::size_t at = wanted.find('@');
  const std::string path = wanted.substr(0, at);
  Parts parts;
  if (at != std::string::npos) {
    parts.scenario = wanted.substr(at + 1);
    parts.in_scenario = true;
  }
  for (std::size_t dot = path.rfind('.'); dot != std::string::npos && dot > 0; dot = path.rfind('.', dot - 1)) {
    if (!index.known<model::Calculation>().contains(path.substr(0, dot))) continue;
    parts.calculation = path.substr(0, dot);
    parts.line = path.substr(dot + 1);
    break;
  }
  return parts;
}

std::vector<std::string> line_names(const Calculation& calculation) {
  std::vector<std::string> names;
  const auto add = [&](const model::CalculationName& name) {
    names.push_back(name.id.value);
    if (!name.symbol.value.empty()) names.push_back(name.symbol.value);
  };
  for (const auto& input : calculation.inputs) add(input.name);
  for (const auto& formula : calculation.formulas) add(formula.name);
  return names;
}

}  // namespace

bool names_result(const Index& index, const std::string& wanted) {
  return !parts_of(index, wanted).calculation.empty();
}

std::optional<model::ToResult> find_result(const model::Site& site, const Index& index, const std::string& wanted,
                                           source::SourceRange range, diagnostic::Sink& sink) {
  const Parts parts = parts_of(index, wanted);
  const std::size_t position = index.known<model::Calculation>().at(parts.calculation);
  const Calculation& calculation = site.records.calculations[position];
  const auto line = model::find_line(calculation, parts.line);
  if (!line) {
    sink.report(Kind::calculation_unknown_name, range, {parts.line, parts.calculation})
        .suggest([&] { return diagnostic::near_miss(parts.line, line_names(calculation)); });
    return std::nullopt;
  }
  model::ToResult result{position, std::nullopt, *line};
  if (!parts.in_scenario) return result;
  std::string known;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < calculation.scenarios.size(); ++i) {
    const std::string& id = calculation.scenarios[i].id.value;
    if (id == parts.scenario) result.scenario = i;
    known += (known.empty() ? "" : ", ") + id;
    ids.push_back(id);
  }
  if (result.scenario) return result;
  sink.report(Kind::unknown_scenario, range, {parts.scenario, parts.calculation, known})
      .suggest([&] { return diagnostic::near_miss(parts.scenario, ids); });
  return std::nullopt;
}

}  // namespace shirube::check
