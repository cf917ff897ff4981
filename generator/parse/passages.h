// The texts of YAML that a reader may see, each with its place: what rules about wording and style look through. Those of
// pages come from their document (parse/markdown/prose.h).
#pragma once

#include <vector>

#include "model/page.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"

namespace shirube::parse {

// Values of YAML, without keys, comments and those families that are about words themselves.
void add_passages(const YamlNode& yaml, const source::SourceFile& file, std::vector<model::Passage>& passages);

}  // namespace shirube::parse
