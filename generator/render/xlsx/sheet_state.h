// What is missing on a sheet, and how far it has come: 未着手, 記入中 or 完了.
#pragma once

#include <string>
#include <vector>

#include "render/xlsx/drafting.h"

namespace shirube::render::xlsx {

inline constexpr const char* not_begun = "未着手";
inline constexpr const char* in_progress = "記入中";
inline constexpr const char* complete = "完了";

// When required fields count as missing.
struct Demand {
  const model::Due* due = nullptr;
  Scope scope;                // from where `exists` is looked for
  std::size_t row = 0;        // of a table, from 0; of a column this cell has to be there
  bool any_row = false;       // or any of them: of a form
  std::vector<SlotId> begun;  // one of these at least holds something; empty: no such condition
};

// How many of `required` are blank; "" as long as the demand does not hold.
SlotId add_missing_count(Drafting& drafting, std::vector<SlotId> required, Demand demand, std::string label = {});

// What to do about a check, there only while the check fails. `sheet`: where it is shown.
SlotId add_advice(Draft& draft, std::uint32_t sheet, SlotId check, const std::string& advice);

// How many required fields of a sheet are blank, whether somebody has begun it or not.
Computed count_missing(Formulas& formulas, const std::vector<SlotId>& missing, const std::vector<SlotId>& partial,
                       std::uint32_t at);

// After the blocks of the current sheet: its counter and its state.
void draft_state(Drafting& drafting);

}  // namespace shirube::render::xlsx
