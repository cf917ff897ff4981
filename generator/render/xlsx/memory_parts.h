// The files that libxlsxwriter puts its parts into before it packs them. It looks at no result of writing, rewinding and
// reading them, so that a full disk would silently damage a workbook: they are in memory instead.
#pragma once

#include <cstddef>

namespace shirube::render::xlsx {

// While it lives, the library's temporary files of this thread are memory. One a thread at a time.
class MemoryParts {
 public:
  MemoryParts();
  ~MemoryParts();
  MemoryParts(const MemoryParts&) = delete;
  MemoryParts& operator=(const MemoryParts&) = delete;

  // Whether the library requested them: linked in another way it may keep to files of its own.
  bool used() const { return files_ > 0; }
  // Whether memory ran out, or a stream could not be made.
  bool failed() const { return failed_; }

  void count_file() { ++files_; }
  void fail() { failed_ = true; }

 private:
  std::size_t files_ = 0;
  bool failed_ = false;
};

}  // namespace shirube::render::xlsx
