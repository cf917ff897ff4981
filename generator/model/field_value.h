// What the cell of a field keeps of a number that an author typed or a record gives: no number travels without its unit.
#pragma once

#include <optional>
#include <string_view>

#include "model/indicator.h"
#include "model/workbook.h"

namespace shirube::model {

// What the cells of a field hold; a column may leave that to the indicator of its table.
struct CellKind {
  FieldType type = FieldType::text;
  Unit unit;  // of a number
};
// `indicator` may be null.
CellKind cell_kind(const FieldDefinition& field, const Indicator* indicator);

// The number in a cell of that kind: a percent is a ratio there, any other number is counted in the cell's unit. Nothing
// if the quantity counts something else. A cell without a unit takes the number as it is, and must have its unit.
std::optional<double> cell_number(const CellKind& kind, const Quantity& quantity);
// A number as an author types it, with the unit after it or the one in which the cell counts.
std::optional<Quantity> typed_quantity(const CellKind& kind, std::string_view text);
// As an author types it: in a percent cell `5` and `5%` are 0.05; in any other cell the number may have a unit that
// converts. Nothing if it is not such a number, or has more digits than a cell keeps.
std::optional<double> typed_number(const CellKind& kind, std::string_view text);
// A limit of the field (a ratio if its own type is percent) as its cell counts.
double cell_limit(const FieldDefinition& field, FieldType cell_type, double limit);

// The days that Excel counts rightly.
inline constexpr std::string_view first_day = "1900-03-01";
inline constexpr std::string_view last_day = "9999-12-31";

}  // namespace shirube::model
