// What a page says in words: the passages that rules about wording and style look through.
#pragma once

#include <string_view>
#include <vector>

#include "model/page.h"

namespace shirube::parse {

// Adds a passage for every heading, paragraph, cell and item of `document`, and for the words in directives. Their text
// is the source's, so that each byte has its place; code, targets of links, comments and readings are blotted out.
// `text` is the whole file.
void add_prose(const model::Document& document, std::string_view text, std::vector<model::Passage>& passages);

}  // namespace shirube::parse
