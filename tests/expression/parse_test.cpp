#include "expression/parse.h"

#include "diagnostic/printer.h"
#include "source/source_set.h"
#include "source/unicode.h"
#include "support/catch.h"

using namespace shirube;
using diagnostic::Kind;

namespace {

struct Attempt {
  source::SourceSet sources;
  diagnostic::Sink sink;
  bool accepted = false;

  // The formula comes after a key, as in a record.
  explicit Attempt(const std::string& formula) {
    const auto file = sources.add("content/figures.yaml", "formula: " + formula + "\n");
    accepted = expression::parse(formula, file, 9, sink).has_value();
  }
  std::string report(diagnostic::Language language = diagnostic::Language::english) const {
    diagnostic::PrintOptions options;
    options.language = language;
    return diagnostic::print_text(sink.diagnostics(), sources, options);
  }
};

struct Fault {
  const char* formula;
  Kind kind;
  const char* at;  // the text that the caret marks; "" is the end
};

const Fault faults[] = {
    {"", Kind::formula_empty, ""},
    {"   ", Kind::formula_empty, ""},
    {"=a+b", Kind::formula_equals_sign, "="},
    {"a ＋ b", Kind::formula_foreign_sign, "＋"},
    {"a － b", Kind::formula_foreign_sign, "－"},
    {"a × b", Kind::formula_foreign_sign, "×"},
    {"a ÷ b", Kind::formula_foreign_sign, "÷"},
    {"a ＊ b", Kind::formula_foreign_sign, "＊"},
    {"a ≧ b", Kind::formula_foreign_sign, "≧"},
    {"a ＞ b", Kind::formula_foreign_sign, "＞"},
    {"a ＞＝ b", Kind::formula_foreign_sign, "＞＝"},
    {"MAX(a、b)", Kind::formula_foreign_sign, "、"},
    {"MAX(a，b)", Kind::formula_foreign_sign, "，"},
    {"MAX(a; b)", Kind::formula_foreign_sign, ";"},
    {"a + １２", Kind::formula_foreign_sign, "１２"},
    {"１２％", Kind::formula_foreign_sign, "１２"},
    {"IF(a = “x”, 1, 2)", Kind::formula_foreign_sign, "“x”"},
    {"IF(a = 「x」, 1, 2)", Kind::formula_foreign_sign, "「x」"},
    {"IF(a = 'x', 1, 2)", Kind::formula_foreign_sign, "'x'"},
    {"IF(a == 1, 1, 2)", Kind::formula_foreign_sign, "=="},
    {"IF(a != 1, 1, 2)", Kind::formula_foreign_sign, "!="},
    {"a ** 2", Kind::formula_foreign_sign, "**"},
    {"[a] + 1", Kind::formula_foreign_sign, "["},
    {"a　+ b", Kind::formula_wide_blank, "　"},
    {"a @ b", Kind::formula_unexpected_sign, "@"},
    {"a ! b", Kind::formula_unexpected_sign, "!"},
    {"a \\ b", Kind::formula_unexpected_sign, "\\"},
    {"a + ・", Kind::formula_unexpected_sign, "・"},
    {"* a", Kind::formula_unexpected_sign, "*"},
    {"a + * b", Kind::formula_unexpected_sign, "*"},
    {"MAX(a,,b)", Kind::formula_unexpected_sign, ","},
    {"MAX(,b)", Kind::formula_unexpected_sign, ","},
    {"MAX(a,)", Kind::formula_unexpected_sign, ")"},
    {"1,000 + 1", Kind::formula_unexpected_sign, ","},
    {"(a, b)", Kind::formula_unexpected_sign, ","},
    {"()", Kind::formula_unexpected_sign, ")"},
    {"%", Kind::formula_unexpected_sign, "%"},
    {"a +", Kind::formula_unexpected_end, ""},
    {"-", Kind::formula_unexpected_end, ""},
    {"MAX(a,", Kind::formula_unexpected_end, ""},
    {"a b", Kind::formula_missing_operator, "b"},
    {"2 a", Kind::formula_missing_operator, "a"},
    {"(a) 3", Kind::formula_missing_operator, "3"},
    {"MAX(a b)", Kind::formula_missing_operator, "b"},
    {"a \"x\"", Kind::formula_missing_operator, "\"x\""},
    {"(a + b", Kind::formula_unclosed_parenthesis, "("},
    {"(", Kind::formula_unclosed_parenthesis, "("},
    {"MAX(", Kind::formula_unclosed_parenthesis, "("},
    {"MAX(a, b", Kind::formula_unclosed_parenthesis, "("},
    {"a + b)", Kind::formula_unopened_parenthesis, ")"},
    {"\"abc", Kind::formula_unclosed_text, "\""},
    {"a & \"x\"\"", Kind::formula_unclosed_text, "\""},
    {"「abc", Kind::formula_unclosed_text, "「"},
    {"90日 + 1", Kind::formula_bad_number, "90日"},
    {"1.2.3", Kind::formula_bad_number, "1.2.3"},
    {"1e", Kind::formula_bad_number, "1e"},
    {"1e999", Kind::formula_bad_number, "1e999"},
    {"0x1F", Kind::formula_bad_number, "0x1F"},
    {"1_000", Kind::formula_bad_number, "1_000"},
    {"1234567890.1234567", Kind::formula_digits, "1234567890.1234567"},
    {"SAM(a)", Kind::formula_unknown_function, "SAM"},
    {"売上(1)", Kind::formula_unknown_function, "売上"},
    {"VLOOKUP(a, b, 2)", Kind::formula_unknown_function, "VLOOKUP"},
    {"ROUND(a)", Kind::formula_arguments, "ROUND(a)"},
    {"SUM()", Kind::formula_arguments, "SUM()"},
    {"1 + IF(a, b, c, d)", Kind::formula_arguments, "IF(a, b, c, d)"},
    {"COUNTIF(a + 1, 2)", Kind::formula_needs_column, "a + 1"},
    {"COUNTBLANK(\"\")", Kind::formula_needs_column, "\"\""},
    {"SUMIF(a, \"x\", b * 2)", Kind::formula_needs_column, "b * 2"},
};

}  // namespace

