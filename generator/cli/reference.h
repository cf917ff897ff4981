// The reference of what authors write, as Markdown: docs/reference is made from it.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

struct ReferencePage {
  std::string name;  // records.md
  std::string text;
};
// A page for records, for settings, for pages and for templates; each topic with a table of its fields and an example.
std::vector<ReferencePage> reference_pages(diagnostic::Language language);

}  // namespace shirube::cli
