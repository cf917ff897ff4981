// The YAML between `---` lines at the top of a page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/page.h"
#include "source/source_set.h"

namespace shirube::parse {

struct FrontMatterResult {
  model::FrontMatter front_matter;
  std::vector<model::Passage> passages;
  bool present = false;
  bool misplaced = false;        // reported: what should be front matter is further down, and would be shown
  std::uint32_t body_begin = 0;  // byte at which the Markdown starts
};

// A page without front matter is fine here; its title then comes from its first heading.
FrontMatterResult read_front_matter(const source::SourceFile& file, source::FileId id, diagnostic::Sink& sink);

}  // namespace shirube::parse
