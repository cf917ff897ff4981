#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>
#include <vector>

#include "expression/conversion.h"
#include "expression/functions/bodies.h"

namespace shirube::expression::bodies {

namespace {

// The numbers in cells; what is written in place has to be convertible to one.
struct Numbers {
  std::vector<double> values;
  std::optional<Error> error;

  void take(const Value& value, bool from_cells) {
    if (error) return;
    if (const List* list = value.get<List>()) {
      for (const Value& cell : *list) take(cell, true);
      return;
    }
    if (from_cells && value.get<double>() == nullptr && value.get<Error>() == nullptr) return;
    const auto number = to_number(value);
    if (const Error* found = std::get_if<Error>(&number)) {
      error = *found;
    } else {
      values.push_back(std::get<double>(number));
    }
  }
};

Numbers collect(const Arguments& arguments) {
  Numbers numbers;
  for (std::size_t i = 0; i < arguments.count; ++i) {
    const Operand operand = arguments.at(i);
    numbers.take(operand.value, operand.from_cells);
  }
  return numbers;
}

// Neumaier's compensated sum: the order of the rows does not show in the 15 digits that people see.
double total(const std::vector<double>& values) {
  double sum = 0;
  double lost = 0;
  for (const double value : values) {
    const double next = sum + value;
    lost += std::fabs(sum) >= std::fabs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return std::isfinite(sum) ? sum + lost : sum;
}

template <class Result>
Operand of_numbers(const Arguments& arguments, const Result& result) {
  Numbers numbers = collect(arguments);
  return numbers.error ? Value(*numbers.error) : Value(result(numbers.values));
}

}  // namespace

Operand sum(const Arguments& arguments) {
  return of_numbers(arguments, [](const auto& values) { return number_or_error(total(values)); });
}

Operand minimum(const Arguments& arguments) {
  return of_numbers(arguments, [](const auto& values) {
    return values.empty() ? Value(0.0) : Value(*std::min_element(values.begin(), values.end()));
  });
}

Operand maximum(const Arguments& arguments) {
  return of_numbers(arguments, [](const auto& values) {
    return values.empty() ? Value(0.0) : Value(*std::max_element(values.begin(), values.end()));
  });
}

Operand average(const Arguments& arguments) {
  return of_numbers(arguments, [](const auto& values) -> Value {
    if (values.empty()) return Error::divide_by_zero;
    return number_or_error(total(values) / static_cast<double>(values.size()));
  });
}

Operand median(const Arguments& arguments) {
  return of_numbers(arguments, [](auto& values) -> Value {
    if (values.empty()) return Error::number;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return number_or_error((values[middle - 1] + values[middle]) / 2);
  });
}

Operand product(const Arguments& arguments) {
  return of_numbers(arguments, [](const auto& values) -> Value {
    if (values.empty()) return 0.0;
    double result = 1;
    for (const double value : values) result *= value;
    return number_or_error(result);
  });
}

Operand standard_deviation(const Arguments& arguments) {
  return of_numbers(arguments, [](auto& values) -> Value {
    if (values.size() < 2) return Error::divide_by_zero;
    const double mean = total(values) / static_cast<double>(values.size());
    for (double& value : values) value = (value - mean) * (value - mean);
    return number_or_error(std::sqrt(total(values) / static_cast<double>(values.size() - 1)));
  });
}

Operand count_numbers(const Arguments& arguments) {
  double count = 0;
  for (std::size_t i = 0; i < arguments.count; ++i) {
    const Operand operand = arguments.at(i);
    if (const List* list = operand.value.get<List>()) {
      count += static_cast<double>(
          std::count_if(list->begin(), list->end(), [](const Value& cell) { return cell.get<double>() != nullptr; }));
    } else if (operand.from_cells) {
      count += operand.value.get<double>() != nullptr ? 1 : 0;
    } else {
      count += std::holds_alternative<double>(to_number(operand.value)) ? 1 : 0;
    }
  }
  return Value(count);
}

Operand count_filled(const Arguments& arguments) {
  double count = 0;
  for (std::size_t i = 0; i < arguments.count; ++i) {
    const Operand operand = arguments.at(i);
    if (const List* list = operand.value.get<List>()) {
      count += static_cast<double>(
          std::count_if(list->begin(), list->end(), [](const Value& cell) { return cell.get<Blank>() == nullptr; }));
    } else {
      count += operand.value.get<Blank>() == nullptr ? 1 : 0;
    }
  }
  return Value(count);
}

Operand sum_of_products(const Arguments& arguments) {
  std::vector<double> products;
  std::optional<Error> error;
  for (std::size_t i = 0; i < arguments.count; ++i) {
    const Operand operand = arguments.at(i);
    if (const Error* found = operand.value.get<Error>()) return Value(*found);
    const List* list = operand.value.get<List>();
    const std::size_t rows = list != nullptr ? list->size() : 1;
    if (i == 0) products.assign(rows, 1.0);
    if (rows != products.size()) return Value(Error::value);
    for (std::size_t row = 0; row < rows; ++row) {
      const Value& cell = list != nullptr ? (*list)[row] : operand.value;
      if (const Error* found = cell.get<Error>(); found != nullptr && !error) error = *found;
      const double* number = cell.get<double>();
      products[row] *= number != nullptr ? *number : 0;
    }
  }
  return error ? Value(*error) : number_or_error(total(products));
}

}  // namespace shirube::expression::bodies
