#include "expression/to_mathml.h"

#include <map>
#include <set>

#include "expression/case_file.h"
#include "expression/parse.h"
#include "expression/trees.h"
#include "source/source_set.h"
#include "spreadsheet/xml.h"
#include "support/catch.h"

using namespace shirube;
using expression::BinaryOperator;
using expression::Expression;
using expression::UnaryOperator;

namespace {

Expression parsed(const std::string& formula) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  auto result = expression::parse(formula, sources.add("formula", formula), 0, sink);
  INFO(formula);
  REQUIRE(result);
  return std::move(*result);
}

std::string markup(const Expression& expression) {
  return expression::to_mathml(
      expression, [](const std::string& name) { return name; }, "それ以外");
}

// The markup as people read it: a fraction is a÷b in braces, a superscript ^{}, a root √{}, cases [value if condition;
// …].
std::string read(const std::string& formula) {
  std::string out;
  const std::string text = markup(parsed(formula));
  std::vector<std::string> open;
  std::vector<int> children;
  const spreadsheet::XmlHandlers handlers = {[&](std::string_view name, const spreadsheet::XmlAttributes&) {
                                               if (!open.empty() && children.back()++ == 1 && open.back() == "mfrac")
                                                 out += "÷";
                                               if (!open.empty() && children.back() == 2 && open.back() == "msup")
                                                 out += "^";
                                               if (!open.empty() && children.back() == 2 && open.back() == "mtr")
                                                 out += " if ";
                                               if (!open.empty() && children.back() > 1 && open.back() == "mtable")
                                                 out += "; ";
                                               if (name == "mfrac" || name == "msup") out += "{";
                                               if (name == "msqrt") out += "√{";
                                               if (name == "mtable") out += "[";
                                               open.emplace_back(name);
                                               children.push_back(0);
                                             },
                                             [&](std::string_view name) {
                                               if (name == "mfrac" || name == "msup" || name == "msqrt") out += "}";
                                               if (name == "mtable") out += "]";
                                               open.pop_back();
                                               children.pop_back();
                                             },
                                             [&](std::string_view part) {
                                               if (part != "\xE2\x81\xA1") out += part;
                                             }};
  REQUIRE(spreadsheet::read_xml(text, handlers, {}));
  return out;
}

// What is wrong with the markup by MathML Core; empty if nothing is.
std::string faults(const std::string& text) {
  static const std::map<std::string, std::set<std::string>, std::less<>> children = {
      {"math", {}},  {"mrow", {}},  {"msqrt", {}}, {"mfrac", {}},    {"msup", {}},        {"mtd", {}},
      {"mi", {"-"}}, {"mn", {"-"}}, {"mo", {"-"}}, {"mtext", {"-"}}, {"mtable", {"mtr"}}, {"mtr", {"mtd"}}};
  std::string wrong;
  std::vector<std::pair<std::string, int>> open;
  const spreadsheet::XmlHandlers handlers = {
      [&](std::string_view name, const spreadsheet::XmlAttributes& attributes) {
        if (children.count(std::string(name)) == 0) wrong += "element " + std::string(name) + "; ";
        if (open.empty() && (name != "math" || attributes.find("alttext").empty())) wrong += "no math with alttext; ";
        if (!open.empty()) {
          ++open.back().second;
          const auto& allowed = children.find(open.back().first)->second;
          if (!allowed.empty() && allowed.count(std::string(name)) == 0) wrong += open.back().first + "; ";
        }
        open.emplace_back(name, 0);
      },
      [&](std::string_view name) {
        if ((name == "mfrac" || name == "msup") && open.back().second != 2) wrong += "children; ";
        open.pop_back();
      },
      [&](std::string_view part) {
        const auto& allowed = children.find(open.back().first)->second;
        if (allowed.count("-") == 0) wrong += "text " + std::string(part) + "; ";
      }};
  if (!spreadsheet::read_xml(text, handlers, {})) wrong += "not well-formed";
  // An attribute comes after a space within a tag; texts contain no `="`, their quotes are escaped.
  for (std::size_t at = text.find("=\""); at != std::string::npos; at = text.find("=\"", at + 1)) {
    const std::size_t blank = text.rfind(' ', at);
    const std::string name = text.substr(blank + 1, at - blank - 1);
    const std::set<std::string> known = {"alttext", "form", "stretchy", "separator", "displaystyle", "mathvariant"};
    if (known.count(name) == 0) wrong += "attribute " + name + "; ";
  }
  return wrong;
}

}  // namespace

