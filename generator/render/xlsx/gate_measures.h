// What a gate measures, as cells to fill in, and the formulas of its conditions over them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/gate.h"
#include "render/xlsx/cell_table.h"

namespace shirube::render::xlsx {

// As many as it was typed with, or as it needs.
int decimals_of(const model::Quantity& quantity);
// A percentage or a difference of percentages is a ratio in its cell.
expression::NumberFormat measure_format(const model::Unit& unit, int decimals);

class GateMeasures {
 public:
  // `block`: the id before the keys of the fields. `gate` outlives it.
  GateMeasures(Drafting& drafting, std::string block, const model::Gate& gate)
      : drafting_(drafting), block_(std::move(block)), gate_(gate) {}

  // A row for each indicator that a condition names.
  void draw();
  // What the condition compares with its threshold; "" as long as a value is missing or nothing comes out.
  FormulaMaker actual(const model::Condition& condition) const;
  // The threshold to agree on, filled in with what the record proposes.
  SlotId threshold(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
                   const model::Target& proposed);
  // The cells of the indicator that the condition names itself.
  std::optional<std::pair<SlotId, SlotId>> before_after(const model::Condition& condition) const;
  // What the value afterwards has to reach, over the spelling of the value before and of the threshold.
  static std::string goal_text(model::TargetKind kind, const std::string& before, const std::string& threshold);
  // The number of people behind an indicator, if any condition needs it.
  std::optional<SlotId> people(const std::string& indicator) const { return measured_.at(indicator).people; }

 private:
  struct Measured {
    SlotId before;
    SlotId after;
    std::optional<SlotId> people;
  };
  // The cells of a name in a formula, and what the name is over them.
  struct Named {
    std::vector<SlotId> cells;
    std::function<std::string(Formulas&, std::uint32_t)> text;
    std::function<expression::Value(Formulas&)> value;
  };

  bool asks_for(const std::function<bool(const model::Condition&)>& what) const;
  std::vector<const model::Indicator*> indicators() const;
  SlotId input(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
               model::FieldType type, const model::Unit& unit, const std::string& notation);
  // An input for whole numbers.
  SlotId count(CellTable& table, std::size_t column, const std::string& id, const std::string& label,
               const std::string& unit);
  Named named(const std::string& name) const;
  static Named progress(const model::Indicator& indicator, const Measured& cells);
  static Named cell_itself(SlotId id);
  static Named over(const Measured& cells, std::string pattern, std::function<expression::Value(double, double)> value);

  Drafting& drafting_;
  std::string block_;
  const model::Gate& gate_;
  std::map<std::string, Measured> measured_;  // by id of the indicator
  std::optional<SlotId> stories_;
};

}  // namespace shirube::render::xlsx
