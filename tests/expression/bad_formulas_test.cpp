// Each bad formula of bad_formulas.txt has one finding: a rule, a caret and a sentence with its way out in both
// languages.
//
//   formula -> declared unit        (a unit only where it matters)
//             ^^^^ rule             (as wide as the text that it marks)
//   en message: help
//   ja message: help
#include <fstream>
#include <set>

#include "expression/parse.h"
#include "expression/typed_names.h"
#include "source/format.h"
#include "source/unicode.h"
#include "support/catch.h"

using namespace shirube;

namespace {

struct BadFormula {
  std::string formula;
  std::string unit;
  std::string messages;  // the lines that follow
};

std::vector<BadFormula> read_bad_formulas() {
  std::ifstream in(SHIRUBE_SOURCE_DIR "/tests/expression/bad_formulas.txt");
  std::vector<BadFormula> all;
  bool begins = true;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#!")) continue;
    if (line.empty()) {
      begins = true;
    } else if (begins) {
      const std::size_t arrow = line.find(" -> ");
      all.push_back({line.substr(0, arrow), arrow == std::string::npos ? "" : line.substr(arrow + 4), ""});
      if (all.back().formula == "(empty)") all.back().formula.clear();
      begins = false;
    } else {
      all.back().messages += line + "\n";
    }
  }
  return all;
}

std::string messages_of(const diagnostic::Diagnostic& finding, const std::string& formula) {
  const diagnostic::KindInfo& info = diagnostic::info(finding.kind);
  const auto column = static_cast<std::size_t>(source::display_width(formula.substr(0, finding.range.begin)));
  const auto width = static_cast<std::size_t>(
      source::display_width(formula.substr(finding.range.begin, finding.range.end - finding.range.begin)));
  std::string text = std::string(column, ' ') + std::string(std::max<std::size_t>(width, 1), '^') + " " +
                     std::string(info.rule) + "\n";
  const std::pair<std::string_view, std::string_view> languages[] = {{info.english, info.help_english},
                                                                     {info.japanese, info.help_japanese}};
  const char* language = "en ";
  for (const auto& [message, help] : languages) {
    const std::string way_out =
        finding.suggestion.empty() ? source::format_texts(help, finding.arguments) : finding.suggestion + "?";
    text += language + source::format_texts(message, finding.arguments) + ": " + way_out + "\n";
    language = "ja ";
  }
  return text;
}

}  // namespace

TEST_CASE("each bad formula is reported in its own words, with a caret, in both languages") {
  const std::vector<BadFormula> all = read_bad_formulas();
  CHECK(all.size() >= 60);
  std::set<std::string> sentences;
  for (const BadFormula& bad : all) {
    INFO(bad.formula);
    source::SourceSet sources;
    const tests::TypedNames names(sources);
    diagnostic::Sink sink;
    const auto expression = expression::parse(bad.formula, sources.add("formula", bad.formula), 0, sink);
    const auto type = expression ? expression::infer(*expression, names.lookup(), sink) : std::nullopt;
    if (type && !bad.unit.empty()) {
      const expression::Unit unit{bad.unit == "比" ? "" : bad.unit};
      CHECK_FALSE(expression::check_declared_unit(*expression, *type, {unit, {}}, names.lookup(), sink));
    }
    REQUIRE(sink.diagnostics().size() == 1);
    const diagnostic::Diagnostic& finding = sink.diagnostics()[0];
    CHECK(messages_of(finding, bad.formula) == bad.messages);
    const std::string sentence = source::format_texts(diagnostic::info(finding.kind).english, finding.arguments);
    CHECK(sentences.insert(sentence).second);
  }
}
