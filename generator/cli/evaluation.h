// How `shirube evaluate` shows what it computed: as text for people, as JSON for programs.
#pragma once

#include <optional>
#include <string>

#include "diagnostic/diagnostic.h"
#include "expression/type.h"
#include "model/calculation.h"
#include "source/source_set.h"

namespace shirube::cli {

struct Evaluation {
  const model::Calculation& calculation;
  const model::Scenario* scenario;  // null: the inputs as the record gives them
  const model::CalculationResult& result;
  const source::SourceSet& sources;  // formulas are shown as written
};
std::string evaluation_text(const Evaluation& evaluation, diagnostic::Language language);
// Numbers are as formulas see them: 6.25 % is 0.0625; `text` is what pages show.
std::string evaluation_json(const Evaluation& evaluation);

struct FormulaEvaluation {
  std::string formula;
  expression::Value value;
  std::optional<expression::Type> type;  // nothing if units play no part
};
std::string evaluation_text(const FormulaEvaluation& evaluation);
std::string evaluation_json(const FormulaEvaluation& evaluation);

}  // namespace shirube::cli
