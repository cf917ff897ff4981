#include "expression/conversion.h"

#include <cmath>

#include "expression/decimal.h"
#include "source/unicode.h"

namespace shirube::expression {

namespace {

int order_of(double a, double b) {
  if (nearly_equal(a, b)) return 0;
  return a < b ? -1 : 1;
}

// Numbers come before texts, texts before truth values.
int rank(const Value& value) {
  if (value.get<double>() != nullptr) return 0;
  return value.get<std::string>() != nullptr ? 1 : 2;
}

// What a blank cell is beside the other value.
Value filled(const Value& blank, const Value& other) {
  if (blank.get<Blank>() == nullptr) return blank;
  if (other.get<std::string>() != nullptr) return std::string();
  if (other.get<bool>() != nullptr) return false;
  return 0.0;
}

}  // namespace

std::variant<double, Error> to_number(const Value& value) {
  struct Visitor {
    std::variant<double, Error> operator()(Blank) const { return 0.0; }
    std::variant<double, Error> operator()(double number) const { return number; }
    std::variant<double, Error> operator()(bool truth) const { return truth ? 1.0 : 0.0; }
    std::variant<double, Error> operator()(const std::string& text) const {
      if (const std::optional<double> number = text_to_number(text)) return *number;
      return Error::value;
    }
    std::variant<double, Error> operator()(Error error) const { return error; }
    std::variant<double, Error> operator()(const List&) const { return Error::value; }
  };
  return std::visit(Visitor{}, value.state());
}

std::variant<std::string, Error> to_text(const Value& value) {
  struct Visitor {
    std::variant<std::string, Error> operator()(Blank) const { return std::string(); }
    std::variant<std::string, Error> operator()(double number) const { return number_to_text(number); }
    std::variant<std::string, Error> operator()(bool truth) const { return std::string(truth ? "TRUE" : "FALSE"); }
    std::variant<std::string, Error> operator()(const std::string& text) const { return text; }
    std::variant<std::string, Error> operator()(Error error) const { return error; }
    std::variant<std::string, Error> operator()(const List&) const { return Error::value; }
  };
  return std::visit(Visitor{}, value.state());
}

std::variant<bool, Error> to_truth(const Value& value) {
  struct Visitor {
    std::variant<bool, Error> operator()(Blank) const { return false; }
    std::variant<bool, Error> operator()(double number) const { return number != 0; }
    std::variant<bool, Error> operator()(bool truth) const { return truth; }
    std::variant<bool, Error> operator()(const std::string& text) const {
      if (compare_texts(text, "TRUE") == 0) return true;
      if (compare_texts(text, "FALSE") == 0) return false;
      return Error::value;
    }
    std::variant<bool, Error> operator()(Error error) const { return error; }
    std::variant<bool, Error> operator()(const List&) const { return Error::value; }
  };
  return std::visit(Visitor{}, value.state());
}

Value number_or_error(double number) {
  if (!std::isfinite(number)) return Error::number;
  return number == 0 ? 0.0 : number;
}

int compare_texts(std::string_view left, std::string_view right) {
  // UTF-8 sorts as its code points do.
  return source::fold_case(left).compare(source::fold_case(right));
}

int compare(const Value& left, const Value& right) {
  const Value a = filled(left, right);
  const Value b = filled(right, left);
  if (rank(a) != rank(b)) return rank(a) - rank(b);
  if (const double* number = a.get<double>()) return order_of(*number, *b.get<double>());
  if (const std::string* text = a.get<std::string>()) return compare_texts(*text, *b.get<std::string>());
  return static_cast<int>(*a.get<bool>()) - static_cast<int>(*b.get<bool>());
}

}  // namespace shirube::expression
