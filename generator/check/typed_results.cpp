// A table of a page whose rows are scenarios and whose columns are lines of a calculation, or the reverse, states what
// the model computes. Nothing else in a table is judged: both names have to be there, and the cell has to be a number.
#include <algorithm>
#include <cmath>
#include <map>

#include "check/rules.h"
#include "check/walk.h"
#include "model/shown_number.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using model::Calculation;
using model::CalculationLine;

// Without spaces, and without what follows in brackets: Δ粗利（円/月） is Δ粗利, Base（分岐点） is Base.
std::string bare_name(std::string_view text) {
  std::string bare;
  for (const char c : source::to_nfkc(text)) {
    if (c == '(') break;
    if (c != ' ' && c != '\t') bare += c;
  }
  return bare;
}

bool has_role(const model::Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const model::Inline& one) {
    return std::visit(
        [](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, model::Role>) return true;
          if constexpr (requires { value.children; }) return has_role(value.children);
          return false;
        },
        one.value);
  });
}

template <class Place>
using Named = std::multimap<std::string, std::pair<std::size_t, Place>>;  // calculation and place in it

class TypedResults {
 public:
  TypedResults(const std::vector<Calculation>& calculations, diagnostic::Sink& sink)
      : calculations_(calculations), sink_(sink) {
    for (std::size_t i = 0; i < calculations.size(); ++i) add(i);
  }

  bool empty() const { return scenarios_.empty(); }

  void check(const model::Table& table) {
    for (const auto& row : table.rows) {
      const std::string row_name = bare_name(model::plain_text(row.front().children));
      for (std::size_t column = 1; column < row.size(); ++column) {
        const std::string column_name = bare_name(model::plain_text(table.header[column].children));
        check(row[column], row_name, column_name);
      }
    }
  }

 private:
  struct Claim {
    std::size_t calculation = 0;
    std::size_t scenario = 0;
    CalculationLine line;
  };

  void add(std::size_t position) {
    const Calculation& calculation = calculations_[position];
    auto& results = results_.emplace_back();
    for (const auto& scenario : calculation.scenarios) {
      results.push_back(model::evaluate_calculation(calculation, model::scenario_inputs(calculation, scenario)));
    }
    // A model that refers to nothing, or to itself, is reported by the rules about calculations.
    for (const auto& result : results) {
      for (const auto& value : result.formulas) {
        const auto* error = value.get<expression::Error>();
        if (error != nullptr && (*error == expression::Error::name || *error == expression::Error::reference)) return;
      }
    }
    for (std::size_t i = 0; i < calculation.scenarios.size(); ++i) {
      scenarios_.emplace(source::fold_case(bare_name(calculation.scenarios[i].label)), std::pair(position, i));
    }
    const auto add_line = [&](CalculationLine line) {
      lines_.emplace(bare_name(model::line_label(calculation, line)), std::pair(position, line));
      const std::string& symbol = model::line_name(calculation, line).symbol.value;
      if (!symbol.empty()) lines_.emplace(symbol, std::pair(position, line));
    };
    for (std::size_t i = 0; i < calculation.inputs.size(); ++i) add_line({CalculationLine::Kind::input, i});
    for (std::size_t i = 0; i < calculation.formulas.size(); ++i) {
      if (!calculation.formulas[i].text) add_line({CalculationLine::Kind::formula, i});
    }
  }

  std::vector<Claim> claims(const std::string& scenario_name, const std::string& line_name) const {
    std::vector<Claim> found;
    const auto scenarios = scenarios_.equal_range(source::fold_case(scenario_name));
    const auto lines = lines_.equal_range(line_name);
    for (auto scenario = scenarios.first; scenario != scenarios.second; ++scenario) {
      for (auto line = lines.first; line != lines.second; ++line) {
        if (scenario->second.first != line->second.first) continue;
        found.push_back({line->second.first, scenario->second.second, line->second.second});
      }
    }
    return found;
  }

  void check(const model::TableCell& cell, const std::string& row_name, const std::string& column_name) {
    auto stated = claims(row_name, column_name);
    if (stated.empty()) stated = claims(column_name, row_name);
    if (stated.empty() || has_role(cell.children)) return;
    const std::string text = model::plain_text(cell.children);
    const auto number = model::read_shown(text);
    if (!number) return;
    bool judged = false;
    for (const Claim& claim : stated) {
      const auto holds = agrees(claim, *number);
      if (!holds) continue;
      if (*holds) {
        if (claim.line.kind == CalculationLine::Kind::formula) {
          sink_.report(Kind::typed_result, cell.range, {text, words(claim), reference(claim)});
        }
        return;
      }
      judged = true;
    }
    if (!judged) return;
    const Claim& claim = stated.front();
    sink_.report(Kind::contradicted_result, cell.range, {text, shown(claim), words(claim), reference(claim)});
  }

  // Nothing if the number is in a unit that has nothing to do with the line's.
  std::optional<bool> agrees(const Claim& claim, const model::ShownNumber& stated) const {
    const model::Unit& unit = model::line_unit(calculations_[claim.calculation], claim.line);
    const auto in_line_unit = [&](double number) -> std::optional<double> {
      if (const auto found = model::number_for({number, stated.unit, {}}, unit)) return found;
      // A monthly amount may be there as 円 alone.
      const std::size_t slash = unit.symbol.find('/');
      if (slash == std::string::npos) return std::nullopt;
      return model::number_for({number, {stated.unit.symbol + unit.symbol.substr(slash)}, {}}, unit);
    };
    const auto number = in_line_unit(stated.value);
    if (!number) return std::nullopt;
    const expression::Value value = results_[claim.calculation][claim.scenario].value(claim.line);
    const double* computed = value.get<double>();
    return computed != nullptr && model::agrees(*computed, *number, *in_line_unit(stated.precision));
  }

  std::string shown(const Claim& claim) const {
    const Calculation& calculation = calculations_[claim.calculation];
    return model::show_value(results_[claim.calculation][claim.scenario].value(claim.line),
                             model::line_format(calculation, claim.line));
  }
  std::string words(const Claim& claim) const {
    const Calculation& calculation = calculations_[claim.calculation];
    return source::format("{} · {}", calculation.scenarios[claim.scenario].label,
                          model::line_label(calculation, claim.line));
  }
  std::string reference(const Claim& claim) const {
    const Calculation& calculation = calculations_[claim.calculation];
    return source::format("{}.{}@{}", calculation.head.id.value, model::line_name(calculation, claim.line).id.value,
                          calculation.scenarios[claim.scenario].id.value);
  }

  const std::vector<Calculation>& calculations_;
  diagnostic::Sink& sink_;
  std::vector<std::vector<model::CalculationResult>> results_;  // by calculation and scenario
  Named<std::size_t> scenarios_;
  Named<CalculationLine> lines_;
};

}  // namespace

void check_typed_results(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  TypedResults results(site.records.calculations, sink);
  if (results.empty()) return;
  for (const model::Page& page : site.pages) {
    for_each_table(page.parsed.document, [&](const model::Table& table) { results.check(table); });
  }
}

}  // namespace shirube::check
