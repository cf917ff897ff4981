// The texts of a file that a reader may see, each with its place: what rules about wording and style look through.
#pragma once

#include <vector>

#include "model/wording.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"

namespace shirube::parse {

// Values of YAML, without keys, comments and those families that are about words themselves. `file` must outlive them.
void add_passages(const YamlNode& yaml, const source::SourceFile& file, std::vector<model::Passage>& passages);
// A page line by line joined to paragraphs, without code.
void add_page_passages(const source::SourceFile& file, source::FileId id, std::vector<model::Passage>& passages);

}  // namespace shirube::parse
