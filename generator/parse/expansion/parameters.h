// The parameters of a template, and what they are for one workbook.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "parse/expansion/records.h"
#include "parse/expansion/run.h"

namespace shirube::parse {

struct ReadParameter {
  model::TemplateParameter facts;
  const YamlNode* fallback = nullptr;  // `default:`; null: none is written
};

// Of `parameters:`, in its order.
std::vector<ReadParameter> read_parameters(const YamlNode& file, diagnostic::Sink& sink);

// Gives each parameter its value as a name of `run`: what the site says, else the default, else the site's records.
// `make` expands a default. False if a value is wrong or missing, which has been reported.
using MakeDefault = std::function<std::optional<YamlNode>(const YamlNode&)>;
bool bind_parameters(const std::vector<ReadParameter>& parameters, const model::WorkbookRequest& request,
                     const RecordTrees& records, const MakeDefault& make, ExpansionRun& run);

}  // namespace shirube::parse
