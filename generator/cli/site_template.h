// A template outside of a build, as the site of the options would make it.
#pragma once

#include <optional>
#include <string>

#include "cli/load.h"
#include "cli/options.h"
#include "parse/yaml/yaml.h"

namespace shirube::cli {

// The template of the site's workbook `id`; `id` itself if the site has no such workbook.
std::string template_of(const std::string& id, const Options& options, Session& session);

// With the values that the site gives to its workbook `id`, or to the first one of this template; without a site, with
// the defaults.
std::optional<parse::YamlNode> expand_for_site(const parse::YamlNode& file, const std::string& id, const Options& options,
                                               Session& session);

}  // namespace shirube::cli
