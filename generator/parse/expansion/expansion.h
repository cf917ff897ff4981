// A template becomes the definition of one workbook: parameters get their values, loops and conditions what they give.
// A pure step between parse_yaml and read_workbook_definition.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "diagnostic/diagnostic.h"
#include "model/workbook_request.h"
#include "parse/expansion/records.h"
#include "parse/expansion/run.h"

namespace shirube::parse {

// The families of the records that its parameters are.
std::set<std::string> families_of_parameters(const YamlNode& file);

// Every node has the place of the template's text that it was made of. What the site has to say differently is reported
// in site.yaml, what the template has, in the template; after either there is nothing. `records` and `request`
// may go afterwards.
std::optional<YamlNode> expand_template(const YamlNode& file, const model::WorkbookRequest& request,
                                        const RecordTrees& records, diagnostic::Sink& sink, ExpansionLimits limits = {});

}  // namespace shirube::parse
