// YAML files of records; a file may hold several families. What a record may say is described in model/fields.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"

namespace shirube::parse {

// `categories:` are texts, not records.
void read_categories(const YamlNode& value, model::Records& records, diagnostic::Sink& sink);

// Adds the records of one file. An unknown family is a finding with the nearest name.
void read_records(const YamlNode& file, model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::parse
