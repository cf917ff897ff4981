// What the sheets say of values that their fields do not take: 要確認 beside each on the data sheet, their number in the
// titles and in the summary.
#include <algorithm>

#include "render/xlsx/drafting.h"
#include "render/xlsx/styles.h"
#include "render/xlsx/validations.h"
#include "render/xlsx/validity.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;

SlotId add_verdict(Drafting& drafting, SlotId input, SlotId value) {
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = drafting.sheet;
  slot.make = [input, value, &draft = drafting.draft, at = drafting.sheet](Formulas& formulas) {
    const Validation rule = validation_of(draft.slot(input), draft);
    std::string condition = fault_condition(rule);
    const std::string cell = formulas.address(value, at);
    for (auto mark = condition.find("{}"); mark != std::string::npos; mark = condition.find("{}", mark)) {
      condition.replace(mark, 2, cell);
    }
    return Computed{"IF(" + condition + ",\"要確認\",\"\")",
                    Value(is_fault(rule, draft, formulas.value(value)) ? "要確認" : "")};
  };
  const SlotId id = drafting.draft.add(std::move(slot));
  drafting.draft.sheets[drafting.draft.slot(input).sheet].verdicts.push_back(id);
  return id;
}

Computed count_verdicts(Formulas& formulas, const std::vector<SlotId>& verdicts, std::uint32_t sheet) {
  if (verdicts.empty()) return {"0", Value(0.0)};
  const auto faults = std::count_if(verdicts.begin(), verdicts.end(),
                                    [&](SlotId id) { return formulas.value(id) == Value("要確認"); });
  // Between them are lines of the same sheet only.
  return {source::format("COUNTIF({},\"要確認\")", formulas.range(verdicts, sheet)), Value(static_cast<double>(faults))};
}

void add_fault_counter(Drafting& drafting, std::uint32_t sheet) {
  Draft& draft = drafting.draft;
  const bool fillable = std::any_of(draft.slots.begin(), draft.slots.end(), [sheet](const Slot& slot) {
    return slot.kind == Slot::Kind::input && slot.sheet == sheet;
  });
  if (!fillable) return;
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = sheet;
  slot.make = [&draft, sheet](Formulas& formulas) {
    const Computed count = count_verdicts(formulas, draft.sheets[sheet].verdicts, sheet);
    const double faults = *count.value.get<double>();
    return Computed{source::format("IF({0}=0,\"\",\"要確認 \"&{0}&\" 件\")", count.text),
                    Value(faults == 0 ? "" : source::format("要確認 {} 件", faults))};
  };
  auto& pieces = draft.sheets[sheet].lines.front().pieces;
  const SlotId id = draft.add(std::move(slot));
  Piece counter{0.54, pieces.front().right, styles::title_counter(), id};
  counter.format.number_format.clear();
  counter.least_pixels = counter_pixels;
  draft.sheets[sheet].highlights.push_back({id, id, "LEN({})>0", {}, styles::bad_fill, styles::bad, true});
  pieces.front().right = counter.left;
  pieces.insert(pieces.begin() + 1, std::move(counter));
}

}  // namespace shirube::render::xlsx
