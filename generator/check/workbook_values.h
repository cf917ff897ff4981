// Whether the fields of a workbook can hold what they take from the records: its kind, and its unit.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"
#include "model/workbook_source.h"

namespace shirube::check {

// `taken` comes from the record that is named at `place`; `indicator`: of the field's table, or null. False if it was
// refused.
bool check_taken(const model::FieldDefinition& field, const model::Indicator* indicator, const model::Property& taken,
                 source::SourceRange place, diagnostic::Sink& sink);

// What an author typed into a field that counts in the unit of its table's indicator: of that unit, and within the limits.
void check_typed(const model::FieldDefinition& field, const model::Indicator* indicator,
                 const source::Located<std::string>& text, diagnostic::Sink& sink);

// What the columns of a table take from its records, each reported once.
void check_row_values(const model::TableBlock& table, const model::Indicator* indicator, const model::Records& records,
                      diagnostic::Sink& sink);

}  // namespace shirube::check
