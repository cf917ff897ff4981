// The terms of the year among the records of a site.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/period.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// Whether an item of `terms:` is a term of the year, not of the glossary.
bool is_period(const FieldReader& fields);
void read_period(FieldReader& fields, std::vector<model::Period>& periods);
// Those of a whole file of records.
void read_periods(const YamlNode& file, std::vector<model::Period>& periods, diagnostic::Sink& sink);

}  // namespace shirube::parse
