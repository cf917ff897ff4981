// What the parts of a calculation are read with: names, formulas, formats, and numbers as formulas see them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/calculation.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// `id` and `symbol`.
std::optional<model::CalculationName> read_name(FieldReader& fields);
std::optional<expression::Expression> read_formula(FieldReader& fields, std::string_view key);
// `format`, or one that suits the unit: 0.0% for %, #,##0"円" for 円.
std::optional<expression::NumberFormat> read_format(FieldReader& fields, const model::Unit& unit);
// `unit`; nowhere if none is written.
model::Located<model::Unit> read_unit(FieldReader& fields);
// A number, or a quantity of the same kind of thing, as formulas see it.
std::optional<model::Located<double>> read_number_for(FieldReader& fields, std::string_view key,
                                                      const model::Unit& unit);
// {name: quantity, …}. A number is put into the unit of its line, if there is one of that name and the units belong
// together; else check/ reports it.
std::vector<model::StatedValue> read_stated(FieldReader& fields, std::string_view key,
                                            const model::Calculation& calculation);
// {input: u, values: [3 %, 5 %]}
model::Grid::Axis read_axis(const YamlNode& node, std::string_view what, const model::Calculation& calculation,
                            diagnostic::Sink& sink);
// `key` of something that is about `input`.
std::optional<model::Located<double>> read_input_value(FieldReader& fields, std::string_view key,
                                                       const model::Calculation& calculation, std::string_view input);

}  // namespace shirube::parse