TEST_CASE("readers see fractions, powers, roots and the brackets that mathematics needs") {
  CHECK(read("a + b * c") == "a+b×c");
  CHECK(read("(a + b) * c") == "(a+b)×c");
  CHECK(read("(a + b) / (c - d)") == "{a+b÷c−d}");
  CHECK(read("a / b / c") == "{{a÷b}÷c}");
  CHECK(read("(a / b) ^ 2") == "{({a÷b})^2}");
  CHECK(read("a ^ (b + 1)") == "{a^b+1}");
  CHECK(read("2 ^ 3 ^ 2") == "{({2^3})^2}");
  CHECK(read("-2 ^ 2") == "{(−2)^2}");
  CHECK(read("-(2 ^ 2)") == "−{2^2}");
  CHECK(read("a * -b") == "a×(−b)");
  CHECK(read("-a * b") == "−a×b");
  CHECK(read("-(a * b)") == "−(a×b)");
  CHECK(read("a - (b - c)") == "a−(b−c)");
  CHECK(read("a - b - c") == "a−b−c");
  CHECK(read("-5% + a%") == "−5%+a%");
  CHECK(read("a + -5%") == "a+(−5%)");
  CHECK(read("(a + b)%") == "(a+b)%");
  CHECK(read("(a < b) = c") == "(a<b)=c");
  CHECK(read("a <> b & \"x\"") == "a≠b&“x”");
  CHECK(read("SQRT(a + 1) * ABS(-b)") == "√{a+1}×|−b|");
  CHECK(read("ROUND(a / b, 2)") == "ROUND({a÷b},2)");
}

TEST_CASE("conditions are joined by symbols, and cases are below each other") {
  CHECK(read("AND(a > 1, b <= 2)") == "a>1∧b≤2");
  CHECK(read("AND(OR(a, b), NOT(c))") == "(a∨b)∧¬c");
  CHECK(read("AND(a)") == "AND(a)");
  CHECK(read("NOT(a > 1)") == "¬(a>1)");
  CHECK(read("IF(a > 1, b, c)") == "{[b if a>1; c if それ以外]");
  CHECK(read("IF(a > 1, 1, IF(a > 0, 2, 3))") == "{[1 if a>1; 2 if a>0; 3 if それ以外]");
  CHECK(read("IF(a, 1)") == "{[1 if a; FALSE if それ以外]");
  CHECK(read("2 * IF(a, 1, 0)") == "2×({[1 if a; 0 if それ以外])");
}

TEST_CASE("the markup carries the formula as text, with its characters escaped") {
  CHECK(expression::to_mathml(
            parsed("a < b & \"<i>\""), [](const std::string&) { return "粗利 & \"利益\""; }, "") ==
        "<math alttext=\"粗利 &amp; &quot;利益&quot;&lt;粗利 &amp; "
        "&quot;利益&quot;&amp;&quot;&lt;i&gt;&quot;\" displaystyle=\"true\"><mrow>"
        "<mi mathvariant=\"normal\">粗利 &amp; &quot;利益&quot;</mi><mo>&lt;</mo><mrow>"
        "<mi mathvariant=\"normal\">粗利 &amp; &quot;利益&quot;</mi>"
        "<mo>&amp;</mo><mtext>“&lt;i&gt;”</mtext></mrow></mrow></math>");
}

TEST_CASE("what binds equally is in one row, without a frame for each symbol") {
  const auto rows = [](const std::string& formula) {
    const std::string text = markup(parsed(formula));
    std::size_t count = 0;
    for (std::size_t at = text.find("<mrow>"); at != std::string::npos; at = text.find("<mrow>", at + 1)) ++count;
    return count;
  };
  CHECK(rows("a") == 0);
  CHECK(rows("a * b * c * d") == 1);
  CHECK(rows("a - b + c - d") == 1);
  CHECK(rows("a / b") == 0);
  CHECK(rows("a * b + c") == 2);
  CHECK(rows("a - (b - c)") == 3);
}

TEST_CASE("every formula of the table is valid MathML Core") {
  for (const auto& formula_case : tests::read_formula_cases(SHIRUBE_SOURCE_DIR "/tests/expression/cases")) {
    INFO(formula_case.formula);
    CHECK(faults(markup(parsed(formula_case.formula))) == "");
  }
}

TEST_CASE("every tree up to two operators is valid MathML Core, and no two numbers of a different tree look the same") {
  const tests::Alphabet alphabet = {{expression::Number{3, "3"}, expression::Name{"a"}},
                                    {BinaryOperator::add, BinaryOperator::subtract, BinaryOperator::divide,
                                     BinaryOperator::power, BinaryOperator::less, BinaryOperator::concatenate},
                                    {UnaryOperator::minus}};
  std::set<std::string> seen;
  std::size_t trees = 0;
  tests::for_each_tree(alphabet, 2, [&](const Expression& tree) {
    std::string text = markup(tree);
    const std::string wrong = faults(text);
    if (!wrong.empty()) FAIL_CHECK(text << ": " << wrong);
    ++trees;
    text.erase(0, text.find('>'));  // without the alttext
    seen.insert(text);
  });
  CHECK(seen.size() == trees);
}
