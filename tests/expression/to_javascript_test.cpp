// The second half is hidden, because it needs node: scripts/test runs it as its own suite.
#include "expression/to_javascript.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

#include "expression/case_file.h"
#include "expression/functions.h"
#include "expression/node_process.h"
#include "expression/number_format.h"
#include "expression/parse.h"
#include "expression/trees.h"
#include "source/source_set.h"
#include "source/unicode.h"
#include "support/catch.h"

using namespace shirube;
using expression::BinaryOperator;
using expression::Expression;
using expression::UnaryOperator;
using expression::Value;

namespace {

Expression parsed(const std::string& formula) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  auto result = expression::parse(formula, sources.add("formula", formula), 0, sink);
  INFO(formula);
  REQUIRE(result);
  return std::move(*result);
}

std::string written(const std::string& formula) {
  return expression::to_javascript(parsed(formula), [](const std::string& name) { return "v." + name; });
}

// Engines differ in the last bit of a power such as 0.5 ^ -0.5; joined to a text, that bit can move the 15th digit.
bool same_but_for_the_last_digit(const Value& a, const Value& b) {
  const std::string* x = a.get<std::string>();
  const std::string* y = b.get<std::string>();
  if (x == nullptr || y == nullptr || *x == *y) return tests::same_value(a, b);
  const auto differs = std::mismatch(x->begin(), x->end(), y->begin(), y->end()).first;
  const auto common = static_cast<std::size_t>(differs - x->begin());
  return common >= 14;
}

// Collects lines with their values by evaluate, and lets node calculate them in batches.
class Comparison {
 public:
  void add(const Expression& expression, const expression::Names& names) {
    lines_.push_back(tests::javascript_line(expression, names));
    expected_.push_back(expression::evaluate(expression, names));
    if (lines_.size() == 40000) run();
  }
  void finish() {
    run();
    INFO("first difference: " << first_difference_);
    CHECK(different_ == 0);
  }

 private:
  void run() {
    const std::vector<Value> values = tests::run_in_node(lines_);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (same_but_for_the_last_digit(values[i], expected_[i]) || different_++ > 0) continue;
      first_difference_ =
          lines_[i] + " gave " + tests::print_case_value(values[i]) + ", not " + tests::print_case_value(expected_[i]);
    }
    lines_.clear();
    expected_.clear();
  }

  std::vector<std::string> lines_;
  std::vector<Value> expected_;
  std::size_t different_ = 0;
  std::string first_difference_;
};

}  // namespace

TEST_CASE("every operator of a formula is a method in JavaScript") {
  CHECK(written("-2 ^ 2") == "F.result(F.power(F.minus(2), 2))");
  CHECK(written("a & 10% <> +b") == "F.result(F.notEqual(F.concatenate(v.a, F.percent(10)), F.plus(v.b)))");
  CHECK(written("IF(TRUE, a, 007)") == "F.result(F.choose(() => true, () => F.cells(v.a), () => 7))");
  CHECK(written("SUM(a, 1) / ROUND(b, 2)") == "F.result(F.divide(F.sum(F.cells(v.a), 1), F.roundHalf(v.b, 2)))");
  CHECK(written("SUMPRODUCT(a * ABS(-b))") ==
        "F.result(F.sumOfProducts(F.rows(F.multiply, v.a, F.rows(F.absolute, F.rows(F.minus, v.b)))))");
}

TEST_CASE("texts keep to their place in JavaScript and in a page") {
  CHECK(written("\"</script>\\ \"\"\"") == "F.result(\"\\u003c/script\\u003e\\\\ \\\"\")");
  CHECK(expression::javascript_text("a\nb\x7f達成") == "\"a\\u000ab\\u007f達成\"");
}

TEST_CASE("JavaScript gives every formula of the table its value", "[.][javascript]") {
  const auto cases = tests::read_formula_cases(SHIRUBE_SOURCE_DIR "/tests/expression/cases");
  std::vector<std::string> lines;
  for (const auto& formula_case : cases) {
    lines.push_back(tests::javascript_line(parsed(formula_case.formula), tests::bind(formula_case.inputs)));
  }
  const std::vector<Value> values = tests::run_in_node(lines);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].place << ": " << cases[i].formula << "\n" << lines[i]);
    INFO("got " << tests::print_case_value(values[i]) << ", expected " << tests::print_case_value(cases[i].expected));
    CHECK(tests::same_value(values[i], cases[i].expected));
  }
}

TEST_CASE("the runtime has a method for every function", "[.][javascript]") {
  std::vector<std::string> lines;
  for (const auto& function : expression::all_functions()) {
    lines.push_back("typeof F." + std::string(function.javascript));
  }
  for (const Value& value : tests::run_in_node(lines)) CHECK(value == Value("function"));
}

