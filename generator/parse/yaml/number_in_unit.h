// Numbers that are not a field of a mapping: items of a list, values from the command line.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "model/unit.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

// As FieldReader::number_in and ::quantity read the field `key`.
std::optional<source::Located<double>> read_number_in(const YamlNode& value, std::string_view key,
                                                      const model::Unit& unit, diagnostic::Sink& sink);
std::optional<model::Quantity> read_quantity(const YamlNode& value, std::string_view key, diagnostic::Sink& sink);

}  // namespace shirube::parse
