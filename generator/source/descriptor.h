// File descriptors of the kernel, and the one way of opening below a folder that no symbolic link can lead astray.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "source/result.h"

namespace shirube::source {

// Owns a descriptor; -1 is none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : value_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      reset();
      value_ = other.release();
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return value_ >= 0; }
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }
  void reset();

 private:
  int value_ = -1;
};

// openat(2) for a path below `folder`; an empty path is the folder itself. Fails with ELOOP where the path leads
// through a symbolic link or ends in one, with EXDEV where it is absolute or has a `..`. No descriptor and errno on
// failure.
Descriptor open_below(int folder, const std::string& path, int flags, mode_t mode = 0);
// The same without openat2(2), which kernels before 5.6 lack and some containers forbid; open_below falls back to it.
Descriptor open_below_by_walking(int folder, const std::string& path, int flags, mode_t mode = 0);

// For a path with this mode, which is not that of a regular file.
Failure not_a_file(unsigned mode, const std::string& path);
// All bytes of a regular file; `path` is for the failure only. Anything else than a regular file is not_a_file.
Result<std::string> read_all(const Descriptor& file, const std::string& path);
// The same in pieces of a fixed size; ends when `take` fails.
Result<void> read_in_pieces(const Descriptor& file, const std::string& path,
                            const std::function<Result<void>(std::string_view)>& take);
// Writes all bytes.
Result<void> write_piece(const Descriptor& file, std::string_view bytes, const std::string& path);
// Writes all bytes and closes: what close(2) says is part of the result.
Result<void> write_all(Descriptor file, std::string_view bytes, const std::string& path);

}  // namespace shirube::source
