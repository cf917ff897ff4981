// A template's content without its spelling: what two versions of it are compared by.
#pragma once

#include <string>

#include "parse/yaml/yaml.h"

namespace shirube::parse {

// JSON: mappings sorted by key, every scalar a text. `version` stays out: it names the content, it is not part of it.
std::string template_tree(const YamlNode& file);

}  // namespace shirube::parse
