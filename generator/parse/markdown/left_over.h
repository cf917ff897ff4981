// Lines of a page that nothing shows: footnotes that nobody refers to, targets of links that are not used.
#pragma once

#include <vector>

#include "parse/markdown/page_reading.h"

namespace shirube::parse {

// `silent`: places whose text is not shown on purpose, or was reported.
void report_left_over(PageReading& page, const model::Document& document, std::vector<source::SourceRange> silent);

}  // namespace shirube::parse
