// The directives of pages: model/directive.h says which there are, model/fields/view.h what options each takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/view.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

// `name_range` is the name between the braces. An unknown name, or options that are wrong: a finding, and nothing.
std::optional<model::View> read_directive(const std::string& name, source::SourceRange name_range,
                                          const YamlInput& body, diagnostic::Sink& sink);

// The roles that exist: term, value, ref, download.
const std::vector<std::string_view>& role_names();

}  // namespace shirube::parse
