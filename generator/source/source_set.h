// The texts that a run has read, each with its line map. Diagnostics and ranges refer to them by FileId.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "source/range.h"

namespace shirube::source {

// A place as people name it: both 1-based, the column in code points.
struct LineColumn {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  // Relative to the site's root, with `/` between the parts.
  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  // `offset` may be one past the end. Bytes that are not UTF-8 count as one column each.
  LineColumn locate(std::uint32_t offset) const;
  // The line (1-based) without its line end.
  std::string_view line(std::uint32_t number) const;
  // Byte offset at which the line (1-based) starts; past the last line, the size of the text.
  std::uint32_t line_start(std::uint32_t number) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

// Grows only; a SourceFile stays where it is, so views into its text live as long as the set.
// Adding is not thread-safe, reading is.
class SourceSet {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const;
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace shirube::source
