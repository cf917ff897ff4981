#include "expression/to_excel.h"

#include "expression/case_file.h"
#include "expression/evaluate.h"
#include "expression/excel_text.h"
#include "expression/functions.h"
#include "expression/parse.h"
#include "expression/trees.h"
#include "source/source_set.h"
#include "support/catch.h"

using namespace shirube;
using expression::BinaryOperator;
using expression::Expression;
using expression::UnaryOperator;
using expression::Value;

namespace {

std::optional<Expression> parsed(const std::string& formula) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  return expression::parse(formula, sources.add("formula", formula), 0, sink);
}

std::string cell_of(const std::string& name) {
  return name;
}

std::string written(const std::string& formula) {
  const auto expression = parsed(formula);
  REQUIRE(expression);
  return expression::to_excel(*expression, cell_of);
}

}  // namespace

TEST_CASE("brackets are where Excel needs them, and nowhere else") {
  CHECK(written("(a + b) * c") == "(a+b)*c");
  CHECK(written("a + (b * c)") == "a+b*c");
  CHECK(written("a - (b - c)") == "a-(b-c)");
  CHECK(written("(a - b) - c") == "a-b-c");
  CHECK(written("a ^ (b ^ c)") == "a^(b^c)");
  CHECK(written("-2 ^ 2") == "-2^2");
  CHECK(written("-(2 ^ 2)") == "-(2^2)");
  CHECK(written("(-2) ^ 2") == "-2^2");
  CHECK(written("-(a%)") == "-(a%)");
  CHECK(written("(-a)%") == "-a%");
  CHECK(written("(a + b)%") == "(a+b)%");
  CHECK(written("a & (b = c)") == "a&(b=c)");
  CHECK(written("(a < b) = c") == "a<b=c");
  CHECK(written("a < (b = c)") == "a<(b=c)");
  CHECK(written("IF((a), (b + c), ((d)))") == "IF(a,b+c,d)");
}

TEST_CASE("a text becomes a literal whatever it holds, and never syntax") {
  CHECK(expression::text_literal("範囲") == "\"範囲\"");
  CHECK(expression::text_literal("同じ\"範囲\"で") == "\"同じ\"\"範囲\"\"で\"");
  CHECK(expression::text_literal("\"") == "\"\"\"\"");
  CHECK(expression::text_literal("") == "\"\"");
  CHECK(expression::text_literal("_x0041_") == "(\"_\"&\"x0041_\")");
  CHECK(expression::format_words("円") == "\"円\"");
  CHECK(expression::format_words(" 1\"2") == "\" 1\"\\\"\"2\"");
  CHECK(expression::quoted_sheet("Manager's 表") == "'Manager''s 表'");
  CHECK(expression::quoted_sheet("表") == "'表'");
}

TEST_CASE("a text longer than a literal holds is joined from several, none longer than Excel takes") {
  const std::string texts[] = {std::string(255, 'a'), std::string(256, 'a'), std::string(600, '"')};
  const std::size_t pieces[] = {1, 2, 5};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string literal = expression::text_literal(texts[i]);
    std::size_t joined = 1;
    for (std::size_t at = literal.find("\"&\""); at != std::string::npos; at = literal.find("\"&\"", at + 3)) ++joined;
    CHECK(joined == pieces[i]);
    // Read as a formula it is the text again.
    const auto expression = parsed(literal);
    REQUIRE(expression);
    CHECK(expression::evaluate(*expression, [](const std::string&) { return Value(); }) == Value(texts[i]));
  }
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "𠮷";  // two UTF-16 units each, never cut in two
  CHECK(expression::text_literal(wide).find("𠮷\"&\"𠮷") == 2 + std::string("𠮷").size() * 126);
}

TEST_CASE("texts, numbers and names are written as Excel reads them") {
  CHECK(written("\"say \"\"yes\"\"\" & 1.50") == "\"say \"\"yes\"\"\"&1.50");
  CHECK(written("if(true, 1e3, .5)") == "IF(TRUE,1e3,.5)");
  const auto expression = parsed("SUM(点数) / 件数");
  REQUIRE(expression);
  CHECK(expression::to_excel(*expression, [](const std::string& name) {
          return name == "点数" ? std::string("$C$5:$C$9") : std::string("goals_count");
        }) == "SUM($C$5:$C$9)/goals_count");
}

TEST_CASE("every tree up to three operators keeps its value through Excel's notation") {
  const tests::Alphabet alphabet = {{expression::Number{3, "3"}, expression::Name{"a"}},
                                    {BinaryOperator::add, BinaryOperator::subtract, BinaryOperator::divide,
                                     BinaryOperator::power, BinaryOperator::less, BinaryOperator::concatenate},
                                    {UnaryOperator::minus, UnaryOperator::percent}};
  for (const double a : {2.0, -0.5}) {
    std::size_t trees = 0;
    const auto names = [&](const std::string&) { return Value(a); };
    std::size_t different = 0;
    std::string first_difference;
    tests::for_each_tree(alphabet, 3, [&](const Expression& original) {
      const std::string text = expression::to_excel(original, cell_of);
      const auto again = parsed(text);
      ++trees;
      const bool same = again && expression::evaluate(*again, names) == expression::evaluate(original, names) &&
                        expression::to_excel(*again, cell_of) == text;
      if (!same && different++ == 0) first_difference = text;
    });
    INFO(first_difference);
    CHECK(different == 0);
    CHECK(trees > 10000);
  }
}

TEST_CASE("every function has a case in the table") {
  std::string all;
  for (const auto& formula_case : tests::read_formula_cases(SHIRUBE_SOURCE_DIR "/tests/expression/cases")) {
    all += formula_case.formula + "\n";
  }
  for (const auto& function : expression::all_functions()) {
    INFO(function.name);
    CHECK(all.find(std::string(function.name) + "(") != std::string::npos);
  }
}