TEST_CASE("each error in a formula is one finding with its caret at the error") {
  for (const Fault& fault : faults) {
    const Attempt attempt(fault.formula);
    INFO(fault.formula << "\n" << attempt.report());
    CHECK_FALSE(attempt.accepted);
    const auto& found = attempt.sink.diagnostics();
    REQUIRE(!found.empty());
    CHECK(diagnostic::info(found[0].kind).name == diagnostic::info(fault.kind).name);
    const std::string& text = attempt.sources.file(found[0].range.file).text();
    CHECK(text.substr(found[0].range.begin, found[0].range.end - found[0].range.begin) == fault.at);
    const bool may_be_several = fault.kind == Kind::formula_foreign_sign;  // “x” and the like come in pairs
    if (!may_be_several) CHECK(found.size() == 1);
  }
}

TEST_CASE("a finding shows the place, the character and the way out in both languages") {
  const Attempt attempt("売上 × 粗利率 ÷ 100");
  CHECK(attempt.report() ==
        "content/figures.yaml:1:13: error: `×` is not written like this in a formula [formula-sign]\n"
        "    1 | formula: 売上 × 粗利率 ÷ 100\n"
        "      |               ^\n"
        "help: write `*`\n"
        "content/figures.yaml:1:19: error: `÷` is not written like this in a formula [formula-sign]\n"
        "    1 | formula: 売上 × 粗利率 ÷ 100\n"
        "      |                        ^\n"
        "help: write `/`\n");
  CHECK(attempt.report(diagnostic::Language::japanese).find("対処: 半角で「*」と書いてください\n") !=
        std::string::npos);
}

TEST_CASE("the nearest function is suggested, in whatever width or case it was typed") {
  CHECK(Attempt("averge(a)").report().find("help: did you mean `AVERAGE`?") != std::string::npos);
  CHECK(Attempt("ＳＵＭ(a)").report().find("help: did you mean `SUM`?") != std::string::npos);
  CHECK(Attempt("qqqqqq(a)").report().find("to multiply, write `*`") != std::string::npos);
}

TEST_CASE("every full-width character of a formula is found in one run") {
  const Attempt attempt("ＳＵＭ（a，b）＋（c－１）");
  CHECK(attempt.sink.diagnostics().size() == 9);
}

TEST_CASE("a wrong count and an unknown function in one formula are both reported") {
  const Attempt attempt("ROUND(a) + FOO(b)");
  CHECK(attempt.sink.diagnostics().size() == 2);
}

TEST_CASE("a long or deep formula is refused by a limit, never by a crash") {
  const auto kind_of = [](const std::string& formula) {
    const Attempt attempt(formula);
    REQUIRE(attempt.sink.diagnostics().size() == 1);
    return attempt.sink.diagnostics()[0].kind;
  };
  CHECK(Attempt(std::string(64, '(') + "1" + std::string(64, ')')).accepted);
  CHECK(kind_of(std::string(65, '(') + "1" + std::string(65, ')')) == Kind::formula_too_deep);
  CHECK(kind_of(std::string(8000, '(')) == Kind::formula_too_deep);
  std::string calls;
  for (int i = 0; i < 1000; ++i) calls += "ABS(";
  CHECK(kind_of(calls) == Kind::formula_too_deep);
  CHECK(kind_of(std::string(8000, '-') + "1") == Kind::formula_long_chain);
  CHECK(kind_of("1" + std::string(8000, '%')) == Kind::formula_long_chain);
  std::string sum = "1";
  for (int i = 0; i < 4000; ++i) sum += "+1";
  CHECK(kind_of(sum) == Kind::formula_long_chain);
  CHECK(Attempt("\"" + std::string(255, 'x') + "\"").accepted);
  CHECK(kind_of("\"" + std::string(256, 'x') + "\"") == Kind::formula_long_text);
  CHECK(kind_of(std::string(8193, ' ')) == Kind::formula_too_long);
  CHECK(kind_of(std::string(10'000'000, '(')) == Kind::formula_too_long);
  std::string many = "SUM(1";
  for (int i = 0; i < 255; ++i) many += ",1";
  CHECK(kind_of(many + ")") == Kind::formula_arguments);
}

TEST_CASE("damaged formulas end in findings or a tree, whatever is cut or doubled") {
  const std::string formula = "IF(AND(達成率>=100%,\"済\"<>状態),ROUND(a*-b^2,1)&\"件\",IFERROR(c/d,\"\"))";
  for (std::size_t i = 0; i < formula.size(); ++i) {
    for (std::size_t length : {1, 2, 3, 7}) {
      std::string cut = formula;
      cut.erase(i, length);
      if (source::find_invalid_utf8(cut)) continue;
      const Attempt attempt(cut);
      CHECK(attempt.accepted == attempt.sink.empty());
      std::string doubled = formula;
      doubled.insert(i, formula.substr(i, length));
      if (source::find_invalid_utf8(doubled)) continue;
      const Attempt second(doubled);
      CHECK(second.accepted == second.sink.empty());
    }
  }
}

TEST_CASE("a name typed with combining marks is the same name") {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const std::string formula =
      "ka\xE3\x82\x99"
      "x + か\xE3\x82\x99";
  const auto expression = expression::parse(formula, sources.add("f", formula), 0, sink);
  REQUIRE(expression);
  CHECK(expression::names(*expression).back().value == "が");
}
