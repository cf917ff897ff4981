// What the descriptions of templates (model/fields/workbook.h, blocks.h) cannot say: see parse/hooks.h.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/workbook.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

bool settle(FieldReader& fields, model::RecordValue& value, bool usable);
bool settle(FieldReader& fields, model::FieldDefinition& field, bool usable);
bool settle(FieldReader& fields, model::ChoiceList& list, bool usable);
bool settle(FieldReader& fields, model::SheetDefinition& sheet, bool usable);
bool settle(FieldReader& fields, model::WorkbookDefinition& workbook, bool usable);

bool settle(FieldReader& fields, model::FormBlock& form, bool usable);
bool settle(FieldReader& fields, model::RowSource& rows, bool usable);
bool settle(FieldReader& fields, model::TableBlock& table, bool usable);
bool settle(FieldReader& fields, model::CalculationBlock& calculation, bool usable);
bool settle(FieldReader& fields, model::ChartBlock& chart, bool usable);
bool settle(FieldReader& fields, model::ModelBlock& block, bool usable);
bool settle(FieldReader& fields, model::ChangesBlock::Entry& entry, bool usable);

// Reports `text` if it is not a value of the field's type, or out of its range. Numbers in the unit of a table's
// indicator are left to check/.
void check_workbook_value(const model::FieldDefinition& field, const source::Located<std::string>& text,
                          diagnostic::Sink& sink);
// Reports a text that is not a version of three numbers.
bool check_version(const source::Located<std::string>& version, diagnostic::Sink& sink);

}  // namespace shirube::parse
