// The one check that bytes are UTF-8, for whatever authors write: pages, YAML, tables.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::parse {

// Where the bytes [begin, end) of a text are in its file.
using RangeOf = std::function<source::SourceRange(std::size_t begin, std::size_t end)>;

// Reports UTF-16 as such, else the first byte that is not UTF-8. False: the text must not be read any further.
bool check_encoding(std::string_view text, const RangeOf& range, diagnostic::Sink& sink);

}  // namespace shirube::parse
