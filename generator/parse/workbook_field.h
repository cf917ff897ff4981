// One field, column or line of a workbook's definition.
#pragma once

#include <optional>
#include <string>

#include "diagnostic/diagnostic.h"
#include "model/workbook.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// `what` names it in messages: "field", "column", "line".
model::FieldDefinition read_workbook_field(const YamlNode& node, const std::string& what, diagnostic::Sink& sink);

// Of a label, and of titles that stay on one paper.
inline constexpr std::size_t longest_label = 100;
// The text; reported if it has more characters than its place on paper holds.
std::string limited_text(const std::optional<source::Located<std::string>>& text, std::size_t longest,
                         diagnostic::Sink& sink);

// The formula written as the scalar `node`, after `skip` bytes of it.
std::optional<expression::Expression> read_workbook_formula(const YamlNode& node, std::size_t skip,
                                                            diagnostic::Sink& sink);

// Reports `text` if it is not a value of the field's type, or out of its range. Numbers in the unit of a table's
// indicator are left to check/.
void check_workbook_value(const model::FieldDefinition& field, const source::Located<std::string>& text,
                          diagnostic::Sink& sink);

}  // namespace shirube::parse
