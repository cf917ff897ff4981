// What a site says about issuing: `issue:` of site.yaml, and the terms of the year among its records.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/period.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// `issue: {columns: {従業員コード: id}}`; the other way round is understood, too.
void read_issue(const YamlNode& issue, model::IssueSettings& settings, diagnostic::Sink& sink);
// Whether an item of `terms:` is a term of the year, not of the glossary.
bool is_period(const FieldReader& fields);
void read_period(FieldReader& fields, model::IssueSettings& settings, diagnostic::Sink& sink);
// Those of a whole file of records.
void read_periods(const YamlNode& file, model::IssueSettings& settings, diagnostic::Sink& sink);

}  // namespace shirube::parse
