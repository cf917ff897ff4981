// The outcome of asking the environment for something: a value, or what the environment said.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace shirube::source {

// A refusal of the environment (never an author's mistake: those are diagnostics).
struct Failure {
  enum class Kind {
    not_found,
    permission,
    not_a_file,  // a directory, device or socket where a file was expected
    not_a_directory,
    symbolic_link,  // links are never followed
    outside_root,   // the path leaves the root
    disk_full,
    busy,         // somebody else holds the lock
    damaged,      // what was written does not read back
    unwritable,   // no file of its kind can hold what was to be written
    unsupported,  // the file system or the library cannot do it
    other,
    not_utf8,  // the name is not UTF-8; `path` has it escaped
  };
  Kind kind = Kind::other;
  std::string path;    // as the user would write it
  std::string detail;  // the system's words, or what was found; may be empty
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const Failure& failure() const { return std::get<1>(state_); }

 private:
  std::variant<T, Failure> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return !failure_.has_value(); }
  const Failure& failure() const { return *failure_; }

 private:
  std::optional<Failure> failure_;
};

// The failure that errno `system_error` means for `path`.
Failure failure_from_errno(int system_error, std::string path);

}  // namespace shirube::source
