#include "expression/evaluate.h"

#include "diagnostic/printer.h"
#include "expression/case_file.h"
#include "expression/parse.h"
#include "expression/to_excel.h"
#include "source/source_set.h"
#include "support/catch.h"

using namespace shirube;
using expression::Error;
using expression::Value;

namespace {

const std::string cases_folder = SHIRUBE_SOURCE_DIR "/tests/expression/cases";

expression::Expression parsed(const std::string& formula) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  auto result = expression::parse(formula, sources.add("formula", formula), 0, sink);
  INFO(diagnostic::print_text(sink.diagnostics(), sources, {}));
  REQUIRE(result);
  return std::move(*result);
}

Value value_of(const std::string& formula) {
  return expression::evaluate(parsed(formula), [](const std::string&) { return Value(Error::name); });
}

}  // namespace

TEST_CASE("every formula of the table has its value, also after a journey through Excel's notation") {
  const auto cases = tests::read_formula_cases(cases_folder);
  CHECK(cases.size() >= 150);
  for (const tests::FormulaCase& formula_case : cases) {
    INFO(formula_case.place << ": " << formula_case.formula);
    const expression::Expression expression = parsed(formula_case.formula);
    const Value value = expression::evaluate(expression, tests::bind(formula_case.inputs));
    INFO("got " << tests::print_case_value(value) << ", expected " << tests::print_case_value(formula_case.expected));
    CHECK(tests::same_value(value, formula_case.expected));
    const std::string written = expression::to_excel(expression, [](const std::string& name) { return name; });
    INFO(written);
    CHECK(tests::same_value(expression::evaluate(parsed(written), tests::bind(formula_case.inputs)), value));
  }
}

TEST_CASE("IF and IFERROR ask for a name only if they need it") {
  std::vector<std::string> asked;
  const auto names = [&](const std::string& name) {
    asked.push_back(name);
    return Value(1.0);
  };
  CHECK(expression::evaluate(parsed("IF(a > 1, b, IFERROR(c, d))"), names) == Value(1.0));
  CHECK(asked == std::vector<std::string>{"a", "c"});
}

TEST_CASE("the highest tree that the parser lets through is evaluated") {
  std::string sum = "1";
  for (int i = 0; i < 255; ++i) sum += "+1";
  CHECK(value_of(sum) == Value(256.0));
  CHECK(value_of(std::string(64, '(') + "7" + std::string(64, ')')) == Value(7.0));
  CHECK(value_of(std::string(254, '-') + "7") == Value(7.0));
}

TEST_CASE("the names of a formula come in order of first use, each once and with its place") {
  const auto found = expression::names(parsed("b + IF(a > b, SUM(c), -a%)"));
  REQUIRE(found.size() == 3);
  CHECK(found[0].value == "b");
  CHECK(found[1].value == "a");
  CHECK(found[2].value == "c");
  CHECK(found[1].range.begin == 7);
  CHECK(found[1].range.end == 8);
}
