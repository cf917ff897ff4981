#include <algorithm>
#include <set>
#include <string>

#include "expression/to_mathml.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/views/calculation_charts.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

using model::Calculation;
using model::CalculationLine;
using model::CalculationResult;
using Kind = CalculationLine::Kind;

struct Shown {
  const Calculation& calculation;
  const std::function<const CalculationResult&(std::optional<std::size_t>)>& results;
  const ViewContext& context;

  const Words& words() const { return context.words; }
  std::string id(std::string_view part) const { return source::format("{}-{}", context.id, part); }
};

// The calculator finds it by `data-line` and keeps it true when inputs change.
void value(Writer& writer, const Shown& shown, CalculationLine line, const CalculationResult& result, bool live) {
  const expression::Value found = result.value(line);
  const std::string name = model::name_in_formulas(model::line_name(shown.calculation, line).id.value);
  const std::string text = model::show_value(found, model::line_format(shown.calculation, line));
  const double* number = found.get<double>();
  const std::string plain = number != nullptr ? source::format("{}", *number) : text;
  if (live) {
    writer.open("data", {{"value", plain}, {"data-line", name}}).text(text).close();
  } else {
    writer.open("data", {{"value", plain}}).text(text).close();
  }
}

void label(Writer& writer, const model::CalculationName& name, const std::string& text) {
  writer.text(text);
  if (!name.symbol.value.empty() && name.symbol.value != text) {
    writer.text(" ").element("span", {{"class", "symbol"}}, name.symbol.value);
  }
}

std::string range_text(const model::CalculationInput& input, const Words& words) {
  const auto edge = [&](const auto& limit) { return expression::format_number(input.format, limit->value); };
  if (input.least && input.most) return words.with("range-from-to", {edge(input.least), edge(input.most)});
  if (input.least) return words.with("at-least", {edge(input.least)});
  return input.most ? words.with("at-most", {edge(input.most)}) : std::string();
}

void inputs(Writer& writer, const Shown& shown) {
  const Words& words = shown.words();
  const std::string id = shown.id("inputs");
  open_record_table(writer, "calculation-inputs", id, words["calculation-inputs"],
                    {words["calculation-input"], words["value"], words["range"], words["note"]});
  for (std::size_t i = 0; i < shown.calculation.inputs.size(); ++i) {
    const model::CalculationInput& input = shown.calculation.inputs[i];
    const std::string name = model::name_in_formulas(input.name.id.value);
    writer.open("tr", {{"data-input", name}}).open("th", {{"scope", "row"}});
    label(writer, input.name, input.label);
    writer.close().open("td", {{"class", "number"}});
    value(writer, shown, {Kind::input, i}, shown.results(std::nullopt), true);
    writer.close().element("td", range_text(input, words)).element("td", input.note).close();
  }
  close_record_table(writer);
}

void results(Writer& writer, const Shown& shown) {
  const Words& words = shown.words();
  const std::string id = shown.id("results");
  open_record_table(writer, "calculation-results", id, words["calculation-results"],
                    {words["calculation-result"], words["value"], words["note"]});
  for (std::size_t i = 0; i < shown.calculation.formulas.size(); ++i) {
    const model::CalculationFormula& formula = shown.calculation.formulas[i];
    if (!formula.output) continue;
    writer.open("tr").open("th", {{"scope", "row"}});
    label(writer, formula.name, formula.label);
    writer.close().open("td", {{"class", formula.text ? "result" : "number result"}});
    value(writer, shown, {Kind::formula, i}, shown.results(std::nullopt), true);
    writer.close().element("td", formula.note).close();
  }
  close_record_table(writer);
}

// What scenarios differ in, then what comes out. A scenario's own figures stay when the reader tries others.
void scenarios(Writer& writer, const Shown& shown) {
  const Calculation& calculation = shown.calculation;
  if (calculation.scenarios.empty()) return;
  std::vector<CalculationLine> lines;
  std::set<std::size_t> differing;
  for (const auto& scenario : calculation.scenarios) {
    for (const auto& [index, number] : model::scenario_inputs(calculation, scenario)) differing.insert(index);
  }
  for (const std::size_t index : differing) lines.push_back({Kind::input, index});
  for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
    if (calculation.formulas[i].output) lines.push_back({Kind::formula, i});
  }
  const Words& words = shown.words();
  std::vector<std::string_view> columns = {words["scenario"]};
  for (const auto& line : lines) columns.push_back(model::line_label(calculation, line));
  const std::string id = shown.id("scenarios");
  open_record_table(writer, "calculation-scenarios", id, words["calculation-scenarios"], columns);
  for (std::size_t i = 0; i < calculation.scenarios.size(); ++i) {
    const model::Scenario& scenario = calculation.scenarios[i];
    writer.open("tr").open("th", {{"scope", "row"}}).text(scenario.label);
    if (!scenario.note.empty()) writer.element("span", {{"class", "note"}}, scenario.note);
    writer.close();
    for (const auto& line : lines) {
      const expression::Value found = shown.results(i).value(line);
      const double* number = found.get<double>();
      const bool negative = number != nullptr && *number < 0;
      writer.open("td", {{"class", number == nullptr ? "" : negative ? "number negative" : "number"}});
      value(writer, shown, line, shown.results(i), false);
      writer.close();
    }
    writer.close();
  }
  close_record_table(writer);
}

