// What `shirube explain mbo-sheet` says of a template: the site's own, else the built-in one of that name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "source/json.h"

namespace shirube::cli {

// In the folder of `options.root` and among the built-in ones; sorted, each once.
std::vector<std::string> template_names(const Options& options);
// Nothing if there is no such template, or it cannot be read.
std::optional<std::string> explain_template(std::string_view id, const Options& options);
std::optional<source::Json> template_as_json(std::string_view id, const Options& options);

}  // namespace shirube::cli
