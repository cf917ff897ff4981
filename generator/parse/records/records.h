// YAML files of records. One reader a family, listed in a table; a file may hold several families.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"

namespace shirube::parse {

// Adds the records of one file. An unknown family is a finding with the nearest name.
void read_records(const YamlNode& file, model::Records& records, diagnostic::Sink& sink);

}  // namespace shirube::parse