void formulas(Writer& writer, const Shown& shown) {
  const Calculation& calculation = shown.calculation;
  const auto label_of = [&](const std::string& name) {
    const auto line = model::find_line(calculation, name);
    return line ? model::line_label(calculation, *line) : name;
  };
  const std::string id = shown.id("formulas");
  writer.element("p", {{"class", "calculation-part"}, {"id", id}}, shown.words()["calculation-formulas"]);
  writer.open("dl", {{"class", "calculation-formulas"}, {"aria-labelledby", id}});
  for (const model::CalculationFormula& formula : calculation.formulas) {
    writer.open("div").open("dt");
    label(writer, formula.name, formula.label);
    if (!formula.unit.value.symbol.empty()) {
      writer.text(" ").element("span", {{"class", "unit"}}, formula.unit.value.symbol);
    }
    writer.close().open("dd", {{"class", "formula"}, {"tabindex", "0"}});
    writer.html(expression::to_mathml(formula.formula, label_of, shown.words()["otherwise"])).close();
    if (!formula.note.empty()) writer.element("dd", {{"class", "note"}}, formula.note);
    writer.close();
  }
  writer.close();
}

void checks(Writer& writer, const Shown& shown) {
  if (shown.calculation.checks.empty()) return;
  const Words& words = shown.words();
  const std::string id = shown.id("checks");
  writer.element("p", {{"class", "calculation-part"}, {"id", id}}, words["calculation-checks"]);
  writer.open("ul", {{"class", "calculation-checks"}, {"aria-labelledby", id}});
  const CalculationResult& result = shown.results(std::nullopt);
  for (std::size_t i = 0; i < shown.calculation.checks.size(); ++i) {
    const model::CalculationCheck& check = shown.calculation.checks[i];
    const bool met = result.checks[i];
    writer.open("li", {{"data-check", check.id.value}, {"class", met ? "is-met" : "is-open"}});
    writer.open("span",
                {{"class", "check-mark"}, {"data-met", words["check-met"]}, {"data-open", words["check-open"]}});
    writer.text(words[met ? "check-met" : "check-open"]).close().text(" " + check.label);
    if (!check.advice.empty()) writer.element("span", {{"class", "note"}}, check.advice);
    writer.close();
  }
  writer.close();
}

// Empty, and hidden, until the calculator has come up.
void controls(Writer& writer, const Shown& shown) {
  const Words& words = shown.words();
  writer.open("div", {{"class", "calculation-bar"},
                      {"hidden", {}},
                      {"data-scenario", words["scenario"]},
                      {"data-own", words["calculation-own"]},
                      {"data-as-given", words["as-given"]},
                      {"data-reset", words["calculation-reset"]},
                      {"data-link", words["calculation-link"]},
                      {"data-linked", words["calculation-linked"]},
                      {"data-slider", words["calculation-slider"]},
                      {"data-wrong", words["calculation-wrong"]}});
  writer.close();
}

}  // namespace

std::string calculation(const model::CalculationView& view, const Calculation& calculation,
                        const std::function<const CalculationResult&(std::optional<std::size_t>)>& result_of,
                        const ViewContext& context) {
  using Part = model::CalculationView::Part;
  const Shown shown{calculation, result_of, context};
  Writer writer;
  writer.open("div", {{"class", "calculation"}, {"id", context.id}, {"data-calculation", calculation.head.id.value}});
  for (const Part part : view.parts) {
    switch (part) {
      case Part::inputs:
        if (!calculation.note.empty()) writer.element("p", {{"class", "note"}}, calculation.note);
        controls(writer, shown);
        inputs(writer, shown);
        break;
      case Part::results:
        results(writer, shown);
        break;
      case Part::scenarios:
        scenarios(writer, shown);
        break;
      case Part::formulas:
        formulas(writer, shown);
        break;
      case Part::checks:
        checks(writer, shown);
        break;
    }
  }
  writer.close();
  return std::move(writer).take();
}

std::string calculation_chart(const model::CalculationChartView& view, const Calculation& calculation,
                              const ViewContext& context) {
  using Chart = model::CalculationChartView::Chart;
  const Words& words = context.words;
  const auto figure = [&](const auto& chart, std::string_view name) {
    Writer writer;
    writer.open("div", {{"class", "calculation-chart"},
                        {"data-calculation", calculation.head.id.value},
                        {"data-chart", name},
                        {"data-now", words["calculation-now"]},
                        {"data-now-title", words.with("calculation-now-title", {chart.title})},
                        {"data-now-value", words["label-and-value"]},
                        {"data-input", words["calculation-input"]},
                        {"data-changed", words["value"]},
                        {"data-difference", words["calculation-difference"]},
                        {"data-reached", words["chart-reached"]},
                        {"data-not-reached", words["chart-not-reached"]}});
    writer.html(chart_figure(chart, context.id, words)).close();
    return std::move(writer).take();
  };
  switch (view.chart.value) {
    case Chart::break_even:
      return figure(break_even_chart(calculation, words), "break-even");
    case Chart::tornado:
      return figure(tornado_chart(calculation, words), "tornado");
    case Chart::grid:
      return figure(sensitivity_grid(calculation, words), "grid");
    case Chart::series:
      break;
  }
  return figure(cash_curve(calculation, words), "series");
}

}  // namespace shirube::render::html
