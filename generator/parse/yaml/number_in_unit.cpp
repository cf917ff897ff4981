#include "parse/yaml/number_in_unit.h"

#include "parse/yaml/field_reader.h"

namespace shirube::parse {

namespace {

YamlNode mapping_of(const YamlNode& value, std::string_view key) {
  YamlNode mapping;
  mapping.kind = YamlNode::Kind::mapping;
  mapping.range = value.range;
  mapping.entries.push_back({std::string(key), value.range, value});
  mapping.index.emplace(std::string(key), 0);
  return mapping;
}

}  // namespace

std::optional<source::Located<double>> read_number_in(const YamlNode& value, std::string_view key,
                                                      const model::Unit& unit, diagnostic::Sink& sink) {
  const YamlNode mapping = mapping_of(value, key);
  return FieldReader(mapping, std::string(key), sink).number_in(key, unit);
}

std::optional<model::Quantity> read_quantity(const YamlNode& value, std::string_view key, diagnostic::Sink& sink) {
  const YamlNode mapping = mapping_of(value, key);
  return FieldReader(mapping, std::string(key), sink).quantity(key);
}

}  // namespace shirube::parse
