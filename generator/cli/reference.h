// The reference of what authors write, as Markdown: docs/reference is made from it.
#pragma once

#include <string>

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// All families of records, each with a table of its fields and an example.
std::string records_reference(diagnostic::Language language);

}  // namespace shirube::cli
