// Formulas in LibreOffice. Hidden, because it needs soffice; scripts/test runs it.
#include <random>

#include "expression/case_file.h"
#include "expression/parse.h"
#include "libreoffice/formula_sheet.h"
#include "source/source_set.h"
#include "support/catch.h"
#include "support/seed.h"

using namespace shirube;
using expression::Error;
using expression::Expression;
using expression::List;
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

// LibreOffice keeps truth values as 1 and 0.
bool same(const Value& calculated, const Value& expected) {
  const bool* truth = expected.get<bool>();
  if (truth != nullptr && calculated.get<double>() != nullptr) return *calculated.get<double>() == (*truth ? 1 : 0);
  return tests::same_value(calculated, expected);
}

// Formulas whose types fit, by chance: what LibreOffice is known to treat otherwise (the table of cases names it) is a
// matter of types, of errors' names and of numbers beyond 15 digits.
class RandomFormulas {
 public:
  explicit RandomFormulas(unsigned seed) : random_(seed) {}

  std::string number(int depth) {
    if (depth == 0) return pick({"0", "1", "2", "3", "0.5", "12.25", "100", "7%", "1e3", "a", "b", "c", "空"});
    const int less = depth - 1;
    switch (random_() % 22) {
      case 0:
      case 1:
        return "(" + number(less) + " + " + number(less) + ")";
      case 2:
      case 3:
        return "(" + number(less) + " - " + number(less) + ")";
      case 4:
      case 5:
        return number(less) + " * " + number(less);
      case 6:
      case 7:
        return "(" + number(less) + ") / (" + number(less) + ")";
      case 8:
        return "-" + pick({"a", "2", "b", "(1 + c)"});
      case 9:
        return "ABS(" + number(less) + ") ^ " + pick({"2", "3", "0.5"});
      case 10:
        return "(" + number(less) + ")%";
      case 11:
        return "IF(" + condition(less) + ", " + number(less) + ", " + number(less) + ")";
      case 12:
        return "IFERROR(" + number(less) + ", " + number(less) + ")";
      case 13:
        return pick({"MIN", "MAX", "SUM", "AVERAGE", "MEDIAN", "COUNT", "PRODUCT"}) + "(" + number(less) + ", " +
               number(less) + ", " + pick({"点数", "空", "4"}) + ")";
      case 14:
        return pick({"SUM", "AVERAGE", "MEDIAN", "STDEV", "COUNT", "COUNTA", "COUNTBLANK"}) + "(" +
               pick({"点数", "人数"}) + ")";
      case 15:
        return "COUNTIF(" + pick({"点数", "人数", "状態"}) + ", " +
               pick({"\">=3\"", "\"<>2\"", "\"完了\"", "\"完*\"", "3", "\"<\" & a"}) + ")";
      case 16:
        return "SUMIF(状態, " + pick({"\"完了\"", "\"<>完了\"", "\"*了\""}) + ", 点数)";
      case 17:
        return "SUMPRODUCT(点数, " + pick({"人数", "人数 * 2", "(点数 > 2) * 1", "人数 + 点数"}) + ")";
      case 18:
        return pick({"ROUND", "ROUNDUP", "ROUNDDOWN"}) + "(" + stepped(number(less)) + ", " +
               pick({"0", "1", "2", "-1"}) + ")";
      case 19:
        return pick({"INT", "ABS"}) + "(" + stepped(number(less)) + ")";
      case 20:
        return "MOD(" + number(0) + ", " + pick({"2", "3", "-4", "7", "空"}) + ")";
      default:
        return pick({"INDEX(点数, 2)", "MATCH(3, 点数, 0)", "MATCH(\"完了\", 状態, 0)", "LEN(題)", "LEN(題 & \"x\")"});
    }
  }

 private:
  std::string condition(int depth) {
    const int less = depth > 0 ? depth - 1 : 0;
    switch (random_() % 6) {
      case 0:
        return "AND(" + condition(less) + ", " + number(less) + " >= 1)";
      case 1:
        return "OR(" + number(less) + " < 2, " + number(less) + " = 3)";
      case 2:
        return "NOT(" + number(less) + " <> 2)";
      case 3:
        return "題 = " + pick({"\"目標\"", "\"成果\"", "題 & \"\""});
      default:
        return "(" + number(less) + ") " + pick({"<", "<=", "=", "<>", ">", ">="}) + " (" + number(less) + ")";
    }
  }

  static std::string stepped(const std::string& number) { return "⟦" + number + "⟧"; }

  std::string pick(const std::vector<std::string>& choices) { return choices[random_() % choices.size()]; }

