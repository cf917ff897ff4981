// What `--set name=value` gives to the inputs of a calculation, or to the names of a single formula.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "expression/type.h"
#include "expression/value.h"
#include "model/calculation.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"

namespace shirube::cli {

struct Setting {
  source::Located<std::string> name;
  parse::YamlNode value;
};

// Each becomes a source text of its own, so that findings show it. What is not a setting is reported and left out.
std::vector<Setting> read_settings(const std::vector<std::string>& written, source::SourceSet& sources,
                                   diagnostic::Sink& sink);

// Of a calculation: a number in the input's unit, or with a unit that converts to it, within its range. The last
// setting of an input holds.
void apply(const std::vector<Setting>& settings, const model::Calculation& calculation, model::InputValues& values,
           diagnostic::Sink& sink);

// Of a single formula: a number with or without a unit, TRUE, FALSE, a text, or a list of these.
struct NamedValue {
  expression::Value value;
  expression::TypeOfName type;
  bool has_unit = false;
};
std::map<std::string, NamedValue> named_values(const std::vector<Setting>& settings, diagnostic::Sink& sink);

}  // namespace shirube::cli