TEST_CASE("every tree up to three operators has the same value in JavaScript", "[.][javascript]") {
  const tests::Alphabet numbers = {
      {expression::Number{3, "3"}, expression::Name{"a"}},
      {BinaryOperator::add, BinaryOperator::subtract, BinaryOperator::multiply, BinaryOperator::divide,
       BinaryOperator::power, BinaryOperator::less, BinaryOperator::equal, BinaryOperator::concatenate},
      {UnaryOperator::minus, UnaryOperator::percent}};
  for (const Value& a : {Value(2.0), Value(-0.5), Value(0.1), Value()}) {
    Comparison comparison;
    tests::for_each_tree(numbers, 3,
                         [&](const Expression& tree) { comparison.add(tree, [&](const std::string&) { return a; }); });
    comparison.finish();
  }
}

TEST_CASE("every tree up to two operators over all types has the same value in JavaScript", "[.][javascript]") {
  const tests::Alphabet everything = {
      {expression::Number{0, "0"}, expression::Number{1.5, "1.5"}, expression::Text{"b"}, expression::Text{"1,000%"},
       expression::Text{""}, expression::Boolean{true}, expression::Name{"blank"}, expression::Name{"error"},
       expression::Name{"column"}},
      {BinaryOperator::add, BinaryOperator::subtract, BinaryOperator::multiply, BinaryOperator::divide,
       BinaryOperator::power, BinaryOperator::concatenate, BinaryOperator::equal, BinaryOperator::not_equal,
       BinaryOperator::less, BinaryOperator::less_equal, BinaryOperator::greater, BinaryOperator::greater_equal},
      {UnaryOperator::plus, UnaryOperator::minus, UnaryOperator::percent}};
  const std::map<std::string, Value> inputs = {
      {"blank", {}}, {"error", expression::Error::missing}, {"column", expression::List{1.0, 2.0}}};
  Comparison comparison;
  tests::for_each_tree(everything, 2, [&](const Expression& tree) { comparison.add(tree, tests::bind(inputs)); });
  comparison.finish();
}

TEST_CASE("letters fold to the same case in JavaScript", "[.][javascript]") {
  std::vector<std::string> lines;
  std::vector<std::string> folded;
  for (char32_t point = 0x21; point < 0x2FA20; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    // Letters that came with Unicode 16 and 17: ICU and node may be of different age.
    if (point == 0x1C89 || point == 0x1C8A || (point >= 0xA7CB && point <= 0xA7DC)) continue;
    if ((point >= 0x10D50 && point <= 0x10D85) || (point >= 0x16EA0 && point <= 0x16ED3)) continue;
    std::string text;
    source::append_utf8(text, point);
    lines.push_back("F.fold(" + expression::javascript_text(text) + ")");
    folded.push_back(source::fold_case(text));
  }
  const std::vector<Value> values = tests::run_in_node(lines);
  std::string different;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (values[i] != Value(folded[i])) different += lines[i] + " ";
  }
  CHECK(different == "");
}

TEST_CASE("JavaScript shows numbers as the generator does", "[.][javascript]") {
  std::vector<std::string> formats;
  std::ifstream in(SHIRUBE_SOURCE_DIR "/tests/expression/number_formats.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("#!")) continue;
    const std::string format = line.substr(0, line.find(" | "));
    if (formats.empty() || formats.back() != format) formats.push_back(format);
  }
  REQUIRE(formats.size() >= 40);
  std::vector<double> numbers = {0, 0.5, 1, 2.5, 999.5, 554250, 0.0625, 1e15, 1e21, 1e-7, 5e-324, 100000000000000.5};
  constexpr unsigned seed = 20260401;
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 200; ++i) {
    const double size = std::pow(10.0, static_cast<double>(random() % 24) - 8);
    numbers.push_back(static_cast<double>(random() % 2000001) / 1e6 * size);
  }
  std::vector<std::string> lines;
  std::vector<std::string> expected;
  for (const std::string& format : formats) {
    const auto parsed_format = expression::parse_number_format(format);
    REQUIRE(parsed_format);
    for (const double number : numbers) {
      for (const double signed_number : {number, -number}) {
        lines.push_back("F.formatNumber(" + expression::javascript_text(format) + ", " +
                        tests::javascript_literal(Value(signed_number)) + ")");
        expected.push_back(expression::format_number(*parsed_format, signed_number));
      }
    }
  }
  const std::vector<Value> values = tests::run_in_node(lines);
  std::size_t different = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (values[i] == Value(expected[i]) || different++ > 5) continue;
    UNSCOPED_INFO(lines[i] << " gave " << tests::print_case_value(values[i]) << ", not " << expected[i]);
  }
  CHECK(different == 0);
}