  std::mt19937 random_;
};

// The formula as the workbook holds it, or with every number that is about to be rounded nudged by the input 端.
std::string written(std::string formula, bool nudged) {
  const std::pair<std::string, std::string> marks[] = {{"⟦", nudged ? "((" : ""}, {"⟧", nudged ? ") * 端)" : ""}};
  for (const auto& [mark, text] : marks) {
    for (std::size_t at = formula.find(mark); at != std::string::npos; at = formula.find(mark, at + text.size()))
      formula.replace(at, mark.size(), text);
  }
  return formula;
}

// Which error it is depends on what a function of LibreOffice refuses first.
bool same_or_both_errors(const Value& a, const Value& b) {
  if (a.get<Error>() != nullptr && b.get<Error>() != nullptr) return true;
  const double* x = a.get<double>();
  const double* y = b.get<double>();
  if (x == nullptr || y == nullptr) return same(a, b);
  return std::abs(*x - *y) <= 1e-11 * std::max(1.0, std::max(std::abs(*x), std::abs(*y)));
}

// 12.25 - (0.1 + 12.25) is -0.0999999999999996, and LibreOffice, which corrects differences, rounds it as -0.1: a
// number on the edge of a step may fall to either side of it.
bool on_an_edge(const std::string& formula, std::map<std::string, Value> inputs, const Value& calculated) {
  const Expression nudged = parsed(written(formula, true));
  for (const double nudge : {1 - 1e-13, 1 + 1e-13}) {
    inputs["端"] = nudge;
    if (same_or_both_errors(calculated, expression::evaluate(nudged, tests::bind(inputs)))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("LibreOffice gives every formula of the table its value", "[.][libreoffice]") {
  const auto cases = tests::read_formula_cases(SHIRUBE_SOURCE_DIR "/tests/expression/cases");
  CHECK(cases.size() >= 300);
  std::vector<Expression> expressions;
  std::vector<tests::BoundFormula> formulas;
  expressions.reserve(cases.size());
  for (const auto& formula_case : cases) {
    expressions.push_back(parsed(formula_case.formula));
    formulas.push_back({&expressions.back(), &formula_case.inputs});
  }
  const std::vector<Value> values = tests::calculate_in_libreoffice(formulas);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].place << ": " << cases[i].formula << "\ngot " << tests::print_case_value(values[i]));
    // What one version does differently, a later one may fix: INDEX(a, 4) of three is #VALUE! in 7.4 and #REF! in 25.2.
    CHECK(
        (same(values[i], cases[i].expected) || (cases[i].in_libreoffice && same(values[i], *cases[i].in_libreoffice))));
  }
}

TEST_CASE("LibreOffice gives 10,000 random formulas the value that evaluate gives", "[.][libreoffice]") {
  const unsigned seed = tests::random_seed();
  INFO("seed " << seed);
  WARN("seed " << seed);
  const std::map<std::string, Value> inputs = {{"a", 4.0},
                                               {"b", -2.5},
                                               {"c", 0.1},
                                               {"空", {}},
                                               {"点数", List{3.0, 1.5, {}, 4.0, 2.0}},
                                               {"人数", List{2.0, 3.0, 1.0, 0.0, 5.0}},
                                               {"状態", List{"完了", "未", {}, "完了", "終了"}},
                                               {"題", "目標"}};
  constexpr std::size_t count = 10000;
  RandomFormulas random(seed);
  std::vector<std::string> texts;
  std::vector<Expression> expressions;
  expressions.reserve(count);
  std::vector<tests::BoundFormula> formulas;
  for (std::size_t i = 0; i < count; ++i) {
    texts.push_back(random.number(static_cast<int>(i % 4) + 1));
    expressions.push_back(parsed(written(texts.back(), false)));
    formulas.push_back({&expressions.back(), &inputs});
  }
  const std::vector<Value> values = tests::calculate_in_libreoffice(formulas);
  std::size_t different = 0;
  std::size_t errors = 0;
  std::size_t edges = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Value expected = expression::evaluate(expressions[i], tests::bind(inputs));
    if (expected.get<Error>() != nullptr) ++errors;
    if (same_or_both_errors(values[i], expected)) continue;
    if (on_an_edge(texts[i], inputs, values[i])) {
      ++edges;
      continue;
    }
    if (different++ > 9) continue;
    UNSCOPED_INFO(written(texts[i], false)
                  << " gave " << tests::print_case_value(values[i]) << ", not " << tests::print_case_value(expected));
  }
  CHECK(different == 0);
  CHECK(edges < count / 1000);
  CHECK(errors < count / 4);
}
