// A calculation as live cells: which cell holds which line, and formulas that depend on these cells. A model has
// several columns: what is chosen now, and one for each scenario.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/calculation.h"
#include "render/xlsx/formulas.h"

namespace shirube::render::xlsx {

// What is put in place of a line or of a running number: the text of a formula, and its value.
struct Replacement {
  std::string text;
  expression::Value value;
};
// By names as formulas write them.
using Replacements = std::map<std::string, Replacement, std::less<>>;

class ModelCells {
 public:
  // `calculation` outlives it.
  explicit ModelCells(const model::Calculation& calculation) : calculation_(&calculation) {}

  struct Column {
    std::vector<SlotId> inputs;  // one an input
    std::vector<SlotId> formulas;
  };
  std::vector<Column> columns;  // the first is what is chosen now, then the scenarios

  const model::Calculation& calculation() const { return *calculation_; }

  // A line as its own cell computes it, from the cells of the same column. A formula that may fail is written in full
  // within those that use it, because its cell then shows a dash in place of the error.
  Computed line(std::size_t formula, std::size_t column, Formulas& formulas, std::uint32_t sheet) const;
  // A formula over the inputs alone, some of them replaced: no data table is needed.
  Computed expanded(const expression::Expression& formula, std::size_t column, const Replacements& replacements,
                    Formulas& formulas, std::uint32_t sheet) const;
  // OK or 要確認.
  Computed check(const model::CalculationCheck& check, Formulas& formulas, std::uint32_t sheet) const;

 private:
  // The result, or `otherwise` as long as an input that is used now is not a number.
  Computed if_given(Computed result, std::size_t column, const char* otherwise, Formulas& formulas,
                    std::uint32_t sheet) const;
  struct View;
  const model::Calculation* calculation_;
};

}  // namespace shirube::render::xlsx
