// Strict YAML: a tree of our own with a place for every scalar, and no guesses. Of yaml-cpp, yaml.cpp uses
// the events and fault.cpp the words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::parse {

struct YamlEntry;

struct YamlNode {
  // broken: a finding has already said why; readers pass over it in silence.
  enum class Kind { null, scalar, sequence, mapping, broken };
  Kind kind = Kind::null;
  source::SourceRange range;
  std::string text;     // of a scalar
  bool quoted = false;  // of a scalar: "…", '…', | or >
  bool made = false;    // of a scalar: a template's expansion has put something in, so that no place in `text` is one of the file
  bool in_brackets = false;        // of a sequence: [a, b]
  bool comment_has_blank = false;  // `# word`, not `#word`
  bool incomplete = false;         // of a mapping: a key of it was refused, which may be the one that is missed
  std::uint32_t comment = 0;       // byte of the `#` after an unquoted scalar or null in its line; 0: none
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;                      // in the order of the file; no duplicate keys
  std::unordered_map<std::string, std::size_t> index;  // key to entry, in NFC

  // Null if this is not a mapping or has no such key.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  source::SourceRange key_range;
  YamlNode value;
};

// A text to read: a whole file, or a part of one (front matter, the body of a directive), whose lines may be
// indented or quoted in their file.
struct YamlInput {
  std::string text;
  source::FileId file;
  std::vector<std::uint32_t> line_offsets;  // for each line of `text`, the byte of the file at which it starts

  static YamlInput whole_file(const source::SourceFile& file, source::FileId id);
};

struct YamlLimits {
  std::size_t bytes = 1 << 20;
  int depth = 64;
  std::size_t scalar_bytes = 256 << 10;
};

// Nothing if the text cannot be read at all; whatever is wrong is in `sink`. An empty text is a null node.
// Refused, each with its own finding: duplicate keys (the first stays), anchors, aliases, tags, merge keys, a second
// document, text after the document, an unclosed quote, tabs as indentation, nesting over the limit, non-UTF-8,
// control characters, lone CR, keys that are not plain text.
std::optional<YamlNode> parse_yaml(const YamlInput& input, const YamlLimits& limits, diagnostic::Sink& sink);

}  // namespace shirube::parse
