// What a formula yields. Errors are values: they travel through a calculation as Excel's do.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace shirube::expression {

// Excel's #DIV/0!, #VALUE!, #NAME?, #NUM!, #N/A (nothing found, or not given) and #REF! (outside the column).
enum class Error { divide_by_zero, value, name, number, missing, reference };

// An empty cell: 0 in arithmetic, "" as text, left out by SUM, COUNT, AVERAGE …
struct Blank {
  friend bool operator==(Blank, Blank) = default;
};

class Value;
using List = std::vector<Value>;

class Value {
 public:
  Value() = default;
  Value(double number) : state_(number) {}                // NOLINT(google-explicit-constructor)
  Value(bool truth) : state_(truth) {}                    // NOLINT(google-explicit-constructor)
  Value(std::string text) : state_(std::move(text)) {}    // NOLINT(google-explicit-constructor)
  Value(const char* text) : state_(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  Value(Error error) : state_(error) {}                   // NOLINT(google-explicit-constructor)
  Value(List list) : state_(std::move(list)) {}           // NOLINT(google-explicit-constructor)

  const std::variant<Blank, double, bool, std::string, Error, List>& state() const { return state_; }
  template <class T>
  const T* get() const {
    return std::get_if<T>(&state_);
  }
  friend bool operator==(const Value&, const Value&) = default;

 private:
  std::variant<Blank, double, bool, std::string, Error, List> state_;
};

// #DIV/0! and so on, as Excel shows it.
const char* spelling(Error error);

}  // namespace shirube::expression
