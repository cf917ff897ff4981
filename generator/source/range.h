// Where something is in the sources: a file and a half-open range of bytes in it.
#pragma once

#include <cstdint>

namespace shirube::source {

// Names one file of a SourceSet. The default value names none.
struct FileId {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t value = none;

  explicit operator bool() const { return value != none; }
  friend bool operator==(FileId, FileId) = default;
  friend auto operator<=>(FileId, FileId) = default;
};

// Bytes [begin, end) of the file's text. A default range is nowhere.
struct SourceRange {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  explicit operator bool() const { return static_cast<bool>(file); }
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
  friend auto operator<=>(const SourceRange&, const SourceRange&) = default;
};

// A value with the place where its author wrote it.
template <class T>
struct Located {
  T value{};
  SourceRange range;
};

}  // namespace shirube::source
