// shirube evaluate: a calculation of the site, or a single formula, with inputs of one's own.
#include <algorithm>

#include "cli/commands.h"
#include "cli/evaluation.h"
#include "cli/load.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/streams.h"
#include "diagnostic/suggestion.h"
#include "expression/evaluate.h"
#include "expression/parse.h"
#include "graph/parallel.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;

template <class Record, class Id>
std::vector<std::string_view> ids_of(const std::vector<Record>& records, Id id) {
  std::vector<std::string_view> ids;
  for (const Record& record : records) ids.push_back(id(record));
  return ids;
}

const model::Calculation* find_calculation(const model::Records& records, const std::string& id,
                                           diagnostic::Sink& sink) {
  for (const auto& calculation : records.calculations) {
    if (calculation.head.id.value == id) return &calculation;
  }
  const auto known =
      ids_of(records.calculations, [](const auto& record) -> std::string_view { return record.head.id.value; });
  sink.report_at(Kind::unknown_calculation, "", {id}).suggest([&] { return diagnostic::near_miss(id, known); });
  return nullptr;
}

// Nothing if an error was reported.
std::optional<std::string> evaluate_site(const Options& options, Session& session) {
  const auto folders = open_folders(options, session.sink);
  if (!folders) return std::nullopt;
  const auto loaded = load_site(*folders, options, session);
  if (!loaded) return std::nullopt;
  const auto* calculation = find_calculation(loaded->site.site().records, options.calculation, session.sink);
  if (calculation == nullptr) return std::nullopt;

  model::InputValues values;
  const model::Scenario* scenario = nullptr;
  if (!options.scenario.empty()) {
    scenario = model::find_scenario(*calculation, options.scenario);
    if (scenario == nullptr) {
      const auto known =
          ids_of(calculation->scenarios, [](const auto& one) -> std::string_view { return one.id.value; });
      std::string list;
      for (const auto id : known) list += (list.empty() ? "" : ", ") + std::string(id);
      session.sink.report_at(Kind::unknown_scenario, "", {options.scenario, options.calculation, list})
          .suggest([&] { return diagnostic::near_miss(options.scenario, known); });
    } else {
      values = model::scenario_inputs(*calculation, *scenario);
    }
  }
  apply(read_settings(options.settings, session.sources, session.sink), *calculation, values, session.sink);
  if (session.sink.has_errors()) return std::nullopt;
  const model::CalculationResult result = model::evaluate_calculation(*calculation, values);
  const Evaluation evaluation{*calculation, scenario, result, session.sources};
  return options.json ? evaluation_json(evaluation) : evaluation_text(evaluation, options.language);
}

std::optional<std::string> evaluate_formula(const Options& options, Session& session) {
  diagnostic::Sink& sink = session.sink;
  const source::FileId file = session.sources.add("--expression", *options.expression);
  const auto formula = expression::parse(*options.expression, file, 0, sink);
  const auto values = named_values(read_settings(options.settings, session.sources, sink), sink);
  if (!formula || sink.has_errors()) return std::nullopt;
  std::vector<std::string_view> known;
  for (const auto& [name, value] : values) known.push_back(name);
  for (const auto& name : expression::names(*formula)) {
    if (values.contains(name.value)) continue;
    sink.report(Kind::formula_no_value, name.range, {name.value}).suggest([&] { return diagnostic::near_miss(name.value, known); });
  }
  FormulaEvaluation evaluation{*options.expression, {}, {}};
  // Without any unit a formula may be tried out that no calculation would take, such as "3" + 1.
  if (std::any_of(values.begin(), values.end(), [](const auto& entry) { return entry.second.has_unit; })) {
    evaluation.type = expression::infer(
        *formula,
        [&](const std::string& name) -> const expression::TypeOfName* {
          const auto found = values.find(name);
          return found == values.end() ? nullptr : &found->second.type;
        },
        sink);
  }
  if (sink.has_errors()) return std::nullopt;
  evaluation.value = expression::evaluate(*formula, [&](const std::string& name) { return values.at(name).value; });
  return options.json ? evaluation_json(evaluation) : evaluation_text(evaluation);
}

}  // namespace

int evaluate(const Options& options) {
  const graph::Jobs jobs(options.jobs);
  Session session;
  const auto shown = options.expression ? evaluate_formula(options, session) : evaluate_site(options, session);
  Options report = options;
  if (shown) {
    write_output(*shown);
    report.json = false;  // standard output holds the result
  }
  return report_findings(session.sink, session.sources, report);
}

}  // namespace shirube::cli
