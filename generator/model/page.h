// A page: what its front matter says, its body, and what other pages may refer to in it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "source/range.h"

namespace shirube::model {

using source::FileId;
using source::Located;

struct FrontMatter {
  Located<std::string> title;
  std::string description;
  std::optional<Located<std::string>> slug;
  std::optional<std::int64_t> weight;  // order among siblings; equal weights sort by path, pages without one come last
  bool draft = false;
  std::vector<Located<std::string>> aliases;
  std::vector<std::string> tags;
  Located<std::string> audience;  // empty: everyone
  std::string owner;
  std::optional<Located<std::string>> last_reviewed;  // YYYY-MM-DD
  std::optional<Located<std::string>> review_in;      // 90d, 6m, 1y
  bool search = true;
  bool needs_approval = false;
};

// A text that an author wrote and a reader may see.
struct Passage {
  SourceRange range;
  std::string text;       // the bytes of `range`; what is not prose in it (code, targets of links) is U+0001
  bool workbook = false;  // speaks to the one person who fills it in
};

struct HeadingEntry {
  int level = 1;
  std::string id;
  std::string text;
  SourceRange range;
};

// Where a link, image or role points, as written.
struct Reference {
  enum class Kind { link, image, role };
  Kind kind = Kind::link;
  std::string role;         // for roles
  std::string destination;  // for roles: the argument
  SourceRange range;        // the destination's place where it is known, else the whole link's
};

// Depends on its own file only. references[i] belongs to ReferenceId i.
struct ParsedPage {
  FileId file;
  std::string source_path;  // from the content folder: mbo/writing.md
  FrontMatter front_matter;
  Document document;
  std::vector<HeadingEntry> headings;
  std::vector<Reference> references;
  std::vector<Passage> passages;
  Inlines title_with_ruby;  // of a title in the front matter; empty: it has none
};

// Whether the page begins with a heading of level 1, which then takes the place of its title.
inline bool begins_with_title(const ParsedPage& page) {
  const Blocks& blocks = page.document.blocks;
  const auto* first = blocks.empty() ? nullptr : std::get_if<Heading>(&blocks.front().value);
  return first != nullptr && first->level == 1;
}

// In CSS pixels, as a browser lays it out.
struct PictureSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

struct PageId {
  std::uint32_t value = 0;
  friend auto operator<=>(PageId, PageId) = default;
};

}  // namespace shirube::model
