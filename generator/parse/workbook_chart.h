// A chart block of a workbook's definition.
#pragma once

#include "model/workbook.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// The caller finishes the reader.
model::ChartBlock read_workbook_chart(FieldReader& reader);

}  // namespace shirube::parse
